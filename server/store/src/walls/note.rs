//! The notes of a wall as they lie in their rows.

use rusqlite::{Connection, OptionalExtension, Row};

use super::WallError;
use crate::{DocumentId, Fulfilment, NoteId, NoteState, ParticipantId, StoreError};

/// What somebody writes on a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// Its name, which its author chose.
    pub id: NoteId,
    /// What is on it.
    pub body: String,
    /// The key of the column it is written under.
    pub column: String,
}

/// A note as its author sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnNote {
    /// The note.
    pub note: NewNote,
    /// Who else sees it.
    pub state: NoteState,
    /// What its author says of it at the end.
    pub fulfilment: Option<Fulfilment>,
}

/// A note as those may see it who see others' notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WallNote {
    /// The note.
    pub note: NewNote,
    /// Who wrote it; nobody on a wall without names.
    pub by: Option<ParticipantId>,
}

/// A note in its row.
pub(super) struct Found {
    pub(super) person: [u8; 32],
    pub(super) own: OwnNote,
}

const COLUMNS: &str = "id, body, wall_column, state, fulfilment, person";

pub(super) fn get(
    connection: &Connection,
    document: DocumentId,
    id: NoteId,
) -> Result<Found, WallError> {
    find(connection, document, id)?.ok_or(WallError::NotFound)
}

pub(super) fn find(
    connection: &Connection,
    document: DocumentId,
    id: NoteId,
) -> Result<Option<Found>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM wall_notes WHERE id = ?1 AND document = ?2");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row((id, document), read).optional()?)
}

/// All notes of a wall, in the order of their identifiers.
pub(super) fn all(connection: &Connection, document: DocumentId) -> Result<Vec<Found>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM wall_notes WHERE document = ?1 ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let notes = statement.query_map([document], read)?;
    Ok(notes.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Found> {
    let note = NewNote {
        id: row.get(0)?,
        body: row.get(1)?,
        column: row.get(2)?,
    };
    Ok(Found {
        own: OwnNote {
            note,
            state: row.get(3)?,
            fulfilment: row.get(4)?,
        },
        person: row.get(5)?,
    })
}

pub(super) fn put_state(
    connection: &Connection,
    id: NoteId,
    state: NoteState,
) -> Result<(), StoreError> {
    let sql = "UPDATE wall_notes SET state = ?2 WHERE id = ?1";
    connection.prepare_cached(sql)?.execute((id, state))?;
    Ok(())
}
