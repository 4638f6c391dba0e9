//! Who contributes to a document where the server alone writes what they say: ballots, answers.

use rusqlite::{Connection, OptionalExtension};

use crate::{DocumentId, ParticipantId, Role, StoreError};

/// Whether a person is in the space of a document, not removed, and more than a reader.
pub(crate) fn may_contribute(
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

/// Everybody who ever was in the space of a document, in the order of their identifiers.
pub(crate) fn everybody(
    connection: &Connection,
    document: DocumentId,
) -> Result<Vec<ParticipantId>, StoreError> {
    let sql = "SELECT p.id FROM participants p JOIN documents d ON d.space = p.space
               WHERE d.id = ?1 ORDER BY p.id";
    let mut statement = connection.prepare_cached(sql)?;
    let everybody = statement.query_map([document], |row| row.get(0))?;
    Ok(everybody.collect::<Result<_, _>>()?)
}
