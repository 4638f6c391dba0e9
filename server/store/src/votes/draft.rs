//! Preparing a round: made, changed and thrown away before it opens.

use rusqlite::Connection;

use super::{
    Choice, Entered, Round, RoundState, Rules, VoteError, json::Json, round::get, rules::check,
};
use crate::{
    DocumentId, RoundId, Store, StoreError,
    disk::job::Necessity,
    limits::{NUMBER_CARRIED_MAX, ROUNDS_PER_DOCUMENT_MAX},
};

/// A round to be prepared.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// The vote it belongs to.
    pub document: DocumentId,
    /// How it is voted.
    pub rules: Rules,
    /// What is chosen from: 1 to 200 bricks, each once.
    pub choices: Vec<Choice>,
    /// The revealed round of the same vote whose ties it settles.
    pub run_off_of: Option<RoundId>,
    /// The highest number its document tells of: rounds that came along with an archive are no rows here.
    pub after: u32,
}

impl Store {
    /// Prepares a round.
    pub async fn create_round(&self, new: NewRound) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            create(connection, &new)
        })
        .await
    }

    /// Gives a draft other rules and choices.
    pub async fn change_round(
        &self,
        document: DocumentId,
        round: RoundId,
        rules: Rules,
        choices: Vec<Choice>,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            get_draft(connection, document, round)?;
            check(&rules, &choices)?;
            let sql = "UPDATE rounds SET rules = ?2, choices = ?3 WHERE id = ?1";
            connection.execute(sql, (round, Json(rules), Json(choices)))?;
            get(connection, document, round)
        })
        .await
    }

    /// Throws a draft away. Its number is free again if it was the last one.
    pub async fn delete_round(
        &self,
        document: DocumentId,
        round: RoundId,
    ) -> Result<(), VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            get_draft(connection, document, round)?;
            connection.execute("DELETE FROM rounds WHERE id = ?1", [round])?;
            Ok(())
        })
        .await
    }
}

fn create(connection: &Connection, new: &NewRound) -> Result<Round, VoteError> {
    let number = next_number(connection, new.document)?.max(new.after.min(NUMBER_CARRIED_MAX) + 1);
    check(&new.rules, &new.choices)?;
    if let Some(settled) = new.run_off_of {
        let settled = get(connection, new.document, settled)?;
        expect(&settled, RoundState::Revealed)?;
    }
    let id = RoundId::random();
    let sql = "INSERT INTO rounds(id, document, number, state, rules, choices, run_off_of, entered)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    connection.execute(
        sql,
        (
            id,
            new.document,
            number,
            RoundState::Draft,
            Json(new.rules),
            Json(&new.choices),
            new.run_off_of,
            Json(Entered::default()),
        ),
    )?;
    get(connection, new.document, id)
}

/// The number of the next round of a vote that exists and has room for it.
fn next_number(connection: &Connection, document: DocumentId) -> Result<u32, VoteError> {
    let sql = "SELECT count(d.id), count(r.id), coalesce(max(r.number), 0) + 1
               FROM documents d LEFT JOIN rounds r ON r.document = d.id WHERE d.id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let (documents, rounds, number): (u64, u64, u32) =
        statement.query_row([document], |row| row.try_into())?;
    if documents == 0 {
        return Err(VoteError::NotFound);
    }
    if rounds >= ROUNDS_PER_DOCUMENT_MAX {
        return Err(VoteError::Store(StoreError::TooMany {
            what: "rounds",
            max: ROUNDS_PER_DOCUMENT_MAX,
        }));
    }
    Ok(number)
}

fn get_draft(
    connection: &Connection,
    document: DocumentId,
    round: RoundId,
) -> Result<Round, VoteError> {
    let found = get(connection, document, round)?;
    expect(&found, RoundState::Draft)?;
    Ok(found)
}

/// Refuses a round in another state.
pub(super) fn expect(round: &Round, state: RoundState) -> Result<(), VoteError> {
    (round.state == state).then_some(()).ok_or(VoteError::State)
}
