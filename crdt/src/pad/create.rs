//! Creates a pad: the root structure and its first blocks, always by the server.

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};

use super::block::{Block, BlockKind, Cell, Marks, Run};
use super::comments::add_comments;
use super::{BODY_KEY, KIND, VERSION};
use crate::rank::spread;
use crate::root;

/// A new pad with one empty paragraph. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId) -> Automerge {
    create_with(actor, &[(BlockKind::Paragraph, String::new())])
}

/// A new pad with these blocks of plain text, at least one.
pub fn create_with(actor: ActorId, blocks: &[(BlockKind, String)]) -> Automerge {
    root::created(actor, (KIND, VERSION), |root| {
        write_body(root, blocks)?;
        add_comments(root).map(|_| ())
    })
}

/// Most characters that one change of a long text holds: a change is carried, checked and shown as a whole.
const CHARS_PER_CHANGE: usize = 10_000;

/// A new pad with these blocks, at least one. The same actor always makes the same bytes: no clock is read.
pub fn create_of(actor: ActorId, blocks: &[Block]) -> Automerge {
    let mut growing = Growing::new(actor);
    growing.write(write_texts, blocks);
    growing.write(write_all_marks, blocks);
    growing.document
}

/// Writes blocks from a position on; answers where they end.
type Write = fn(&mut Transaction<'_>, &ObjId, usize, &[Block]) -> Result<usize, AutomergeError>;

/// A pad that is being written change by change.
pub(super) struct Growing {
    document: Automerge,
    body: ObjId,
    /// The blocks in it, without marks.
    blocks: Vec<Block>,
}

impl Growing {
    /// A pad without blocks.
    pub(super) fn new(actor: ActorId) -> Self {
        let document = root::created(actor, (KIND, VERSION), |root| {
            root.put_object(ROOT, BODY_KEY, ObjType::Text)?;
            add_comments(root).map(|_| ())
        });
        let body = document.get(ROOT, BODY_KEY).ok().flatten();
        let (_, body) = body.expect("a new pad has a body");
        Self {
            document,
            body,
            blocks: Vec::new(),
        }
    }

    fn write(&mut self, write: Write, blocks: &[Block]) {
        let mut at = 0;
        for some in chunks(blocks) {
            let mut change = self.document.transaction();
            at = write(&mut change, &self.body, at, some).expect("a new pad accepts its text");
            change.commit_with(CommitOptions::default().with_time(0));
        }
    }

    /// Makes these blocks of those there are, without marks, in one change of that moment, in seconds since 1970.
    pub(super) fn become_blocks(&mut self, blocks: &[Block], seconds: i64) {
        let blocks: Vec<Block> = blocks.iter().map(unmarked).collect();
        let same = |a: &[Block], b: &[Block]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let before = same(&self.blocks, &blocks);
        let reversed = |all: &[Block]| all[before..].iter().rev().cloned().collect::<Vec<_>>();
        let after = same(&reversed(&self.blocks), &reversed(&blocks));
        let (old, new) = (self.blocks.len() - after, blocks.len() - after);
        if before == old && before == new {
            return;
        }
        let at: usize = self.blocks[..before].iter().map(length).sum();
        let removed: usize = self.blocks[before..old].iter().map(length).sum();
        let mut change = self.document.transaction();
        change
            .splice_text(&self.body, at, isize::try_from(removed).unwrap_or(0), "")
            .and_then(|()| write_texts(&mut change, &self.body, at, &blocks[before..new]))
            .expect("a pad accepts its text");
        change.commit_with(CommitOptions::default().with_time(seconds));
        self.blocks = blocks;
    }

    /// The pad, once it has become these blocks, with their marks.
    pub(super) fn end(mut self, blocks: &[Block]) -> Automerge {
        self.become_blocks(blocks, 0);
        self.write(write_all_marks, blocks);
        self.document
    }
}

fn unmarked(block: &Block) -> Block {
    let mut kind = block.kind.clone();
    if let BlockKind::Table { rows } = &mut kind {
        for cell in rows.iter_mut().flatten() {
            cell.runs = plain(&cell.runs);
        }
    }
    Block {
        kind,
        runs: plain(&block.runs),
    }
}

fn plain(runs: &[Run]) -> Vec<Run> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let marks = Marks::default();
    let run = (!text.is_empty()).then_some(Run { text, marks });
    run.into_iter().collect()
}

/// How many positions a block takes.
fn length(block: &Block) -> usize {
    let units = |run: &Run| run.text.encode_utf16().count();
    texts(block)
        .map(|runs| 1 + runs.iter().map(units).sum::<usize>())
        .sum()
}

