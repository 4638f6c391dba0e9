//! One row of content: written once, read back with proof that it is what was written.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row as SqlRow};
use sha2::{Digest, Sha256};

use crate::{ChunkNumber, DocumentId, StoreError, clock, limits::CHUNK_BYTES_MAX};

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Changes, one after the other.
    Changes = 1,
    /// A whole document.
    Snapshot = 2,
    /// The place of a snapshot that was not good; empty.
    Withdrawn = 3,
}

/// What is written in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) kind: Kind,
    /// Present in all but changes.
    pub(crate) covers_to: Option<ChunkNumber>,
    /// 32 bytes each.
    pub(crate) heads: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

/// What was found in the place of a row.
#[derive(Debug)]
pub(crate) enum Found {
    /// What was written.
    Intact(Content),
    /// Something else, or something unreadable; perhaps no more than a snapshot.
    Damaged { is_snapshot: bool },
    /// Nothing.
    Missing,
}

impl Content {
    pub(crate) fn changes(bytes: Vec<u8>, heads: &[[u8; 32]]) -> Self {
        Content {
            kind: Kind::Changes,
            covers_to: None,
            heads: heads.concat(),
            bytes,
        }
    }

    pub(crate) fn snapshot(bytes: Vec<u8>, heads: &[[u8; 32]], covers_to: ChunkNumber) -> Self {
        let heads = heads.concat();
        Content {
            kind: Kind::Snapshot,
            covers_to: Some(covers_to),
            heads,
            bytes,
        }
    }

    fn withdrawn(covers_to: Option<ChunkNumber>) -> Self {
        Content {
            kind: Kind::Withdrawn,
            covers_to,
            heads: Vec::new(),
            bytes: Vec::new(),
        }
    }

    pub(crate) fn head_list(&self) -> Vec<[u8; 32]> {
        self.heads.as_chunks().0.to_vec()
    }

    /// Over everything in the row that decides what it means, and over its place.
    fn sha256(&self, document: DocumentId, number: ChunkNumber) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(document.0);
        hash.update(number.to_be_bytes());
        hash.update([self.kind as u8]);
        hash.update(self.covers_to.unwrap_or(0).to_be_bytes());
        hash.update((self.heads.len() as u64).to_be_bytes());
        hash.update(&self.heads);
        hash.update(&self.bytes);
        hash.finalize().into()
    }
}

/// Adds a row at the end of a document.
pub(crate) fn insert(
    connection: &Connection,
    document: DocumentId,
    content: &Content,
) -> Result<ChunkNumber, StoreError> {
    if content.bytes.len() > CHUNK_BYTES_MAX {
        return Err(StoreError::TooLong {
            what: "row",
            max: CHUNK_BYTES_MAX,
        });
    }
    let number = take_number(connection, document, content.bytes.len())?;
    let sql = "INSERT INTO chunks(document, number, kind, covers_to, at_ms, sha256, heads, bytes)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    connection.prepare_cached(sql)?.execute((
        document,
        number,
        content.kind as u8,
        content.covers_to,
        clock::now_ms(),
        content.sha256(document, number),
        &content.heads,
        &content.bytes,
    ))?;
    Ok(number)
}

/// Looks at one place. Damage is an answer; an error is only what says nothing about the row.
pub(crate) fn read(
    connection: &Connection,
    document: DocumentId,
    number: ChunkNumber,
) -> Result<Found, StoreError> {
    let sql = "SELECT kind, covers_to, heads, bytes, sha256 FROM chunks WHERE document = ?1 AND number = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let read = statement.query_row((document, number), |row| Ok(judge(row, document, number)));
    match read.optional() {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Ok(Found::Missing),
        Err(error) if is_unreadable(&error) => Ok(Found::Damaged { is_snapshot: false }),
        Err(error) => Err(error.into()),
    }
}

/// Empties the row of a snapshot that is not good. Its place stays, so that there is never a hole.
pub(crate) fn withdraw(
    connection: &Connection,
    document: DocumentId,
    number: ChunkNumber,
) -> Result<(), StoreError> {
    let Found::Intact(snapshot) = read(connection, document, number)? else {
        return Ok(());
    };
    if snapshot.kind != Kind::Snapshot {
        return Ok(());
    }
    let empty = Content::withdrawn(snapshot.covers_to);
    let sql = "UPDATE chunks SET kind = ?3, sha256 = ?4, heads = x'', bytes = x''
               WHERE document = ?1 AND number = ?2";
    let sha256 = empty.sha256(document, number);
    connection.execute(sql, (document, number, empty.kind as u8, sha256))?;
    let sql = "UPDATE documents SET bytes = bytes - ?2 WHERE id = ?1";
    connection.execute(sql, (document, snapshot.bytes.len()))?;
    Ok(())
}

/// The next place in a document, for so many bytes.
fn take_number(
    connection: &Connection,
    document: DocumentId,
    bytes: usize,
) -> Result<ChunkNumber, StoreError> {
    let sql = "UPDATE documents SET next_chunk = next_chunk + 1, bytes = bytes + ?2 WHERE id = ?1
               RETURNING next_chunk - 1";
    let mut statement = connection.prepare_cached(sql)?;
    let number = statement
        .query_row((document, bytes), |row| row.get(0))
        .optional()?;
    number.ok_or(StoreError::NotFound)
}

fn judge(row: &SqlRow<'_>, document: DocumentId, number: ChunkNumber) -> Found {
    let is_intact = |content: &Content| {
        row.get::<_, [u8; 32]>(4)
            .is_ok_and(|sha256| sha256 == content.sha256(document, number))
    };
    match content(row).ok().filter(is_intact) {
        Some(content) => Found::Intact(content),
        None => Found::Damaged {
            is_snapshot: looks_like_snapshot(row),
        },
    }
}

fn content(row: &SqlRow<'_>) -> rusqlite::Result<Content> {
    let kind = match row.get(0)? {
        1 => Kind::Changes,
        2 => Kind::Snapshot,
        3 => Kind::Withdrawn,
        other => return Err(rusqlite::Error::IntegralValueOutOfRange(0, other)),
    };
    Ok(Content {
        kind,
        covers_to: row.get(1)?,
        heads: row.get(2)?,
        bytes: row.get(3)?,
    })
}

/// Two fields say so independently: one flipped bit does not turn changes into a mere snapshot.
fn looks_like_snapshot(row: &SqlRow<'_>) -> bool {
    let kind: Option<i64> = row.get(0).ok();
    let covers_to: Option<Option<u64>> = row.get(1).ok();
    kind.is_some_and(|kind| kind != Kind::Changes as i64) && covers_to.flatten().is_some()
}

fn is_unreadable(error: &rusqlite::Error) -> bool {
    let unreadable = [
        ErrorCode::DatabaseCorrupt,
        ErrorCode::NotADatabase,
        ErrorCode::SystemIoFailure,
    ];
    error
        .sqlite_error_code()
        .is_some_and(|code| unreadable.contains(&code))
}
