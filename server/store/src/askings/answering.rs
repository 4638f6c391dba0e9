//! Answering: always the whole answer, which replaces the one before.

use rusqlite::{Connection, OptionalExtension};

use super::{Answer, Asking, AskingError, asking::get, key};
use crate::{
    AskingId, DocumentId, ParticipantId, Store, StoreError, disk::job::Necessity,
    limits::WORD_CHARS_MAX, people::contributors,
};

impl Store {
    /// Takes the answer of a person in place of the one they gave. After the reveal none is taken.
    pub async fn put_answer(
        &self,
        document: DocumentId,
        asking: AskingId,
        participant: ParticipantId,
        answer: Answer,
    ) -> Result<(), AskingError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let found = get(connection, document, asking)?;
            judge(&found, &answer)?;
            if !contributors::may_contribute(connection, document, participant)? {
                return Err(AskingError::NotFound);
            }
            let key = key::find(connection, asking)?.ok_or(StoreError::Damaged)?;
            let sql = "INSERT INTO answers(asking, person, state, word) VALUES (?1, ?2, ?3, ?4)
                       ON CONFLICT(asking, person) DO UPDATE SET state = excluded.state, word = excluded.word";
            let row = (asking, key.person(participant), answer.state, &answer.word);
            connection.prepare_cached(sql)?.execute(row)?;
            Ok(())
        })
        .await
    }

    /// The answer of a person. When the asking is revealed, it is only known if the asking was named.
    pub async fn answer(
        &self,
        document: DocumentId,
        asking: AskingId,
        participant: ParticipantId,
    ) -> Result<Option<Answer>, AskingError> {
        self.read_judged(move |connection| {
            let found = get(connection, document, asking)?;
            match key::find(connection, asking)? {
                Some(key) => Ok(find(connection, asking, key.person(participant))?),
                None => Ok(revealed(&found, participant)),
            }
        })
        .await
    }

    /// How many people have answered.
    pub async fn answered(
        &self,
        document: DocumentId,
        asking: AskingId,
    ) -> Result<u32, AskingError> {
        self.read_judged(move |connection| {
            let found = get(connection, document, asking)?;
            match found.outcome {
                Some(outcome) => Ok(outcome.answers()),
                None => Ok(count(connection, asking)?),
            }
        })
        .await
    }
}

fn judge(asking: &Asking, answer: &Answer) -> Result<(), AskingError> {
    if asking.outcome.is_some() {
        Err(AskingError::Revealed)
    } else if answer.state >= asking.states {
        Err(AskingError::Invalid("state: there is no such state"))
    } else if !asking.words && !answer.word.is_empty() {
        Err(AskingError::Invalid("word: none is asked for"))
    } else if answer.word.chars().count() > WORD_CHARS_MAX {
        Err(AskingError::Invalid("word: at most 140 characters"))
    } else {
        Ok(())
    }
}

/// How many answers there are to an asking that is open.
pub(super) fn count(connection: &Connection, asking: AskingId) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM answers WHERE asking = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([asking], |row| row.get(0))?)
}

fn find(
    connection: &Connection,
    asking: AskingId,
    person: [u8; 32],
) -> Result<Option<Answer>, StoreError> {
    let sql = "SELECT state, word FROM answers WHERE asking = ?1 AND person = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let answer = statement.query_row((asking, person), |row| {
        Ok(Answer {
            state: row.get(0)?,
            word: row.get(1)?,
        })
    });
    Ok(answer.optional()?)
}

/// What a revealed asking says openly of a person's answer.
fn revealed(asking: &Asking, participant: ParticipantId) -> Option<Answer> {
    let named = asking.outcome.as_ref()?.named.as_ref()?;
    let (_, answer) = named.iter().find(|(who, _)| *who == participant)?;
    Some(answer.clone())
}
