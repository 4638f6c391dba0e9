//! The address under which programs subscribe to the dates of a document: a secret that can be replaced and revoked.

use rusqlite::OptionalExtension;

use crate::{DocumentId, Secret, SecretHash, Store, StoreError};

impl Store {
    /// Makes a new address for a document's calendar; the old one stops working.
    pub async fn open_calendar(&self, document: DocumentId) -> Result<Secret, StoreError> {
        self.write(move |connection| {
            let secret = Secret::random();
            let sql = "INSERT INTO calendars(document, token_hash, token) VALUES (?1, ?2, ?3)
                       ON CONFLICT(document) DO UPDATE
                       SET token_hash = excluded.token_hash, token = excluded.token";
            connection.execute(sql, (document, secret.hash(), secret.reveal()))?;
            Ok(secret)
        })
        .await
    }

    /// Revokes the address. Works on a full disk.
    pub async fn close_calendar(&self, document: DocumentId) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            connection.execute("DELETE FROM calendars WHERE document = ?1", [document])?;
            Ok(())
        })
        .await
    }

    /// The address of a document's calendar, if it has one. Alone among secrets it is kept as it is: it opens nothing
    /// but what is in the same database.
    pub async fn calendar_of(&self, document: DocumentId) -> Result<Option<Secret>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT token FROM calendars WHERE document = ?1";
            let token =
                connection.query_row(sql, [document], |row| row.get::<_, Option<String>>(0));
            Ok(token
                .optional()?
                .flatten()
                .as_deref()
                .and_then(Secret::parse))
        })
        .await
    }

    /// The document whose calendar is at an address. A wrong, replaced or revoked one is `None`.
    pub async fn calendar(&self, secret: SecretHash) -> Result<Option<DocumentId>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT document FROM calendars WHERE token_hash = ?1";
            let mut statement = connection.prepare_cached(sql)?;
            Ok(statement.query_row([secret], |row| row.get(0)).optional()?)
        })
        .await
    }
}
