//! Counting the ballots of a round.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{
    Dots, Round, RoundState, Tally, VoteError, json::Json, judge, key, round::get, told, voter,
};
use crate::{DocumentId, ParticipantId, RoundId, Store, StoreError, people::contributors};

impl Store {
    /// What is told of the ballots so far, without names: it moves on by several ballots at once. Refused for a draft and while a secret round is not revealed.
    pub async fn partial_tally(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Tally, VoteError> {
        self.read_judged(move |connection| {
            let found = get(connection, document, round)?;
            match (found.state, found.results.clone()) {
                (_, Some(tally)) => Ok(tally),
                (RoundState::Draft, None) => Err(VoteError::State),
                (_, None) if found.rules.secret => Err(VoteError::State),
                (_, None) => Ok(told::last(connection, round)?),
            }
        })
        .await
    }
}

/// Counts the ballots there are.
pub(super) fn count(connection: &Connection, round: &Round) -> Result<Tally, StoreError> {
    let ballots = ballots_that_count(connection, round)?;
    let mut tally = Tally {
        voters: u32::try_from(ballots.len()).unwrap_or(u32::MAX),
        ..Tally::default()
    };
    for (brick, count) in ballots.values().flatten() {
        *tally.dots.entry(brick.clone()).or_default() += count;
    }
    if !round.rules.anonymous {
        tally.ballots = Some(name(connection, round, ballots)?);
    }
    Ok(tally)
}

fn ballots_that_count(
    connection: &Connection,
    round: &Round,
) -> Result<BTreeMap<voter::Voter, Dots>, StoreError> {
    let sql = "SELECT voter, dots FROM ballots WHERE round = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let ballots = statement.query_map([round.id], |row| {
        Ok((row.get(0)?, row.get::<_, Json<Dots>>(1)?.0))
    })?;
    let mut ballots: BTreeMap<_, _> = ballots.collect::<Result<_, _>>()?;
    ballots.retain(|_, dots| judge::counts(round, dots));
    Ok(ballots)
}

/// Finds whose ballots they are, by calling everybody who could have cast one.
fn name(
    connection: &Connection,
    round: &Round,
    mut ballots: BTreeMap<voter::Voter, Dots>,
) -> Result<Vec<(ParticipantId, Dots)>, StoreError> {
    let key = key::find(connection, round.id)?.ok_or(StoreError::Damaged)?;
    let everybody = contributors::everybody(connection, round.document)?;
    let named = everybody
        .into_iter()
        .filter_map(|who| Some((who, ballots.remove(&key.voter(who))?)));
    Ok(named.collect())
}
