//! Who may vote in a round: those who are there when it opens, and whom a facilitator lets in later.
//!
//! Whoever has the code of a room can join as often as they like. The electorate is therefore fixed when the round
//! opens; a latecomer is let in by somebody who sees them, and is counted as such.

use rusqlite::Connection;

use super::{
    Round, RoundState, VoteError,
    judge::is_overdue,
    key,
    round::{get, open_to},
    voter,
};
use crate::{
    DocumentId, ParticipantId, Role, RoundId, Store, StoreError, clock, disk::job::Necessity,
    people::contributors,
};

impl Store {
    /// Lets a latecomer vote in an open round. Whoever may vote in it already stays as they are.
    pub async fn let_in(
        &self,
        document: DocumentId,
        round: RoundId,
        latecomer: ParticipantId,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let found = get(connection, document, round)?;
            let_in(connection, &found, latecomer)?;
            Ok(found)
        })
        .await
    }

    /// Those whom a facilitator may let in to a round that is open, in the order they came; nobody to any other round.
    pub async fn latecomers(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Vec<ParticipantId>, VoteError> {
        self.read_judged(move |connection| {
            let found = get(connection, document, round)?;
            match found.state {
                RoundState::Open => Ok(latecomers(connection, &found)?),
                _ => Ok(Vec::new()),
            }
        })
        .await
    }

    /// Those who may vote in a round, in the order of their identifiers; nobody before it opens.
    pub async fn electors(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Vec<ParticipantId>, VoteError> {
        self.read_judged(move |connection| {
            get(connection, document, round)?;
            Ok(all(connection, round)?)
        })
        .await
    }
}

/// Those who have come into the space, may vote there, and are not on the list of a round, in the order they came.
fn latecomers(connection: &Connection, round: &Round) -> Result<Vec<ParticipantId>, StoreError> {
    let sql = "SELECT p.id FROM participants p JOIN documents d ON d.space = p.space
               WHERE d.id = ?2 AND p.role <> ?3 AND p.removed = 0
                 AND EXISTS (SELECT 1 FROM memberships m WHERE m.participant = p.id)
                 AND NOT EXISTS (SELECT 1 FROM electors e WHERE e.round = ?1 AND e.participant = p.id)
               ORDER BY p.joined_ms, p.number";
    let mut statement = connection.prepare_cached(sql)?;
    let late = statement.query_map((round.id, round.document, Role::Reader), |row| row.get(0))?;
    Ok(late.collect::<Result<_, _>>()?)
}

/// Fixes who may vote in a round that opens: everybody who has come into the space, was not removed, and is more than
/// a reader. Who is only expected has not come.
pub(super) fn summon(connection: &Connection, round: &Round) -> Result<(), StoreError> {
    let sql = "INSERT INTO electors(round, participant, late)
               SELECT ?1, p.id, 0 FROM participants p JOIN documents d ON d.space = p.space
               WHERE d.id = ?2 AND p.role <> ?3 AND p.removed = 0
                 AND EXISTS (SELECT 1 FROM memberships m WHERE m.participant = p.id)";
    connection.execute(sql, (round.id, round.document, Role::Reader))?;
    Ok(())
}

fn let_in(
    connection: &Connection,
    round: &Round,
    latecomer: ParticipantId,
) -> Result<(), VoteError> {
    if round.state != RoundState::Open || is_overdue(round, clock::now_ms()) {
        return Err(VoteError::State);
    }
    if !contributors::may_contribute(connection, round.document, latecomer)? {
        return Err(VoteError::NotFound);
    }
    let sql = "INSERT INTO electors(round, participant, late) VALUES (?1, ?2, 1)
               ON CONFLICT(round, participant) DO NOTHING";
    connection.execute(sql, (round.id, latecomer))?;
    Ok(())
}

/// Takes somebody who is removed, or may only read from now on, out of every round that is open, and their ballot with
/// them. What is closed stays as it was voted.
pub(crate) fn strike_off(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let open = open_to(connection, participant)?.into_iter();
    for round in open.filter(|round| !is_overdue(round, clock::now_ms())) {
        let sql = "DELETE FROM electors WHERE round = ?1 AND participant = ?2";
        connection.execute(sql, (round.id, participant))?;
        if let Some(key) = key::find(connection, round.id)? {
            voter::forget(connection, round.id, key.voter(participant))?;
        }
    }
    Ok(())
}

/// Whether somebody may vote in a round.
pub(super) fn holds(
    connection: &Connection,
    round: RoundId,
    participant: ParticipantId,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM electors WHERE round = ?1 AND participant = ?2)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((round, participant), |row| row.get(0))?)
}

/// How many may vote in a round, and how many of them came late.
pub(super) fn size(connection: &Connection, round: RoundId) -> Result<(u32, u32), StoreError> {
    let sql = "SELECT count(*), coalesce(sum(late), 0) FROM electors WHERE round = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([round], |row| row.try_into())?)
}

fn all(connection: &Connection, round: RoundId) -> Result<Vec<ParticipantId>, StoreError> {
    let sql = "SELECT participant FROM electors WHERE round = ?1 ORDER BY participant";
    let mut statement = connection.prepare_cached(sql)?;
    let electors = statement.query_map([round], |row| row.get(0))?;
    Ok(electors.collect::<Result<_, _>>()?)
}
