//! The key of an asking: while it exists, a person's answer can be found; when it is gone, nobody's can.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, ToSql};
use sha2::Sha256;

use crate::{AskingId, DocumentId, ParticipantId, SpaceId, StoreError, secret::random_bytes};

/// The key of one asking. Never printed, never outside of this crate.
pub(super) struct AskingKey([u8; 32]);

impl AskingKey {
    /// What a person is called in the answers of this asking.
    pub(super) fn person(&self, participant: ParticipantId) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of any length will do");
        mac.update(&participant.0);
        mac.finalize().into_bytes().into()
    }
}

/// Gives an asking its key.
pub(super) fn draw(
    connection: &Connection,
    document: DocumentId,
    asking: AskingId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO asking_keys(asking, document, key) VALUES (?1, ?2, ?3)";
    connection.execute(sql, (asking, document, random_bytes::<32>()))?;
    Ok(())
}

/// The key of an asking that is not revealed.
pub(super) fn find(
    connection: &Connection,
    asking: AskingId,
) -> Result<Option<AskingKey>, StoreError> {
    let sql = "SELECT key FROM asking_keys WHERE asking = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let key = statement.query_row([asking], |row| row.get(0).map(AskingKey));
    Ok(key.optional()?)
}

/// Destroys the key of an asking.
pub(super) fn destroy(connection: &Connection, asking: AskingId) -> Result<(), StoreError> {
    let sql = "SELECT asking, document, key FROM asking_keys WHERE asking <> ?1";
    keep_only(connection, sql, asking)
}

/// Destroys the keys of all askings in a space.
pub(crate) fn destroy_keys(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let sql = "SELECT k.asking, k.document, k.key FROM asking_keys k JOIN documents d ON d.id = k.document
               WHERE d.space <> ?1";
    keep_only(connection, sql, space)
}

/// Destroys the keys of all askings of a round.
pub(crate) fn destroy_keys_of_document(
    connection: &Connection,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "SELECT asking, document, key FROM asking_keys WHERE document <> ?1";
    keep_only(connection, sql, document)
}

/// Keeps what a question finds. The whole table is emptied, which fills its pages with zeros, and written anew: where rows
/// only move or go, SQLite may leave a copy in the unused part of a page.
fn keep_only(connection: &Connection, sql: &str, but: impl ToSql) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let kept = statement.query_map([but], |row| row.try_into())?;
    let kept: Vec<(AskingId, DocumentId, [u8; 32])> = kept.collect::<Result<_, _>>()?;
    connection.execute("DELETE FROM asking_keys", [])?;
    let sql = "INSERT INTO asking_keys(asking, document, key) VALUES (?1, ?2, ?3)";
    let mut insert = connection.prepare_cached(sql)?;
    for row in kept {
        insert.execute(row)?;
    }
    Ok(())
}
