//! Writing notes, changing them and taking them back; and what their author sees of them.

use rusqlite::Connection;

use super::{
    NewNote, OwnNote, Wall, WallError, WallNote, key,
    note::{self, Found},
    wall,
};
use crate::{
    DocumentId, NoteId, NoteState, ParticipantId, Store, StoreError,
    disk::job::Necessity,
    limits::{NOTE_CHARS_MAX, NOTE_COLUMN_BYTES_MAX, NOTES_PER_PERSON_MAX, NOTES_PER_WALL_MAX},
    people::contributors,
};

/// How many notes there are, for everybody to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoteCounts {
    /// Notes that are shown or will be: those that were not accepted are not among them.
    pub notes: u32,
    /// Those that wait for a facilitator.
    pub waiting: u32,
    /// Those whose author has said what became of what they expected.
    pub fulfilled: u32,
}

impl Store {
    /// Takes a note, or another text of a note of the same person. Sent twice it is the same note. The answer is who sees it.
    pub async fn put_note(
        &self,
        document: DocumentId,
        participant: ParticipantId,
        note: NewNote,
    ) -> Result<NoteState, WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            put(connection, document, participant, &note)
        })
        .await
    }

    /// Takes a note back for good: nothing of it is left when this is answered. Works on a full disk.
    pub async fn take_back_note(
        &self,
        document: DocumentId,
        participant: ParticipantId,
        id: NoteId,
    ) -> Result<(), WallError> {
        self.change_judged(Necessity::Erasing, move |connection| {
            get_own(connection, document, participant, id)?;
            connection.execute("DELETE FROM wall_notes WHERE id = ?1", [id])?;
            Ok(())
        })
        .await
    }

    /// Whether a note is this person's.
    ///
    /// # Errors
    /// `NotFound` when it is not.
    pub async fn own_note(
        &self,
        document: DocumentId,
        participant: ParticipantId,
        id: NoteId,
    ) -> Result<OwnNote, WallError> {
        self.read_judged(move |connection| Ok(get_own(connection, document, participant, id)?.own))
            .await
    }

    /// What a person wrote on a wall that has not ended, in the order of identifiers.
    pub async fn own_notes(
        &self,
        document: DocumentId,
        participant: ParticipantId,
    ) -> Result<Vec<OwnNote>, WallError> {
        self.read_judged(move |connection| {
            let Some(key) = key::find(connection, document)? else {
                return Ok(Vec::new());
            };
            let person = key.person(participant);
            let notes = note::all(connection, document)?.into_iter();
            let own = notes.filter(|found| found.person == person);
            Ok(own.map(|found| found.own).collect())
        })
        .await
    }

    /// The notes of a wall that are in one state, with their authors where the wall has names.
    pub async fn notes_of_wall(
        &self,
        document: DocumentId,
        state: NoteState,
    ) -> Result<Vec<WallNote>, WallError> {
        self.read_judged(move |connection| {
            let Some(wall) = wall::find(connection, document)? else {
                return Ok(Vec::new());
            };
            let notes = note::all(connection, document)?.into_iter();
            let notes = notes.filter(|found| found.own.state == state);
            Ok(signed(connection, document, &wall, notes.collect())?)
        })
        .await
    }

    /// How many notes there are.
    pub async fn count_notes(&self, document: DocumentId) -> Result<NoteCounts, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT coalesce(sum(state <> 'refused'), 0), coalesce(sum(state = 'waiting'), 0),
                         coalesce(sum(fulfilment IS NOT NULL), 0) FROM wall_notes WHERE document = ?1";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([document], |row| {
                Ok(NoteCounts {
                    notes: row.get(0)?,
                    waiting: row.get(1)?,
                    fulfilled: row.get(2)?,
                })
            })?)
        })
        .await
    }
}

fn put(
    connection: &Connection,
    document: DocumentId,
    participant: ParticipantId,
    note: &NewNote,
) -> Result<NoteState, WallError> {
    if !contributors::may_contribute(connection, document, participant)? {
        return Err(WallError::NotFound);
    }
    let wall = wall::get_open(connection, document)?;
    judge(note)?;
    let key = key::find(connection, document)?.ok_or(StoreError::Damaged)?;
    let person = key.person(participant);
    match note::find(connection, document, note.id)? {
        Some(found) if found.person != person => return Err(WallError::NotFound),
        // It is on its way a second time.
        Some(found) if found.own.note == *note => return Ok(found.own.state),
        Some(_) => {}
        None => refuse_too_many(connection, document, person)?,
    }
    let sql = "INSERT INTO wall_notes(id, document, person, state, wall_column, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT(id) DO UPDATE SET state = excluded.state, wall_column = excluded.wall_column, body = excluded.body
               WHERE wall_notes.document = excluded.document";
    let state = wall.arriving();
    let row = (note.id, document, person, state, &note.column, &note.body);
    connection.prepare_cached(sql)?.execute(row)?;
    Ok(state)
}

fn judge(note: &NewNote) -> Result<(), StoreError> {
    if note.body.chars().count() > NOTE_CHARS_MAX {
        Err(too_long("note", NOTE_CHARS_MAX))
    } else if note.column.len() > NOTE_COLUMN_BYTES_MAX {
        Err(too_long("column", NOTE_COLUMN_BYTES_MAX))
    } else {
        Ok(())
    }
}

fn too_long(what: &'static str, max: usize) -> StoreError {
    StoreError::TooLong { what, max }
}

fn refuse_too_many(
    connection: &Connection,
    document: DocumentId,
    person: [u8; 32],
) -> Result<(), WallError> {
    let sql = "SELECT count(*), coalesce(sum(person = ?2), 0) FROM wall_notes WHERE document = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let (all, own): (u64, u64) = statement.query_row((document, person), |row| row.try_into())?;
    let is_full = all >= NOTES_PER_WALL_MAX || own >= NOTES_PER_PERSON_MAX;
    if is_full {
        return Err(WallError::TooManyNotes);
    }
    Ok(())
}

/// A note of this person.
pub(super) fn get_own(
    connection: &Connection,
    document: DocumentId,
    participant: ParticipantId,
    id: NoteId,
) -> Result<Found, WallError> {
    let found = note::get(connection, document, id)?;
    let key = key::find(connection, document)?.ok_or(WallError::Ended)?;
    if key.person(participant) == found.person {
        Ok(found)
    } else {
        Err(WallError::NotFound)
    }
}

/// Notes with their authors, found by calling everybody who could have written one.
fn signed(
    connection: &Connection,
    document: DocumentId,
    wall: &Wall,
    notes: Vec<Found>,
) -> Result<Vec<WallNote>, StoreError> {
    let key = key::find(connection, document)?.filter(|_| wall.rules.named);
    let people: Vec<_> = match key {
        Some(key) => contributors::everybody(connection, document)?
            .into_iter()
            .map(|who| (key.person(who), who))
            .collect(),
        None => Vec::new(),
    };
    let by = |person: [u8; 32]| people.iter().find(|(known, _)| *known == person);
    let notes = notes.into_iter().map(|found| WallNote {
        by: by(found.person).map(|(_, who)| *who),
        note: found.own.note,
    });
    Ok(notes.collect())
}
