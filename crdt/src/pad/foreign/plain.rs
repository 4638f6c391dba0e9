//! Plain text: a block for each line, with the signs people put in front of items.

use super::NotUnderstood;
use super::draft::Draft;
use crate::pad::block::{BlockKind, Marks};

/// Spaces that are one indent.
const SPACES_PER_INDENT: usize = 2;

/// Reads a text as this program writes one, and as people type it.
pub(super) fn read(text: &str, draft: &mut Draft) -> Result<(), NotUnderstood> {
    for line in text.lines() {
        let (kind, rest) = item(line).unwrap_or((BlockKind::Paragraph, line));
        draft.open(kind)?;
        draft.text(rest, &Marks::default())?;
    }
    Ok(())
}

/// What a line is an item of, and its text after the sign.
fn item(line: &str) -> Option<(BlockKind, &str)> {
    let text = line.trim_start_matches([' ', '\t']);
    let margin = &line[..line.len() - text.len()];
    let width: usize = margin
        .chars()
        .map(|c| if c == '\t' { SPACES_PER_INDENT } else { 1 })
        .sum();
    let indent = u8::try_from(width / SPACES_PER_INDENT).unwrap_or(u8::MAX);
    let after = |signs: &[&str]| {
        let rest = signs.iter().find_map(|sign| text.strip_prefix(sign))?;
        rest.strip_prefix(' ').or(rest.is_empty().then_some(rest))
    };
    let check = |checked| BlockKind::CheckItem { indent, checked };
    if let Some(rest) = after(&["[ ]", "- [ ]", "* [ ]"]) {
        return Some((check(false), rest));
    }
    if let Some(rest) = after(&["[x]", "[X]", "- [x]", "* [x]", "- [X]"]) {
        return Some((check(true), rest));
    }
    if let Some(rest) = after(&["-", "*", "•", "–"]) {
        return Some((BlockKind::BulletItem { indent }, rest));
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text[digits..].strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    matches!(digits, 1..=3).then_some((BlockKind::NumberedItem { indent }, rest))
}
