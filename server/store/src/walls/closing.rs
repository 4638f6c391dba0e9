//! The end of a wall: everybody says what became of what they expected, then nothing tells any more whose a note was.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{Fulfilments, Wall, WallError, key, note, wall, writing::get_own};
use crate::{
    DocumentId, Fulfilment, NoteId, ParticipantId, SpaceId, Store, StoreError, WallStage,
    disk::{erase::erase_rows, job::Necessity},
    limits::FULFILLED_PEOPLE_MIN,
};

impl Store {
    /// Asks everybody what became of what they expected. A wall that asks already goes on.
    pub async fn close_wall(&self, document: DocumentId) -> Result<Wall, WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let wall = wall::get_open(connection, document)?;
            match wall.stage {
                WallStage::Hidden => Err(WallError::TooEarly),
                _ => wall::advance(connection, document, WallStage::Closing),
            }
        })
        .await
    }

    /// Says what became of what one expected, or that one does not say.
    pub async fn fulfil_note(
        &self,
        document: DocumentId,
        participant: ParticipantId,
        id: NoteId,
        fulfilment: Option<Fulfilment>,
    ) -> Result<(), WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let wall = wall::get_open(connection, document)?;
            if wall.stage != WallStage::Closing {
                return Err(WallError::TooEarly);
            }
            get_own(connection, document, participant, id)?;
            let sql = "UPDATE wall_notes SET fulfilment = ?2 WHERE id = ?1";
            connection.execute(sql, (id, fulfilment))?;
            Ok(())
        })
        .await
    }

    /// Ends a wall: what people said is counted, then the rows of its notes and its key are gone, from the database and from its
    /// log. Of a wall without names nothing is counted with so few people that one could infer who said what. One that has
    /// ended stays as it is. Works on a full disk.
    pub async fn end_wall(&self, document: DocumentId) -> Result<Wall, WallError> {
        self.change_judged(Necessity::Erasing, move |connection| {
            let wall = wall::get(connection, document)?;
            match wall.stage {
                WallStage::Ended => Ok(wall),
                WallStage::Hidden => Err(WallError::TooEarly),
                WallStage::Shown | WallStage::Closing => end(connection, document, &wall),
            }
        })
        .await
    }

    /// The walls of a space that take notes.
    pub async fn open_walls(&self, space: SpaceId) -> Result<Vec<DocumentId>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT w.document FROM walls w JOIN documents d ON d.id = w.document
                       WHERE d.space = ?1 AND w.state <> 'ended'";
            let mut statement = connection.prepare_cached(sql)?;
            let open = statement.query_map([space], |row| row.get(0))?;
            Ok(open.collect::<Result<_, _>>()?)
        })
        .await
    }
}

fn end(connection: &Connection, document: DocumentId, wall: &Wall) -> Result<Wall, WallError> {
    if let Some(Fulfilments { met, partly, unmet }) = count(connection, document, wall)? {
        let sql = "UPDATE walls SET met = ?2, partly = ?3, unmet = ?4 WHERE document = ?1";
        connection.execute(sql, (document, met, partly, unmet))?;
    }
    erase_rows(connection, "wall_notes", "document", document)?;
    key::destroy_keys_of_document(connection, document)?;
    wall::advance(connection, document, WallStage::Ended)
}

/// What people said; nothing when nobody did, or too few of a wall without names.
fn count(
    connection: &Connection,
    document: DocumentId,
    wall: &Wall,
) -> Result<Option<Fulfilments>, StoreError> {
    let mut counted = Fulfilments {
        met: 0,
        partly: 0,
        unmet: 0,
    };
    let mut people = BTreeSet::new();
    for found in note::all(connection, document)? {
        match found.own.fulfilment {
            None => continue,
            Some(Fulfilment::Met) => counted.met += 1,
            Some(Fulfilment::Partly) => counted.partly += 1,
            Some(Fulfilment::Unmet) => counted.unmet += 1,
        }
        people.insert(found.person);
    }
    let least = if wall.rules.named {
        1
    } else {
        FULFILLED_PEOPLE_MIN as usize
    };
    Ok((people.len() >= least).then_some(counted))
}
