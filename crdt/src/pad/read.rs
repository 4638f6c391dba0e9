//! Reads a pad into blocks. Whatever clients wrote, the result keeps to the shape: unknown types
//! become paragraphs and every attribute is clamped.
//!
//! Automerge's own `spans` is not used: it reads the maps of block markers by recursion, and a
//! hostile marker nested deep enough would overflow the stack, which cannot be caught.

use std::collections::BTreeMap;

use automerge::{Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, Value};

use super::block::{Block, BlockKind, Marks, Run, Tone};
use super::image;
use super::limits::{INDENT_MAX, LEVEL_MAX};
use super::marks::MarkWalk;
use super::table::{Side, WrittenCell, rows};
use super::{BODY_KEY, KIND, VERSION};
use crate::field::{ID_CHARS_MAX, child, flag, integer, object, word};
use crate::panic::caught;
use crate::root::{self, Unreadable};

/// Stands in a text for whatever is not a character, such as a block marker.
const PLACEHOLDER: char = '\u{fffc}';

/// The blocks of a pad, at least one. Text before the first marker is a paragraph.
pub fn read(document: &Automerge) -> Result<Vec<Block>, Unreadable> {
    read_with_notes(document, BTreeMap::new())
}

/// The same, where each character that a passage ends with has the numbers of the notes on it in its marks.
pub(super) fn read_with_notes(
    document: &Automerge,
    notes: BTreeMap<usize, Vec<u32>>,
) -> Result<Vec<Block>, Unreadable> {
    let read = || {
        let body = body(document)?;
        blocks(document, &body, notes).map_err(|error| Unreadable::Automerge(error.to_string()))
    };
    caught(read).map_err(Unreadable::Automerge)?
}

/// Where each character of the body is that is text, in UTF-16 units.
pub(super) fn characters(document: &Automerge) -> Result<Vec<usize>, Unreadable> {
    let text = caught(|| {
        document
            .text(&body(document)?)
            .map_err(|error| Unreadable::Automerge(error.to_string()))
    });
    let text = text.map_err(Unreadable::Automerge)??;
    let mut position = 0;
    let mut characters = Vec::new();
    for character in text.chars() {
        if character != PLACEHOLDER {
            characters.push(position);
        }
        position += character.len_utf16();
    }
    Ok(characters)
}

/// Whether the document is a pad that can be read at all.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    read(document).map(|_| ())
}

fn body(document: &Automerge) -> Result<ObjId, Unreadable> {
    root::expect(document, KIND, VERSION)?;
    let body = object(document, &ROOT, BODY_KEY, ObjType::Text);
    body.ok_or(Unreadable::Missing(BODY_KEY))
}

fn blocks(
    document: &Automerge,
    body: &ObjId,
    notes: BTreeMap<usize, Vec<u32>>,
) -> Result<Vec<Block>, AutomergeError> {
    let mut marks = MarkWalk::new(document.marks(body)?, notes);
    let mut written = Vec::new();
    let mut position = 0;
    for character in document.text(body)?.chars() {
        match marker(document, body, position, character) {
            Some(marker) => written.push(Written::behind(Some(marker))),
            None => write(&mut written, character, marks.at(position)),
        }
        position += character.len_utf16();
    }
    if written.is_empty() {
        written.push(Written::behind(None));
    }
    Ok(shaped(document, &written))
}

/// A block as it stands in the document. Text before the first marker has none.
struct Written {
    marker: Option<ObjId>,
    runs: Vec<Run>,
}

impl Written {
    fn behind(marker: Option<ObjId>) -> Self {
        let runs = Vec::new();
        Self { marker, runs }
    }
}

/// The blocks as people see them: those that make a table are one.
fn shaped(document: &Automerge, written: &[Written]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = written;
    while let Some((first, others)) = rest.split_first() {
        let (kind, taken) = kind(document, first, others);
        let runs = first.runs.clone();
        blocks.push(Block { kind, runs });
        rest = &others[taken..];
    }
    blocks
}

