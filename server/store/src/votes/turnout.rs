//! How many take part and who has finished: never what they vote.

use rusqlite::Connection;

use super::{Turnout, VoteError, electorate, key, results, round::get};
use crate::{DocumentId, ParticipantId, RoundId, Store, StoreError};

impl Store {
    /// How many take part in a round, or took part in one that is revealed.
    pub async fn turnout(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Turnout, VoteError> {
        self.read_judged(move |connection| {
            get(connection, document, round)?;
            let (eligible, late) = electorate::size(connection, round)?;
            let counted = match results::turnout(connection, round)? {
                Some(turnout) => turnout,
                None => count(connection, round)?,
            };
            Ok(Turnout {
                eligible,
                late,
                ..counted
            })
        })
        .await
    }

    /// Those of some people who have finished, in the order given. Nobody can say of a round that is revealed.
    pub async fn who_is_done(
        &self,
        document: DocumentId,
        round: RoundId,
        people: Vec<ParticipantId>,
    ) -> Result<Vec<ParticipantId>, VoteError> {
        self.read_judged(move |connection| {
            get(connection, document, round)?;
            Ok(finished(connection, round, people)?)
        })
        .await
    }
}

/// Counts the ballots there are.
pub(super) fn count(connection: &Connection, round: RoundId) -> Result<Turnout, StoreError> {
    let sql = "SELECT count(*), coalesce(sum(done), 0) FROM ballots WHERE round = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let turnout = statement.query_row([round], |row| {
        Ok(Turnout {
            voted: row.get(0)?,
            done: row.get(1)?,
            ..Turnout::default()
        })
    });
    Ok(turnout?)
}

fn finished(
    connection: &Connection,
    round: RoundId,
    people: Vec<ParticipantId>,
) -> Result<Vec<ParticipantId>, StoreError> {
    let Some(key) = key::find(connection, round)? else {
        return Ok(Vec::new());
    };
    let sql = "SELECT EXISTS (SELECT 1 FROM ballots WHERE round = ?1 AND voter = ?2 AND done)";
    let mut statement = connection.prepare_cached(sql)?;
    let mut finished = Vec::new();
    for person in people {
        if statement.query_row((round, key.voter(person)), |row| row.get(0))? {
            finished.push(person);
        }
    }
    Ok(finished)
}
