//! What becomes of the notes of somebody who goes.

use rusqlite::Connection;

use super::key;
use crate::{DocumentId, ParticipantId, StoreError};

/// Forgets the notes of somebody who goes, or may only read from now on, where nobody else sees them.
pub(crate) fn strike_off(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    for document in walls_of(connection, participant)? {
        if let Some(key) = key::find(connection, document)? {
            let sql =
                "DELETE FROM wall_notes WHERE document = ?1 AND person = ?2 AND state <> 'shown'";
            connection.execute(sql, (document, key.person(participant)))?;
        }
    }
    Ok(())
}

fn walls_of(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<Vec<DocumentId>, StoreError> {
    let sql = "SELECT w.document FROM walls w JOIN documents d ON d.id = w.document
               JOIN participants p ON p.space = d.space WHERE p.id = ?1 AND w.state <> 'ended'";
    let mut statement = connection.prepare_cached(sql)?;
    let walls = statement.query_map([participant], |row| row.get(0))?;
    Ok(walls.collect::<Result<_, _>>()?)
}
