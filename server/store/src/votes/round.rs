//! A round as it is kept.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{Choice, Entered, RoundState, Rules, Tally, VoteError, json::Json, results::Revealed};
use crate::{DocumentId, ParticipantId, RoundId, Store, StoreError};

/// A round as stored. It holds nothing of a secret round that is not revealed but what was entered by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its identifier.
    pub id: RoundId,
    /// The vote it belongs to.
    pub document: DocumentId,
    /// Its number in the vote: 1, 2 and so on.
    pub number: u32,
    /// How far it has come.
    pub state: RoundState,
    /// How it is voted.
    pub rules: Rules,
    /// What is chosen from, in the order given.
    pub choices: Vec<Choice>,
    /// The round whose ties it settles.
    pub run_off_of: Option<RoundId>,
    /// When it was opened, in milliseconds since 1970.
    pub opened_ms: Option<u64>,
    /// When its time is over, in milliseconds since 1970; `None` before it opens and without a time limit.
    pub closes_ms: Option<u64>,
    /// Raised hands and paper dots.
    pub entered: Entered,
    /// What the ballots say; `None` until it is revealed.
    pub results: Option<Tally>,
}

impl Store {
    /// The rounds of a vote in the order of their numbers.
    pub async fn rounds(&self, document: DocumentId) -> Result<Vec<Round>, StoreError> {
        self.read(move |connection| all(connection, document)).await
    }

    /// One round of a vote.
    pub async fn round(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Option<Round>, StoreError> {
        self.read(move |connection| find(connection, document, round))
            .await
    }
}

const COLUMNS: &str = "id, document, number, state, rules, choices, run_off_of, opened_ms, closes_ms, entered, revealed";

fn all(connection: &Connection, document: DocumentId) -> Result<Vec<Round>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM rounds WHERE document = ?1 ORDER BY number");
    let mut statement = connection.prepare_cached(&sql)?;
    let rounds = statement.query_map([document], read)?;
    Ok(rounds.collect::<Result<_, _>>()?)
}

/// The open rounds somebody may vote in, of all votes.
pub(super) fn open_to(
    connection: &Connection,
    elector: ParticipantId,
) -> Result<Vec<Round>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM rounds
         WHERE state = ?2 AND id IN (SELECT round FROM electors WHERE participant = ?1)"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rounds = statement.query_map((elector, RoundState::Open), read)?;
    Ok(rounds.collect::<Result<_, _>>()?)
}

fn find(
    connection: &Connection,
    document: DocumentId,
    round: RoundId,
) -> Result<Option<Round>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM rounds WHERE document = ?1 AND id = ?2");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row((document, round), read).optional()?)
}

/// A round that must be there.
pub(super) fn get(
    connection: &Connection,
    document: DocumentId,
    round: RoundId,
) -> Result<Round, VoteError> {
    find(connection, document, round)?.ok_or(VoteError::NotFound)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Round> {
    let revealed: Option<Json<Revealed>> = row.get(10)?;
    Ok(Round {
        id: row.get(0)?,
        document: row.get(1)?,
        number: row.get(2)?,
        state: row.get(3)?,
        rules: row.get::<_, Json<_>>(4)?.0,
        choices: row.get::<_, Json<_>>(5)?.0,
        run_off_of: row.get(6)?,
        opened_ms: row.get(7)?,
        closes_ms: row.get(8)?,
        entered: row.get::<_, Json<_>>(9)?.0,
        results: revealed.map(|revealed| revealed.0.tally),
    })
}
