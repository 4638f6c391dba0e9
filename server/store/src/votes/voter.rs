//! What a person is called in the ballots, and how their ballot is forgotten.

use rusqlite::{
    Connection,
    types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

use crate::{RoundId, StoreError};

/// What a person, or a device, is called in the ballots of one round: says nothing without the key of the round.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Voter(pub(super) [u8; 32]);

impl ToSql for Voter {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

impl FromSql for Voter {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Voter)
    }
}

/// Forgets a ballot and the devices it came from.
pub(super) fn forget(
    connection: &Connection,
    round: RoundId,
    voter: Voter,
) -> Result<(), StoreError> {
    for table in ["ballots", "ballot_devices"] {
        let sql = format!("DELETE FROM {table} WHERE round = ?1 AND voter = ?2");
        connection.prepare_cached(&sql)?.execute((round, voter))?;
    }
    Ok(())
}
