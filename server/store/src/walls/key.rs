//! The key of a wall: while it exists, it can be found whose a note is; when it is gone, it cannot.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    DocumentId, SpaceId, StoreError,
    disk::erase::{erase_rows, keep_only},
    pseudonym::PseudonymKey,
};

/// Gives a wall its key.
pub(super) fn draw(connection: &Connection, document: DocumentId) -> Result<(), StoreError> {
    let sql = "INSERT INTO wall_keys(key, document) VALUES (?1, ?2)";
    connection.execute(sql, (PseudonymKey::random(), document))?;
    Ok(())
}

/// The key of a wall that has not ended.
pub(super) fn find(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<PseudonymKey>, StoreError> {
    let sql = "SELECT key FROM wall_keys WHERE document = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let key = statement.query_row([document], |row| row.get(0));
    Ok(key.optional()?)
}

/// Destroys the keys of all walls in a space.
pub(crate) fn destroy_keys(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let sql =
        "SELECT k.* FROM wall_keys k JOIN documents d ON d.id = k.document WHERE d.space <> ?1";
    Ok(keep_only(connection, KEYS, sql, space)?)
}

/// Destroys the key of a wall.
pub(crate) fn destroy_keys_of_document(
    connection: &Connection,
    document: DocumentId,
) -> Result<(), StoreError> {
    Ok(erase_rows(connection, KEYS, "document", document)?)
}

const KEYS: &str = "wall_keys";
