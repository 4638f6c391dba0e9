//! One row out of a cell, and the pages its long values go on to.

use std::io;

use rusqlite::types::Value;

use super::{
    page::{Kind, PAGE_BYTES, Pages, number_at},
    record::{values, varint},
};
use crate::limits::CHUNK_BYTES_MAX;

/// Longer than any row of ours.
const ROW_BYTES_MAX: usize = CHUNK_BYTES_MAX + 1024 * 1024;
/// What a page of overflow holds beside the number of the next.
const OVERFLOW_BYTES: usize = PAGE_BYTES - 4;

/// A row as it was found.
pub(super) struct Row {
    /// In a table that has them.
    pub(super) rowid: Option<i64>,
    pub(super) values: Vec<Value>,
    /// Whether part of it is gone, with zeros in its place.
    pub(super) is_torn: bool,
}

/// The row in a cell of a page; none when there is no row in it.
pub(super) fn read(pages: &Pages, kind: Kind, cell: &[u8]) -> io::Result<Option<Row>> {
    let Some((rowid, length, rest)) = beginning(kind, cell) else {
        return Ok(None);
    };
    let (bytes, is_torn) = payload(pages, kind, length, rest)?;
    let row = values(&bytes).map(|values| Row {
        rowid,
        values,
        is_torn,
    });
    Ok(row)
}

fn beginning(kind: Kind, cell: &[u8]) -> Option<(Option<i64>, usize, &[u8])> {
    let mut rest = match kind {
        Kind::IndexInterior => cell.get(4..)?,
        _ => cell,
    };
    let length = usize::try_from(varint(&mut rest)?).ok()?;
    let rowid = match kind {
        Kind::TableLeaf => Some(varint(&mut rest)?.cast_signed()),
        _ => None,
    };
    (length <= ROW_BYTES_MAX).then_some((rowid, length, rest))
}

/// How much of a row of this length stands on the page itself.
fn local_bytes(kind: Kind, length: usize) -> usize {
    let max = match kind {
        Kind::TableLeaf => PAGE_BYTES - 35,
        _ => (PAGE_BYTES - 12) * 64 / 255 - 23,
    };
    if length <= max {
        return length;
    }
    let min = (PAGE_BYTES - 12) * 32 / 255 - 23;
    let fitted = min + (length - min) % OVERFLOW_BYTES;
    if fitted <= max { fitted } else { min }
}

fn payload(pages: &Pages, kind: Kind, length: usize, rest: &[u8]) -> io::Result<(Vec<u8>, bool)> {
    let local = local_bytes(kind, length);
    let mut bytes = rest[..local.min(rest.len())].to_vec();
    let mut next = number_at(rest, local).unwrap_or(0);
    while bytes.len() < length && (2..=pages.count).contains(&next) {
        let page = pages.read(next)?;
        let wanted = OVERFLOW_BYTES.min(length - bytes.len());
        bytes.extend_from_slice(&page[4..4 + wanted]);
        next = number_at(&page, 0).unwrap_or(0);
    }
    let is_torn = bytes.len() < length;
    bytes.resize(length, 0);
    Ok((bytes, is_torn))
}
