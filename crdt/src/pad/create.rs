//! Creates a pad: the root structure and its first blocks, always by the server.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT};

use super::block::{BlockKind, Cell};
use super::{BODY_KEY, KIND, VERSION};
use crate::rank::spread;
use crate::root;

/// A new pad with one empty paragraph. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId) -> Automerge {
    create_with(actor, &[(BlockKind::Paragraph, String::new())])
}

/// A new pad with these blocks of plain text, at least one.
pub fn create_with(actor: ActorId, blocks: &[(BlockKind, String)]) -> Automerge {
    root::created(actor, (KIND, VERSION), |root| write_body(root, blocks))
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
    if let BlockKind::Callout { tone } = kind {
        root.put(&attributes, "tone", tone.as_str())?;
    }
    Ok(())
}
