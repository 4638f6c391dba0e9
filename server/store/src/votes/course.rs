//! The course of a round: opened, and closed by people or by its time.

use rusqlite::{Connection, OptionalExtension};

use super::{
    Round, RoundState, VoteError, draft::expect, electorate, judge::is_overdue, key, round::get,
};
use crate::{DocumentId, RoundId, SpaceId, Store, StoreError, clock, disk::job::Necessity};

impl Store {
    /// Opens a draft: ballots are taken from that moment on. One round of a vote is open at a time.
    pub async fn open_round(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            open(connection, document, round)
        })
        .await
    }

    /// Closes an open round: no ballot is taken after the answer. A closed round stays as it is. Works on a full disk.
    pub async fn close_round(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Necessary, move |connection| {
            let found = get(connection, document, round)?;
            match found.state {
                RoundState::Open => close(connection, found),
                RoundState::Closed => Ok(found),
                RoundState::Draft | RoundState::Revealed => Err(VoteError::State),
            }
        })
        .await
    }

    /// Closes a round if its time is over, and answers with the round as it then is.
    pub async fn close_overdue(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Necessary, move |connection| {
            let found = get(connection, document, round)?;
            if found.state == RoundState::Open && is_overdue(&found, clock::now_ms()) {
                close(connection, found)
            } else {
                Ok(found)
            }
        })
        .await
    }

    /// The open rounds of all votes in a space.
    pub async fn open_rounds(
        &self,
        space: SpaceId,
    ) -> Result<Vec<(DocumentId, RoundId)>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT r.document, r.id FROM rounds r JOIN documents d ON d.id = r.document
                       WHERE d.space = ?1 AND r.state = ?2";
            let mut statement = connection.prepare_cached(sql)?;
            let open = statement.query_map((space, RoundState::Open), |row| row.try_into())?;
            Ok(open.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// The open round whose time is over first, and when, in milliseconds since 1970; `None` when none has a limit.
    pub async fn next_overdue(&self) -> Result<Option<(DocumentId, RoundId, u64)>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT document, id, closes_ms FROM rounds
                       WHERE state = 'open' AND closes_ms IS NOT NULL ORDER BY closes_ms LIMIT 1";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([], |row| row.try_into()).optional()?)
        })
        .await
    }
}

fn open(connection: &Connection, document: DocumentId, round: RoundId) -> Result<Round, VoteError> {
    let draft = get(connection, document, round)?;
    expect(&draft, RoundState::Draft)?;
    refuse_another_open(connection, document)?;
    let opened_ms = clock::now_ms();
    let limit_ms = (draft.rules.seconds > 0).then_some(u64::from(draft.rules.seconds) * 1_000);
    let closes_ms = limit_ms.map(|limit_ms| opened_ms.saturating_add(limit_ms));
    let sql = "UPDATE rounds SET state = ?2, opened_ms = ?3, closes_ms = ?4 WHERE id = ?1";
    connection.execute(sql, (round, RoundState::Open, opened_ms, closes_ms))?;
    key::draw(connection, round)?;
    electorate::summon(connection, &draft)?;
    get(connection, document, round)
}

fn refuse_another_open(connection: &Connection, document: DocumentId) -> Result<(), VoteError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM rounds WHERE document = ?1 AND state = 'open')";
    let is_open: bool = connection
        .prepare_cached(sql)?
        .query_row([document], |row| row.get(0))?;
    (!is_open).then_some(()).ok_or(VoteError::AnotherOpen)
}

fn close(connection: &Connection, round: Round) -> Result<Round, VoteError> {
    let sql = "UPDATE rounds SET state = ?2 WHERE id = ?1";
    connection.execute(sql, (round.id, RoundState::Closed))?;
    Ok(Round {
        state: RoundState::Closed,
        ..round
    })
}
