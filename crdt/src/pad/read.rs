//! Reads a pad into blocks. Whatever clients wrote, the result keeps to the shape: unknown types
//! become paragraphs and every attribute is clamped.
//!
//! Automerge's own `spans` is not used: it reads the maps of block markers by recursion, and a
//! hostile marker nested deep enough would overflow the stack, which cannot be caught.

use automerge::{Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, Value};

use super::block::{Block, BlockKind, Marks, Run, Tone};
use super::limits::{INDENT_MAX, LEVEL_MAX};
use super::marks::MarkWalk;
use super::{BODY_KEY, KIND, VERSION};
use crate::field::{child, flag, integer, object, word};
use crate::panic::caught;
use crate::root::{self, Unreadable};

/// Stands in a text for whatever is not a character, such as a block marker.
const PLACEHOLDER: char = '\u{fffc}';

/// The blocks of a pad, at least one. Text before the first marker is a paragraph.
pub fn read(document: &Automerge) -> Result<Vec<Block>, Unreadable> {
    caught(|| read_body(document)).map_err(Unreadable::Automerge)?
}

/// Whether the document is a pad that can be read at all.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    read(document).map(|_| ())
}

fn read_body(document: &Automerge) -> Result<Vec<Block>, Unreadable> {
    root::expect(document, KIND, VERSION)?;
    let body = object(document, &ROOT, BODY_KEY, ObjType::Text);
    let body = body.ok_or(Unreadable::Missing(BODY_KEY))?;
    let blocks = blocks(document, &body);
    blocks.map_err(|error| Unreadable::Automerge(error.to_string()))
}

fn blocks(document: &Automerge, body: &ObjId) -> Result<Vec<Block>, AutomergeError> {
    let mut marks = MarkWalk::new(document.marks(body)?);
    let mut blocks = Vec::new();
    let mut position = 0;
    for character in document.text(body)?.chars() {
        match marker(document, body, position, character) {
            Some(marker) => blocks.push(empty(block_kind(document, &marker))),
            None => write(&mut blocks, character, marks.at(position)),
        }
        position += character.len_utf16();
    }
    if blocks.is_empty() {
        blocks.push(empty(BlockKind::Paragraph));
    }
    Ok(blocks)
}

fn empty(kind: BlockKind) -> Block {
    let runs = Vec::new();
    Block { kind, runs }
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
fn write(blocks: &mut Vec<Block>, character: char, marks: &Marks) {
    if blocks.is_empty() {
        blocks.push(empty(BlockKind::Paragraph));
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
