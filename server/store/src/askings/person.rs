//! Who answers, and what becomes of their answers when they go.

use rusqlite::{Connection, OptionalExtension};

use super::key;
use crate::{AskingId, DocumentId, ParticipantId, Role, StoreError};

/// Whether a person is in the space of the round, not removed, and more than a reader.
pub(super) fn may_answer(
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

/// Everybody who ever was in the space of the round, in the order of their identifiers.
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

/// Forgets the answers of somebody who goes, or may only read from now on, where they are not revealed; and their turn to
/// speak.
pub(crate) fn strike_off(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    for asking in open_to(connection, participant)? {
        if let Some(key) = key::find(connection, asking)? {
            let sql = "DELETE FROM answers WHERE asking = ?1 AND person = ?2";
            connection.execute(sql, (asking, key.person(participant)))?;
        }
    }
    connection.execute("DELETE FROM speakers WHERE participant = ?1", [participant])?;
    Ok(())
}

fn open_to(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<Vec<AskingId>, StoreError> {
    let sql = "SELECT a.id FROM askings a JOIN documents d ON d.id = a.document
               JOIN participants p ON p.space = d.space WHERE p.id = ?1 AND a.outcome IS NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let open = statement.query_map([participant], |row| row.get(0))?;
    Ok(open.collect::<Result<_, _>>()?)
}