/// What a block is, and how many of those behind it are in it.
fn kind(document: &Automerge, first: &Written, others: &[Written]) -> (BlockKind, usize) {
    let Some(marker) = &first.marker else {
        return (BlockKind::Paragraph, 0);
    };
    if word(document, marker, "type").as_deref() == Some("table") {
        let cells: Vec<_> = others
            .iter()
            .map_while(|block| cell(document, block))
            .collect();
        if let Some(rows) = rows(&cells) {
            return (BlockKind::Table { rows }, cells.len());
        }
    }
    (block_kind(document, marker), 0)
}

fn cell<'a>(document: &Automerge, block: &'a Written) -> Option<WrittenCell<'a>> {
    let marker = block.marker.as_ref()?;
    let is_cell = word(document, marker, "type").as_deref() == Some("cell");
    let attrs = child(document, marker, "attrs");
    let said = |key| {
        let word = attrs.as_ref().and_then(|attrs| word(document, attrs, key));
        word.unwrap_or_default()
    };
    is_cell.then(|| WrittenCell {
        row: id(&said("row")),
        column: id(&said("column")),
        gone: match said("gone").as_str() {
            "row" => Some(Side::Row),
            "column" => Some(Side::Column),
            _ => None,
        },
        runs: &block.runs,
    })
}

/// The name of a row or a column: digits of base 62.
fn id(word: &str) -> String {
    let characters = word.chars().take(ID_CHARS_MAX);
    characters.filter(char::is_ascii_alphanumeric).collect()
}

/// The block marker at a position, if there is one.
fn marker(document: &Automerge, body: &ObjId, position: usize, character: char) -> Option<ObjId> {
    if character != PLACEHOLDER {
        return None;
    }
    match document.get(body, position).ok()?? {
        (Value::Object(ObjType::Map), marker) => Some(marker),
        _ => None,
    }
}

/// Adds a character to the last block.
fn write(blocks: &mut Vec<Written>, character: char, marks: &Marks) {
    if blocks.is_empty() {
        blocks.push(Written::behind(None));
    }
    let block = blocks.last_mut().expect("a block was added when none was");
    match block.runs.last_mut() {
        Some(run) if run.marks == *marks => run.text.push(character),
        _ => block.runs.push(Run {
            text: character.into(),
            marks: marks.clone(),
        }),
    }
}

fn block_kind(document: &Automerge, marker: &ObjId) -> BlockKind {
    let attrs = child(document, marker, "attrs");
    let attrs = attrs.as_ref();
    let indent = clamped(document, attrs, "indent", 0, INDENT_MAX);
    match word(document, marker, "type").as_deref() {
        Some("heading") => BlockKind::Heading {
            level: clamped(document, attrs, "level", 1, LEVEL_MAX),
        },
        Some("bullet-item") => BlockKind::BulletItem { indent },
        Some("numbered-item") => BlockKind::NumberedItem { indent },
        Some("check-item") => BlockKind::CheckItem {
            indent,
            checked: attrs.is_some_and(|attrs| flag(document, attrs, "checked")),
        },
        Some("quote") => BlockKind::Quote,
        Some("callout") => BlockKind::Callout {
            tone: tone(document, attrs),
        },
        Some("code") => BlockKind::Code,
        Some("rule") => BlockKind::Rule,
        Some("image") => BlockKind::Image(image::read(document, attrs)),
        _ => BlockKind::Paragraph,
    }
}

fn tone(document: &Automerge, attrs: Option<&ObjId>) -> Tone {
    let word = attrs.and_then(|attrs| word(document, attrs, "tone"));
    Tone::of(&word.unwrap_or_default())
}

/// A whole number within its limits; the least when it is missing or no number.
fn clamped(document: &Automerge, attrs: Option<&ObjId>, key: &str, least: u8, most: u8) -> u8 {
    let number = attrs.and_then(|attrs| integer(document, attrs, key));
    let number = number
        .unwrap_or_default()
        .clamp(i64::from(least), i64::from(most));
    u8::try_from(number).expect("a number between two bytes is a byte")
}
