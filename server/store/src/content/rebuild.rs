//! Choosing the rows that rebuild a document: the shortest way when it is intact, everything that is left when not.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::{
    Chunk, ChunkNumber, Damage, DocumentId, StoreError, Stored,
    content::{
        places::{Start, places, start, verified},
        row::{self, Content, Found, Kind},
    },
};

/// What lies in every place of a document, oldest first.
type Rows = Vec<(ChunkNumber, Found)>;

/// Reads what is needed to rebuild a document.
pub(crate) fn load(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Stored>, StoreError> {
    let Some(empty) = start(connection, document)? else {
        return Ok(None);
    };
    match shortest_way(connection, &empty.stored, empty.first)? {
        Some(stored) => Ok(Some(stored)),
        None => everything(connection, empty).map(Some),
    }
}

/// Reads and verifies every row, needed or not.
pub(crate) fn load_thoroughly(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Stored>, StoreError> {
    let Some(empty) = start(connection, document)? else {
        return Ok(None);
    };
    everything(connection, empty).map(Some)
}

/// The latest verified snapshot and the changes after what it covers; nothing if any of it is not intact.
fn shortest_way(
    connection: &Connection,
    empty: &Stored,
    first: ChunkNumber,
) -> Result<Option<Stored>, StoreError> {
    let mut stored = empty.clone();
    let latest = verified(connection, stored.id)?
        .first()
        .map(|(number, _)| *number);
    let covers_to = match latest {
        Some(number) => match row::read(connection, stored.id, number)? {
            Found::Intact(snapshot) => take_snapshot(&mut stored, number, snapshot),
            _ => None,
        },
        None => (first == 1).then_some(0),
    };
    let Some(covers_to) = covers_to else {
        return Ok(None);
    };
    for number in places(connection, stored.id, covers_to, stored.last)? {
        match row::read(connection, stored.id, number)? {
            Found::Intact(content) => take_changes(&mut stored, number, content),
            _ => return Ok(None),
        }
    }
    Ok((!stored.chunks.is_empty()).then_some(stored))
}

/// Everything that is intact, and an honest word on whether that is all.
fn everything(connection: &Connection, start: Start) -> Result<Stored, StoreError> {
    let Start { mut stored, first } = start;
    let rows: Rows = places(connection, stored.id, first.saturating_sub(1), stored.last)?
        .into_iter()
        .map(|number| Ok((number, row::read(connection, stored.id, number)?)))
        .collect::<Result<_, StoreError>>()?;
    let verified: BTreeSet<_> = verified(connection, stored.id)?
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    stored.is_whole = is_whole(&rows, &verified, first);
    for (number, found) in rows {
        match found {
            Found::Intact(content) if verified.contains(&number) || !stored.is_whole => {
                take_anything(&mut stored, number, content)
            }
            Found::Intact(content) => take_changes(&mut stored, number, content),
            Found::Damaged { .. } => stored.damaged.push(Damage {
                number,
                is_missing: false,
            }),
            Found::Missing => stored.damaged.push(Damage {
                number,
                is_missing: true,
            }),
        }
    }
    Ok(stored)
}

/// Whether some beginning (nothing at all, or an intact verified snapshot) is followed by intact changes only.
fn is_whole(rows: &Rows, verified: &BTreeSet<ChunkNumber>, first: ChunkNumber) -> bool {
    let snapshots = rows.iter().filter_map(|(number, found)| match found {
        Found::Intact(content) if verified.contains(number) => content.covers_to,
        _ => None,
    });
    let beginnings = snapshots.chain((first == 1).then_some(0));
    beginnings.max().is_some_and(|covers_to| {
        !rows.is_empty()
            && rows
                .iter()
                .all(|(number, found)| *number <= covers_to || is_harmless(found))
    })
}

/// Whether nothing is lost with this row.
fn is_harmless(found: &Found) -> bool {
    match found {
        Found::Intact(_) => true,
        Found::Damaged { is_snapshot } => *is_snapshot,
        Found::Missing => false,
    }
}

/// Takes even a snapshot that was never verified, when that may be all that is left of something.
fn take_anything(stored: &mut Stored, number: ChunkNumber, content: Content) {
    match content.kind {
        Kind::Snapshot => drop(take_snapshot(stored, number, content)),
        _ => take_changes(stored, number, content),
    }
}

/// Answers with what the snapshot covers.
fn take_snapshot(
    stored: &mut Stored,
    number: ChunkNumber,
    snapshot: Content,
) -> Option<ChunkNumber> {
    let covers_to = snapshot
        .covers_to
        .filter(|_| snapshot.kind == Kind::Snapshot)?;
    if covers_to + 1 == number || stored.heads.is_empty() {
        stored.heads = snapshot.head_list();
        stored.tail_bytes = 0;
    }
    stored.chunks.push(Chunk {
        number,
        is_snapshot: true,
        bytes: snapshot.bytes,
    });
    Some(covers_to)
}

/// Snapshots that were never verified are passed over: they hold nothing that the changes do not.
fn take_changes(stored: &mut Stored, number: ChunkNumber, content: Content) {
    if content.kind == Kind::Changes {
        stored.heads = content.head_list();
        stored.tail_bytes += content.bytes.len() as u64;
        stored.chunks.push(Chunk {
            number,
            is_snapshot: false,
            bytes: content.bytes,
        });
    }
}
