//! Counting the answers of an asking.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Answer, Asking, Outcome, key};
use crate::{DocumentId, ParticipantId, StoreError, people::contributors};

/// Counts the answers there are.
pub(super) fn count(
    connection: &Connection,
    document: DocumentId,
    asking: &Asking,
) -> Result<Outcome, StoreError> {
    let answers = answers(connection, asking)?;
    let chosen = |at: u32| answers.values().filter(move |answer| answer.state == at);
    let counts = (0..asking.states).map(|at| u32::try_from(chosen(at).count()).unwrap_or(u32::MAX));
    let words = answers.values().map(|answer| answer.word.clone());
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    Ok(Outcome {
        counts: counts.collect(),
        words,
        named: if asking.anonymous {
            None
        } else {
            Some(name(connection, document, asking, answers)?)
        },
    })
}

fn answers(
    connection: &Connection,
    asking: &Asking,
) -> Result<BTreeMap<[u8; 32], Answer>, StoreError> {
    let sql = "SELECT person, state, word FROM answers WHERE asking = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let answers = statement.query_map([asking.id], |row| {
        let answer = Answer {
            state: row.get(1)?,
            word: row.get(2)?,
        };
        Ok((row.get(0)?, answer))
    })?;
    Ok(answers.collect::<Result<_, _>>()?)
}

/// Finds whose answers they are, by calling everybody who could have given one.
fn name(
    connection: &Connection,
    document: DocumentId,
    asking: &Asking,
    mut answers: BTreeMap<[u8; 32], Answer>,
) -> Result<Vec<(ParticipantId, Answer)>, StoreError> {
    let key = key::find(connection, asking.id)?.ok_or(StoreError::Damaged)?;
    let everybody = contributors::everybody(connection, document)?;
    let named = everybody
        .into_iter()
        .filter_map(|who| Some((who, answers.remove(&key.person(who))?)));
    Ok(named.collect())
}
