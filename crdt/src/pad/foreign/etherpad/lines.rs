//! Lines of Etherpad as blocks: what a line is stands in how the sign at its beginning looks.

use super::super::NotUnderstood;
use super::super::draft::Draft;
use super::records::Attribute;
use super::text::{Look, Text};
use crate::pad::block::{BlockKind, Marks};

/// Adds each line as a block.
pub(super) fn push_lines(
    text: &Text,
    pool: &[Attribute],
    draft: &mut Draft,
) -> Result<(), NotUnderstood> {
    for line in text.lines() {
        let mut pieces = line.iter();
        let mut kind = BlockKind::Paragraph;
        let mut first = pieces.next();
        let mut rest = "";
        if let Some((letters, look)) = first
            && let Some(after) = letters.strip_prefix('*')
            && value(look, pool, "lmkr").is_some()
        {
            kind = kind_of(look, pool);
            rest = after;
            first = None;
        }
        draft.open(kind)?;
        draft.text(rest, &Marks::default())?;
        for (letters, look) in first.into_iter().chain(pieces) {
            draft.text(letters, &marks(look, pool))?;
        }
    }
    draft.close()
}

fn kind_of(look: &Look, pool: &[Attribute]) -> BlockKind {
    if let Some(level) = value(look, pool, "heading").and_then(|value| value.strip_prefix('h')) {
        return BlockKind::Heading {
            level: level.parse().unwrap_or(1),
        };
    }
    let list = value(look, pool, "list").unwrap_or_default();
    let (sort, depth) = list.split_at(list.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let indent = depth.parse::<u8>().unwrap_or(1).saturating_sub(1);
    match sort {
        "bullet" => BlockKind::BulletItem { indent },
        "number" => BlockKind::NumberedItem { indent },
        // What an extension adds.
        _ if value(look, pool, "tasklist-done").is_some() => BlockKind::CheckItem {
            indent,
            checked: true,
        },
        _ if value(look, pool, "tasklist-not-done").is_some() => BlockKind::CheckItem {
            indent,
            checked: false,
        },
        _ => BlockKind::Paragraph,
    }
}

fn marks(look: &Look, pool: &[Attribute]) -> Marks {
    let is = |name| value(look, pool, name) == Some("true");
    Marks {
        strong: is("bold"),
        em: is("italic"),
        underline: is("underline"),
        strike: is("strikethrough"),
        link: None,
        notes: Vec::new(),
    }
}

fn value<'a>(look: &Look, pool: &'a [Attribute], name: &str) -> Option<&'a str> {
    let mut all = look.iter().filter_map(|number| pool.get(*number));
    let (_, value) = all.find(|(known, _)| known == name)?;
    Some(value.as_str())
}
