//! How far a round has come.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// How far a round has come; it never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoundState {
    /// Being prepared; the rules may change.
    Draft,
    /// Ballots are taken.
    Open,
    /// No ballot is taken any more.
    Closed,
    /// Everybody sees the result.
    Revealed,
}

const STATES: [RoundState; 4] = [
    RoundState::Draft,
    RoundState::Open,
    RoundState::Closed,
    RoundState::Revealed,
];

impl RoundState {
    /// The word as stored and as sent.
    pub fn as_str(self) -> &'static str {
        match self {
            RoundState::Draft => "draft",
            RoundState::Open => "open",
            RoundState::Closed => "closed",
            RoundState::Revealed => "revealed",
        }
    }
}

impl fmt::Display for RoundState {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.as_str())
    }
}

impl ToSql for RoundState {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.as_str()))
    }
}

impl FromSql for RoundState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        let state = STATES.into_iter().find(|state| state.as_str() == word);
        state.ok_or(FromSqlError::InvalidType)
    }
}
