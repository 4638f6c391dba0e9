//! The vocabulary of the pad tests: blocks by hand, blocks at random, and a pad written as a
//! client writes it.

// Each test file uses its own part of the vocabulary.
#![allow(dead_code)]

use std::collections::HashMap;

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use crdt::beside::Beside;
use crdt::cover::{Cover, DaysAs};
use crdt::language::Language;
use crdt::open::TEXT_ENCODING;
use crdt::pad::{Block, BlockKind, Cell, Marks, Run, Tone};
use proptest::prelude::*;

/// What a French file says besides its text, when nobody asked for more than its title.
pub fn cover(title: &str) -> Cover {
    Cover {
        title: title.to_owned(),
        language: Language::French,
        origin: String::new(),
        path: String::new(),
        names: HashMap::new(),
        authors: Vec::new(),
        comments: true,
        days: DaysAs::Events,
        beside: Beside::default(),
    }
}

/// A block with one plain run.
pub fn block(kind: BlockKind, text: &str) -> Block {
    let runs = vec![run(text, Marks::default())];
    tidy(Block { kind, runs })
}

/// A paragraph with one plain run.
pub fn paragraph(text: &str) -> Block {
    block(BlockKind::Paragraph, text)
}

pub fn run(text: &str, marks: Marks) -> Run {
    let text = text.to_owned();
    Run { text, marks }
}

/// Nothing but a link.
pub fn linked(to: &str) -> Marks {
    Marks {
        link: Some(to.to_owned()),
        ..Marks::default()
    }
}

/// A pad as the server made them before there were comments: golden documents begin so.
pub fn begun() -> Automerge {
    let mut pad = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(ActorId::from([1; 16]));
    let mut root = pad.transaction();
    root.put(ROOT, "kind", "pad").expect("a word fits");
    root.put(ROOT, "version", 1).expect("a number fits");
    let body = root.put_object(ROOT, "body", ObjType::Text);
    let body = body.expect("a text fits");
    let marker = root.split_block(&body, 0).expect("a marker fits");
    root.put(&marker, "type", "paragraph").expect("a word fits");
    for (key, object) in [("parents", ObjType::List), ("attrs", ObjType::Map)] {
        root.put_object(&marker, key, object).expect("it fits");
    }
    root.commit_with(CommitOptions::default().with_time(0));
    pad
}

/// A pad holding exactly these blocks, written change by change as a client would.
pub fn written(blocks: &[Block]) -> Automerge {
    let mut pad = begun();
    pad.set_actor(ActorId::from([2; 16]));
    edit(&mut pad, |edit, body| {
        edit.splice_text(body, 0, 1, "")?;
        for block in blocks {
            write_block(edit, body, block)?;
        }
        Ok(())
    });
    pad
}

/// One change to the body.
pub fn edit(
    pad: &mut Automerge,
    change: impl FnOnce(&mut Transaction<'_>, &ObjId) -> Result<(), AutomergeError>,
) {
    let body = body(pad);
    let mut transaction = pad.transaction();
    change(&mut transaction, &body).expect("the change is possible");
    transaction.commit();
}

pub fn body(pad: &Automerge) -> ObjId {
    let body = pad.get(ROOT, "body").expect("the root is readable");
    body.expect("a pad has a body").1
}

fn write_block(
    edit: &mut Transaction<'_>,
    body: &ObjId,
    block: &Block,
) -> Result<(), AutomergeError> {
    let start = edit.length(body);
    let marker = edit.split_block(body, start)?;
    edit.put(&marker, "type", block.kind.as_str())?;
    edit.put_object(&marker, "parents", ObjType::List)?;
    let attrs = edit.put_object(&marker, "attrs", ObjType::Map)?;
    for (key, value) in attrs_of(&block.kind) {
        edit.put(&attrs, key, value)?;
    }
    edit.splice_text(body, start + 1, 0, &block.text())?;
    write_marks(edit, body, start + 1, &block.runs)?;
    if let BlockKind::Table { rows } = &block.kind {
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                write_cell(edit, body, [row, column], cell)?;
            }
        }
    }
    Ok(())
}

fn write_cell(
    edit: &mut Transaction<'_>,
    body: &ObjId,
    [row, column]: [usize; 2],
    cell: &Cell,
) -> Result<(), AutomergeError> {
    let start = edit.length(body);
    add_cell(
        edit,
        body,
        start,
        &[("row", &row.to_string()), ("column", &column.to_string())],
    )?;
    edit.splice_text(body, start + 1, 0, &cell.text())?;
    write_marks(edit, body, start + 1, &cell.runs)
}

/// The marker of a cell that says this.
pub fn add_cell(
    edit: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    attrs: &[(&str, &str)],
) -> Result<(), AutomergeError> {
    let marker = edit.split_block(body, at)?;
    edit.put(&marker, "type", "cell")?;
    edit.put_object(&marker, "parents", ObjType::List)?;
    let map = edit.put_object(&marker, "attrs", ObjType::Map)?;
    for (key, value) in attrs {
        edit.put(&map, *key, *value)?;
    }
    Ok(())
}