/// The blocks in groups that are not too long for one change, as far as a block allows.
fn chunks(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    let mut rest = blocks;
    std::iter::from_fn(move || {
        let mut chars = 0;
        let fits = |block: &&Block| {
            chars += length(block);
            chars <= CHARS_PER_CHANGE
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let (some, others) = rest.split_at_checked(count)?;
        rest = others;
        Some(some)
    })
}

/// Writes blocks from a position on, without marks; answers where they end.
fn write_texts(
    change: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    blocks: &[Block],
) -> Result<usize, AutomergeError> {
    let mut at = at;
    for block in blocks {
        at = write_block(change, body, at, &block.kind, &block.text())?;
        if let BlockKind::Table { rows } = &block.kind {
            at = write_cells(change, body, at, rows)?;
        }
    }
    Ok(at)
}

/// Marks the text of blocks that stand from a position on; answers where they end.
fn write_all_marks(
    change: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    blocks: &[Block],
) -> Result<usize, AutomergeError> {
    let mut at = at;
    for runs in blocks.iter().flat_map(texts) {
        at += 1;
        for run in runs {
            let end = at + run.text.encode_utf16().count();
            write_marks(change, body, (at, end), &run.marks)?;
            at = end;
        }
    }
    Ok(at)
}

/// Every text of a block, each behind a marker: its own, and those of its cells.
fn texts(block: &Block) -> impl Iterator<Item = &[Run]> {
    let rows: &[Vec<Cell>] = match &block.kind {
        BlockKind::Table { rows } => rows,
        _ => &[],
    };
    let cells = rows.iter().flatten().map(|cell| cell.runs.as_slice());
    std::iter::once(block.runs.as_slice()).chain(cells)
}

fn write_marks(
    change: &mut Transaction<'_>,
    body: &ObjId,
    (start, end): (usize, usize),
    marks: &Marks,
) -> Result<(), AutomergeError> {
    let on = |on: bool, name| on.then_some((name, ScalarValue::Boolean(true), ExpandMark::After));
    let link = marks
        .link
        .as_deref()
        .map(|to| ("link", to.into(), ExpandMark::None));
    let all = [
        on(marks.strong, "strong"),
        on(marks.em, "em"),
        on(marks.underline, "underline"),
        on(marks.strike, "strike"),
        link,
    ];
    for (name, value, expand) in all.into_iter().flatten() {
        change.mark(body, Mark::new(name.to_owned(), value, start, end), expand)?;
    }
    Ok(())
}

fn write_body(
    root: &mut Transaction<'_>,
    blocks: &[(BlockKind, String)],
) -> Result<(), AutomergeError> {
    let body = root.put_object(ROOT, BODY_KEY, ObjType::Text)?;
    let mut at = 0;
    for (kind, text) in blocks {
        at = write_block(root, &body, at, kind, text)?;
        if let BlockKind::Table { rows } = kind {
            at = write_cells(root, &body, at, rows)?;
        }
    }
    Ok(())
}

/// Returns the position behind the block.
fn write_block(
    root: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    kind: &BlockKind,
    text: &str,
) -> Result<usize, AutomergeError> {
    write_marker(root, body, at, kind)?;
    root.splice_text(body, at + 1, 0, text)?;
    Ok(at + 1 + text.encode_utf16().count())
}

/// The cells of a table, as plain text. Returns the position behind them.
fn write_cells(
    root: &mut Transaction<'_>,
    body: &ObjId,
    start: usize,
    rows: &[Vec<Cell>],
) -> Result<usize, AutomergeError> {
    let mut at = start;
    let columns = spread(rows.first().map_or(0, Vec::len));
    for (row, cells) in spread(rows.len()).iter().zip(rows) {
        for (column, cell) in columns.iter().zip(cells) {
            let marker = root.split_block(body, at)?;
            root.put(&marker, "type", "cell")?;
            root.put_object(&marker, "parents", ObjType::List)?;
            let attributes = root.put_object(&marker, "attrs", ObjType::Map)?;
            root.put(&attributes, "row", row.as_str())?;
            root.put(&attributes, "column", column.as_str())?;
            let text = cell.text();
            root.splice_text(body, at + 1, 0, &text)?;
            at += 1 + text.encode_utf16().count();
        }
    }
    Ok(at)
}

fn write_marker(
    root: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    kind: &BlockKind,
) -> Result<(), AutomergeError> {
    let marker = root.split_block(body, at)?;
    root.put(&marker, "type", kind.as_str())?;
    root.put_object(&marker, "parents", ObjType::List)?;
    let attributes = root.put_object(&marker, "attrs", ObjType::Map)?;
    if let BlockKind::Heading { level } = kind {
        root.put(&attributes, "level", i64::from(*level))?;
    }
    if let Some(indent) = kind.indent() {
        root.put(&attributes, "indent", i64::from(indent))?;
    }
    if let BlockKind::CheckItem { checked, .. } = kind {
        root.put(&attributes, "checked", *checked)?;
    }
    if let BlockKind::Image(image) = kind {
        root.put(&attributes, "url", image.url.as_str())?;
        root.put(&attributes, "alt", image.alt.as_str())?;
        root.put(&attributes, "width", i64::from(image.width))?;
        root.put(&attributes, "height", i64::from(image.height))?;
        root.put(&attributes, "size", image.size.as_str())?;
    }
    if let BlockKind::Callout { tone } = kind {
        root.put(&attributes, "tone", tone.as_str())?;
    }
    Ok(())
}
