//! Whose turn it is to speak, and who has spoken.

use rusqlite::Connection;

use super::AskingError;
use crate::{
    DocumentId, ParticipantId, Store, StoreError, disk::job::Necessity, people::contributors,
};

/// Where somebody is in the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// They have not spoken.
    Waits,
    /// They speak now; whoever spoke before has spoken.
    Speaks,
    /// They have spoken.
    HasSpoken,
}

/// Somebody who speaks or has spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub participant: ParticipantId,
    /// Whether they speak now.
    pub speaks: bool,
}

impl Store {
    /// Who speaks and who has spoken at a round, in the order of their identifiers.
    pub async fn speakers(&self, document: DocumentId) -> Result<Vec<Speaker>, StoreError> {
        self.read(move |connection| {
            let sql =
                "SELECT participant, turn = 'speaks' FROM speakers WHERE document = ?1 ORDER BY participant";
            let mut statement = connection.prepare_cached(sql)?;
            let speakers = statement.query_map([document], |row| {
                Ok(Speaker {
                    participant: row.get(0)?,
                    speaks: row.get(1)?,
                })
            })?;
            Ok(speakers.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Puts somebody of the space elsewhere in the turn. One person speaks at a time.
    pub async fn put_speaker(
        &self,
        document: DocumentId,
        participant: ParticipantId,
        turn: Turn,
    ) -> Result<(), AskingError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            if !contributors::may_contribute(connection, document, participant)? {
                return Err(AskingError::NotFound);
            }
            put(connection, document, participant, turn)
        })
        .await
    }

    /// Begins the turn anew: nobody has spoken.
    pub async fn clear_speakers(&self, document: DocumentId) -> Result<(), AskingError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            connection.execute("DELETE FROM speakers WHERE document = ?1", [document])?;
            Ok(())
        })
        .await
    }
}

fn put(
    connection: &Connection,
    document: DocumentId,
    participant: ParticipantId,
    turn: Turn,
) -> Result<(), AskingError> {
    if turn == Turn::Waits {
        let sql = "DELETE FROM speakers WHERE document = ?1 AND participant = ?2";
        connection.execute(sql, (document, participant))?;
        return Ok(());
    }
    if turn == Turn::Speaks {
        let sql = "UPDATE speakers SET turn = 'spoken' WHERE document = ?1";
        connection.execute(sql, [document])?;
    }
    let word = if turn == Turn::Speaks {
        "speaks"
    } else {
        "spoken"
    };
    let sql = "INSERT INTO speakers(document, participant, turn) VALUES (?1, ?2, ?3)
               ON CONFLICT(document, participant) DO UPDATE SET turn = excluded.turn";
    connection.execute(sql, (document, participant, word))?;
    Ok(())
}