/// A table of plain texts with a title.
pub fn table(title: &str, rows: &[&[&str]]) -> Block {
    let cell = |text: &&str| Cell {
        runs: block(BlockKind::Paragraph, text).runs,
    };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect());
    let rows = rows.collect();
    block(BlockKind::Table { rows }, title)
}

fn write_marks(
    edit: &mut Transaction<'_>,
    body: &ObjId,
    start: usize,
    runs: &[Run],
) -> Result<(), AutomergeError> {
    let mut start = start;
    for run in runs {
        let end = start + run.text.encode_utf16().count();
        for (name, value) in values_of(&run.marks) {
            let mark = Mark::new(name.to_owned(), value, start, end);
            edit.mark(body, mark, ExpandMark::None)?;
        }
        start = end;
    }
    Ok(())
}

fn attrs_of(kind: &BlockKind) -> Vec<(&'static str, ScalarValue)> {
    match kind {
        BlockKind::Heading { level } => vec![("level", i64::from(*level).into())],
        BlockKind::CheckItem { indent, checked } => vec![
            ("indent", i64::from(*indent).into()),
            ("checked", (*checked).into()),
        ],
        BlockKind::Callout { tone } => vec![("tone", tone.as_str().into())],
        BlockKind::Image(image) => vec![
            ("url", image.url.as_str().into()),
            ("alt", image.alt.as_str().into()),
            ("width", i64::from(image.width).into()),
            ("height", i64::from(image.height).into()),
            ("size", image.size.as_str().into()),
        ],
        _ => kind
            .indent()
            .map(|indent| ("indent", i64::from(indent).into()))
            .into_iter()
            .collect(),
    }
}

fn values_of(marks: &Marks) -> Vec<(&'static str, ScalarValue)> {
    let on = |on: bool, name| on.then_some((name, ScalarValue::Boolean(true)));
    let link = marks.link.as_deref().map(|to| ("link", to.into()));
    [
        on(marks.strong, "strong"),
        on(marks.em, "em"),
        on(marks.underline, "underline"),
        on(marks.strike, "strike"),
        link,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same block as a pad holds it: no empty run, no two runs with the same marks in a row.
pub fn tidy(block: Block) -> Block {
    let mut runs: Vec<Run> = Vec::new();
    for run in block.runs.into_iter().filter(|run| !run.text.is_empty()) {
        match runs.last_mut() {
            Some(last) if last.marks == run.marks => last.text.push_str(&run.text),
            _ => runs.push(run),
        }
    }
    let kind = block.kind;
    Block { kind, runs }
}

/// Any pad a person could write, with a taste for what looks like markup.
pub fn any_blocks() -> impl Strategy<Value = Vec<Block>> {
    prop::collection::vec(any_block(), 1..8)
}

fn any_block() -> impl Strategy<Value = Block> {
    let runs = prop::collection::vec((any_text(), any_marks()), 0..4);
    (any_kind(), runs).prop_map(|(kind, runs)| {
        let runs = runs.into_iter();
        let runs = runs.map(|(text, marks)| Run { text, marks }).collect();
        tidy(Block { kind, runs })
    })
}

pub fn any_kind() -> impl Strategy<Value = BlockKind> {
    prop_oneof![
        3 => Just(BlockKind::Paragraph),
        1 => (1..=3u8).prop_map(|level| BlockKind::Heading { level }),
        2 => (0..=5u8).prop_map(|indent| BlockKind::BulletItem { indent }),
        2 => (0..=5u8).prop_map(|indent| BlockKind::NumberedItem { indent }),
        2 => (0..=5u8, any::<bool>())
            .prop_map(|(indent, checked)| BlockKind::CheckItem { indent, checked }),
        1 => Just(BlockKind::Quote),
        1 => prop::sample::select(&Tone::ALL).prop_map(|tone| BlockKind::Callout { tone }),
        1 => Just(BlockKind::Code),
        1 => Just(BlockKind::Rule),
    ]
}

pub fn any_text() -> impl Strategy<Value = String> {
    let markup = "[-a1b *_`~#+=.)(<>&;!\\[\\]\\\\/:|\"'\n\té😀Ⓐ\u{a0}\u{fffc}]{0,8}";
    let words = "(mot|and|&amp;|<b>|\\*\\*|1\\. |- |# |https://x\\.org/|\\]\\(| ){0,6}";
    prop_oneof![3 => markup, 2 => words, 1 => "\\PC{0,6}"]
}

pub fn any_marks() -> impl Strategy<Value = Marks> {
    let links = prop_oneof![
        Just("https://example.org/a_b(c)?d=e&copy=f*g"),
        Just("mailto:a@b.fr"),
        Just("http://x/\\<>[\"']"),
    ];
    let link = prop::option::weighted(0.2, links.prop_map(str::to_owned));
    let rarely = || prop::bool::weighted(0.3);
    (rarely(), rarely(), rarely(), rarely(), link).prop_map(
        |(strong, em, underline, strike, link)| Marks {
            notes: Vec::new(),
            strong,
            em,
            underline,
            strike,
            link,
        },
    )
}
