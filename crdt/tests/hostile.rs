//! Pads that clients filled with anything automerge accepts.

mod pads;
mod vandals;

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ReadDoc, ScalarValue};
use crdt::language::Language;
use crdt::pad::comments::Noted;
use crdt::pad::{
    Block, BlockKind, Cell, INDENT_MAX, LEVEL_MAX, create, html_fragment, html_page, json,
    markdown, plain_text, read,
};
use proptest::prelude::*;
use vandals::{Value, any_scalar, any_value, fill};

/// Something a client may do to the body. Positions are taken modulo the length.
#[derive(Debug, Clone)]
enum Act {
    Type(usize, String),
    Delete(usize, usize),
    Mark(usize, usize, &'static str, ScalarValue),
    Marker(usize, Vec<(&'static str, Value)>),
    Object(usize, ObjType),
    Overwrite(usize, ScalarValue),
    Table(usize),
    Cell(usize, [&'static str; 3]),
}

fn any_word() -> impl Strategy<Value = &'static str> + Clone {
    prop::sample::select(vec![
        "paragraph",
        "heading",
        "bullet-item",
        "numbered-item",
        "check-item",
        "quote",
        "callout",
        "table",
        "cell",
        "row",
        "",
        "javascript:x",
        "https://x",
        "\u{fffc}",
        "ab\u{fffc}c",
        "😀",
    ])
}

fn any_key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "type", "attrs", "parents", "level", "indent", "checked", "tone", "row", "column", "gone",
        "z",
    ])
}

fn any_act() -> impl Strategy<Value = Act> {
    let position = || 0..64usize;
    let names = prop::sample::select(vec!["strong", "em", "underline", "strike", "link", "zzz"]);
    let objects = prop::sample::select(vec![ObjType::List, ObjType::Text, ObjType::Table]);
    let fields = prop::collection::vec((any_key(), any_value(any_key(), any_word())), 0..4);
    prop_oneof![
        4 => (position(), pads::any_text()).prop_map(|(at, text)| Act::Type(at, text)),
        2 => (position(), 0..6usize).prop_map(|(at, count)| Act::Delete(at, count)),
        3 => (position(), position(), names, any_scalar(any_word()))
            .prop_map(|(from, to, name, value)| Act::Mark(from, to, name, value)),
        3 => (position(), fields).prop_map(|(at, fields)| Act::Marker(at, fields)),
        1 => (position(), objects).prop_map(|(at, object)| Act::Object(at, object)),
        1 => (position(), any_scalar(any_word())).prop_map(|(at, value)| Act::Overwrite(at, value)),
        1 => position().prop_map(Act::Table),
        3 => (position(), prop::array::uniform3(any_word())).prop_map(|(at, said)| Act::Cell(at, said)),
    ]
}

/// What automerge refuses stays undone.
fn perform(edit: &mut Transaction<'_>, body: &ObjId, act: Act) -> Result<(), AutomergeError> {
    let length = edit.length(body);
    match act {
        Act::Type(at, text) => edit.splice_text(body, at % (length + 1), 0, &text),
        Act::Delete(at, count) => {
            let at = at % (length + 1);
            let count = count.min(length - at);
            edit.splice_text(body, at, count.try_into().expect("a few"), "")
        }
        Act::Mark(from, to, name, value) => {
            let (from, to) = (from.min(to) % (length + 1), from.max(to) % (length + 1));
            let mark = Mark::new(name.to_owned(), value, from.min(to), from.max(to));
            edit.mark(body, mark, ExpandMark::After)
        }
        Act::Marker(at, fields) => {
            let marker = edit.split_block(body, at % (length + 1))?;
            let mut fields = fields.into_iter();
            fields.try_for_each(|(key, value)| fill(edit, &marker, key, value))
        }
        Act::Object(at, object) => edit
            .insert_object(body, at % (length + 1), object)
            .map(|_| ()),
        Act::Overwrite(at, value) => edit.put(body, at % (length + 1), value),
        Act::Table(at) => {
            let marker = edit.split_block(body, at % (length + 1))?;
            edit.put(&marker, "type", "table")
        }
        Act::Cell(at, [row, column, gone]) => {
            let said = [("row", row), ("column", column), ("gone", gone)];
            pads::add_cell(edit, body, at % (length + 1), &said)
        }
    }
}

fn vandalised(pad: &Automerge, actor: u8, acts: Vec<Act>) -> Automerge {
    let mut pad = pad.fork().with_actor(ActorId::from([actor; 16]));
    let body = pads::body(&pad);
    let mut edit = pad.transaction();
    for act in acts {
        let _refused_or_done = perform(&mut edit, &body, act);
    }
    edit.commit();
    pad
}

fn keeps_to_the_shape(blocks: &[Block]) -> bool {
    let kinds = blocks
        .iter()
        .map(|block| block.kind.clone())
        .all(|kind| match kind {
            BlockKind::Heading { level } => (1..=LEVEL_MAX).contains(&level),
            BlockKind::Table { rows } => {
                let width = rows.first().map_or(0, Vec::len);
                width > 0 && rows.iter().all(|row| row.len() == width)
            }
            other => other.indent().unwrap_or(0) <= INDENT_MAX,
        });
    let full = |block: &Block| block.runs.iter().all(|run| !run.text.is_empty());
    let cut = |block: &Block| {
        block
            .runs
            .windows(2)
            .all(|two| two[0].marks != two[1].marks)
    };
    !blocks.is_empty() && kinds && blocks.iter().all(|block| full(block) && cut(block))
}

proptest! {
    #[test]
    fn two_vandals_leave_a_pad_that_is_read_and_exported(
        first in prop::collection::vec(any_act(), 0..20),
        second in prop::collection::vec(any_act(), 0..20),
    ) {
        let pad = create(ActorId::from([1; 16]));
        let mut merged = vandalised(&pad, 2, first);
        merged.merge(&mut vandalised(&pad, 3, second)).expect("changes merge");
        let blocks = read(&merged).expect("the pad is readable");
        prop_assert!(keeps_to_the_shape(&blocks));
        let exports = [
            plain_text(&blocks), markdown(&blocks), html_fragment(&blocks),
            html_page("<x>", Language::French, &Noted::plain(blocks.clone())), json(&blocks, &[]),
        ];
        prop_assert!(exports.iter().all(|export| !export.contains("href=\"javascript")));
    }

    #[test]
    fn reading_finds_the_same_text_as_automerge_does(
        acts in prop::collection::vec(any_act(), 0..30),
    ) {
        let pad = vandalised(&create(ActorId::from([1; 16])), 2, acts);
        let blocks = read(&pad).expect("readable");
        let read: String = blocks.iter().map(whole_text).collect();
        let spans = pad.spans(pads::body(&pad)).expect("the body has spans");
        let text: String = spans
            .filter_map(|span| match span {
                automerge::Span::Text { text, .. } => Some(text),
                automerge::Span::Block(_) => None,
            })
            .collect();
        let is_table = |block: &Block| matches!(block.kind, BlockKind::Table { .. });
        if blocks.iter().any(is_table) {
            prop_assert_eq!(letters(&read), letters(&text));
        } else {
            prop_assert_eq!(read, text);
        }
    }
}

/// The text of a block and of its cells.
fn whole_text(block: &Block) -> String {
    let cells = match &block.kind {
        BlockKind::Table { rows } => rows.concat(),
        _ => vec![],
    };
    block.text() + &cells.iter().map(Cell::text).collect::<String>()
}

/// All letters, whatever their order: cells stand in another one than in the document, several lines of one apart.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|letter| *letter != '\n').collect();
    letters.sort_unstable();
    letters
}
