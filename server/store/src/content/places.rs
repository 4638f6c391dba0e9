//! Where the rows of a document are: which must exist, which do, and which snapshots were verified.

use rusqlite::{Connection, OptionalExtension};

use crate::{ChunkNumber, DocumentId, StoreError, Stored, content::authors, text::Legible};

/// A document without content yet, and the first place that still exists.
pub(crate) struct Start {
    pub(crate) stored: Stored,
    pub(crate) first: ChunkNumber,
}

pub(crate) fn start(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Start>, StoreError> {
    let (lowest, highest) = ends(connection, document)?;
    let sql = "SELECT space, kind, title, archived, locked, first_chunk, next_chunk,
               coalesce((SELECT s.locked FROM spaces s WHERE s.id = documents.space), 0)
               FROM documents WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([document], |row| {
        let stored = Stored {
            id: document,
            space: row.get(0)?,
            kind: row.get(1)?,
            title: row.get::<_, Legible>(2)?.0,
            archived: row.get(3)?,
            locked: row.get(4)?,
            locked_with_space: row.get(7)?,
            chunks: Vec::new(),
            heads: Vec::new(),
            last: highest
                .unwrap_or(0)
                .max(row.get::<_, ChunkNumber>(6)?.saturating_sub(1)),
            actors: Vec::new(),
            damaged: Vec::new(),
            is_whole: true,
            tail_bytes: 0,
        };
        let first: ChunkNumber = row.get(5)?;
        Ok(Start {
            stored,
            first: first.min(lowest.unwrap_or(first)),
        })
    });
    let Some(mut start) = found.optional()? else {
        return if highest.is_some() {
            Err(StoreError::Damaged)
        } else {
            Ok(None)
        };
    };
    start.stored.actors = authors::of(connection, document)?;
    Ok(Some(start))
}

/// The lowest and the highest place where something is.
fn ends(
    connection: &Connection,
    document: DocumentId,
) -> Result<(Option<ChunkNumber>, Option<ChunkNumber>), StoreError> {
    let end = |sql: &str| -> Result<Option<ChunkNumber>, StoreError> {
        Ok(connection
            .prepare_cached(sql)?
            .query_row([document], |row| row.get(0))?)
    };
    let lowest = end("SELECT min(number) FROM chunks WHERE document = ?1")?;
    Ok((
        lowest,
        end("SELECT max(number) FROM chunks WHERE document = ?1")?,
    ))
}

/// The places after one: those where something is, and of each hole the first. Holes are not walked through, because a
/// damaged number could make them endless.
pub(crate) fn places(
    connection: &Connection,
    document: DocumentId,
    after: ChunkNumber,
    last: ChunkNumber,
) -> Result<Vec<ChunkNumber>, StoreError> {
    let sql = "SELECT number FROM chunks WHERE document = ?1 AND number > ?2 ORDER BY number";
    let mut statement = connection.prepare_cached(sql)?;
    let mut places = Vec::new();
    let mut expected = after + 1;
    for number in statement.query_map((document, after), |row| row.get(0))? {
        let number: ChunkNumber = number?;
        if number > expected {
            places.push(expected);
        }
        places.push(number);
        expected = number.saturating_add(1);
    }
    if last >= expected {
        places.push(expected);
    }
    Ok(places)
}

/// The verified snapshots of a document with the moments they were verified, latest first.
pub(crate) fn verified(
    connection: &Connection,
    document: DocumentId,
) -> Result<Vec<(ChunkNumber, u64)>, StoreError> {
    let sql = "SELECT number, verified_ms FROM verified WHERE document = ?1 ORDER BY number DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([document], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
