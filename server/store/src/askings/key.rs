//! The key of an asking: while it exists, a person's answer can be found; when it is gone, nobody's can.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    AskingId, DocumentId, SpaceId, StoreError,
    disk::erase::{erase_rows, keep_only},
    pseudonym::PseudonymKey,
};

/// Gives an asking its key.
pub(super) fn draw(
    connection: &Connection,
    document: DocumentId,
    asking: AskingId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO asking_keys(asking, document, key) VALUES (?1, ?2, ?3)";
    connection.execute(sql, (asking, document, PseudonymKey::random()))?;
    Ok(())
}

/// The key of an asking that is not revealed.
pub(super) fn find(
    connection: &Connection,
    asking: AskingId,
) -> Result<Option<PseudonymKey>, StoreError> {
    let sql = "SELECT key FROM asking_keys WHERE asking = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let key = statement.query_row([asking], |row| row.get(0));
    Ok(key.optional()?)
}

/// Destroys the key of an asking.
pub(super) fn destroy(connection: &Connection, asking: AskingId) -> Result<(), StoreError> {
    Ok(erase_rows(connection, KEYS, "asking", asking)?)
}

/// Destroys the keys of all askings in a space.
pub(crate) fn destroy_keys(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let sql =
        "SELECT k.* FROM asking_keys k JOIN documents d ON d.id = k.document WHERE d.space <> ?1";
    Ok(keep_only(connection, KEYS, sql, space)?)
}

/// Destroys the keys of all askings of a round.
pub(crate) fn destroy_keys_of_document(
    connection: &Connection,
    document: DocumentId,
) -> Result<(), StoreError> {
    Ok(erase_rows(connection, KEYS, "document", document)?)
}

const KEYS: &str = "asking_keys";
