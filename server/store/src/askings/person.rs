//! What becomes of the answers of somebody who goes.

use rusqlite::Connection;

use super::key;
use crate::{AskingId, ParticipantId, StoreError};

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
