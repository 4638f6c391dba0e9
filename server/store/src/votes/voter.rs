//! Who votes: what a person is called in the ballots, and who may cast one.

use rusqlite::{
    Connection, OptionalExtension,
    types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

use crate::{DocumentId, ParticipantId, Role, RoundId, StoreError};

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

/// Whether a person is in the space of the vote, not removed, and more than a reader.
pub(super) fn may_vote(
    connection: &Connection,
    document: DocumentId,
    participant: ParticipantId,
) -> Result<bool, StoreError> {
    let sql = "SELECT p.role FROM participants p JOIN documents d ON d.space = p.space
               WHERE d.id = ?1 AND p.id = ?2 AND NOT p.removed";
    let mut statement = connection.prepare_cached(sql)?;
    let role: Option<Role> = statement
        .query_row((document, participant), |row| row.get(0))
        .optional()?;
    Ok(role >= Some(Role::Participant))
}

/// Everybody who ever was in the space of the vote, in the order of their identifiers.
pub(super) fn everybody(
    connection: &Connection,
    document: DocumentId,
) -> Result<Vec<ParticipantId>, StoreError> {
    let sql = "SELECT p.id FROM participants p JOIN documents d ON d.space = p.space
               WHERE d.id = ?1 ORDER BY p.id";
    let mut statement = connection.prepare_cached(sql)?;
    let everybody = statement.query_map([document], |row| row.get(0))?;
    Ok(everybody.collect::<Result<_, _>>()?)
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
