//! A pad as Markdown (CommonMark, with the check items and the strike-through of GitHub). Text
//! never turns into markup: what people typed reads the same after any conversion.

mod code;
mod picture;
mod table;
mod text;

use self::code::fenced;
use self::picture::picture;
use self::table::table;
use self::text::text;
use super::block::{Block, BlockKind};
use super::comments::{Noted, push_markdown};
use super::outline::{Item, Part, parts};
use crate::language::Language;

/// The pad with its notes as Markdown: footnotes, as GitHub and Pandoc read them.
pub fn markdown_with_notes(pad: &Noted, language: Language) -> String {
    let mut text = markdown(&pad.blocks);
    push_markdown(&mut text, &pad.notes, language);
    text
}

/// The blocks as Markdown. Every block but code is one line, so a line break inside a block is
/// `<br>`; empty paragraphs leave nothing behind.
pub fn markdown(blocks: &[Block]) -> String {
    let parts: Vec<String> = parts(blocks)
        .iter()
        .map(part)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        parts.join("\n\n") + "\n"
    }
}

fn part(part: &Part<'_>) -> String {
    match part {
        Part::Single(block) => single(block),
        Part::Quotes(blocks) => quoted(blocks),
        Part::Callouts(tone, blocks) => {
            let tone = tone.as_str().to_uppercase();
            format!("> [!{tone}]\n{}", quoted(blocks))
        }
        Part::Items(items) => list(items),
    }
}

fn single(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level } => prefixed(&"#".repeat((*level).into()), &text(block)),
        BlockKind::Image(image) => picture(image, &text(block)),
        BlockKind::Table { rows } => table(&text(block), rows),
        BlockKind::Code => fenced(&block.text()),
        BlockKind::Rule if block.runs.is_empty() => "---".to_owned(),
        BlockKind::Rule => format!("---\n\n{}", text(block)),
        _ => text(block),
    }
}

fn quoted(blocks: &[&Block]) -> String {
    let lines = blocks.iter().map(|block| prefixed(">", &text(block)));
    lines.collect::<Vec<_>>().join("\n>\n")
}

fn prefixed(sign: &str, text: &str) -> String {
    format!("{sign} {text}").trim_end_matches(' ').to_owned()
}

/// An item whose list is still open.
struct Open {
    /// Characters in front of the item's text: where an item inside it begins.
    margin: usize,
    /// The item's number in a numbered list.
    number: Option<u32>,
}

fn list(items: &[Item<'_>]) -> String {
    let mut open: Vec<Open> = Vec::new();
    let mut lines = Vec::new();
    for item in items {
        open.truncate(item.depth + 1);
        let before = (open.len() > item.depth).then(|| open.pop()).flatten();
        let number = number(&item.block.kind, before.and_then(|item| item.number));
        let margin = open.last().map_or(0, |outer| outer.margin);
        let sign = sign(number);
        let text = item_text(item.block);
        lines.push(" ".repeat(margin) + &prefixed(&sign, &text));
        let margin = margin + sign.len() + 1;
        open.push(Open { margin, number });
    }
    lines.join("\n")
}

/// The number of a numbered item, one more than the item before it in the same list.
fn number(kind: &BlockKind, before: Option<u32>) -> Option<u32> {
    matches!(kind, BlockKind::NumberedItem { .. }).then(|| before.unwrap_or(0) + 1)
}

fn sign(number: Option<u32>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{number}."))
}

/// The item's text after its tick. An empty item holds a space: a lone sign under another item would
/// make that one a heading.
fn item_text(item: &Block) -> String {
    let text = if item.runs.is_empty() {
        "&#32;".to_owned()
    } else {
        text(item)
    };
    match item.kind {
        BlockKind::CheckItem { checked: true, .. } => format!("[x] {text}"),
        BlockKind::CheckItem { checked: false, .. } => format!("[ ] {text}"),
        _ => text,
    }
}
