//! What is told of a round with live totals: totals that move on by several ballots at once.
//!
//! Totals that followed each ballot would tell whose it is: whoever looks before and after sees what changed, and knows
//! who has just tapped. They move on when [`BALLOTS_TOLD_TOGETHER_MIN`] or more of them changed since they were told.

use rusqlite::{Connection, OptionalExtension};

use super::{Round, Tally, json::Json, tally};
use crate::{RoundId, StoreError, limits::BALLOTS_TOLD_TOGETHER_MIN};

/// Moves the told totals on, if enough ballots changed.
pub(super) fn move_on(connection: &Connection, round: &Round) -> Result<(), StoreError> {
    if round.rules.secret || changed(connection, round.id)? < BALLOTS_TOLD_TOGETHER_MIN {
        return Ok(());
    }
    let now = Tally {
        ballots: None,
        ..tally::count(connection, round)?
    };
    let sql = "UPDATE rounds SET told = ?2 WHERE id = ?1";
    connection
        .prepare_cached(sql)?
        .execute((round.id, Json(now)))?;
    let sql = "UPDATE ballots SET is_told = 1 WHERE round = ?1";
    connection.prepare_cached(sql)?.execute([round.id])?;
    Ok(())
}

/// What was told last; nothing at first.
pub(super) fn last(connection: &Connection, round: RoundId) -> Result<Tally, StoreError> {
    let sql = "SELECT told FROM rounds WHERE id = ?1 AND told IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let told = statement.query_row([round], |row| row.get::<_, Json<Tally>>(0));
    Ok(told.optional()?.map_or_else(Tally::default, |told| told.0))
}

/// How many ballots changed since.
fn changed(connection: &Connection, round: RoundId) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM ballots WHERE round = ?1 AND is_told = 0";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([round], |row| row.get(0))?)
}
