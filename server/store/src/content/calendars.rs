//! The address under which programs subscribe to the dates of a document: a secret of one person, that can be replaced and
//! revoked, and opens nothing when the person may not write there any more.

use rusqlite::OptionalExtension;

use crate::{DocumentId, ParticipantId, Role, Secret, SecretHash, Store, StoreError};

impl Store {
    /// Makes a new address of a person for a document's calendar; their old one stops working.
    pub async fn open_calendar(
        &self,
        document: DocumentId,
        participant: ParticipantId,
    ) -> Result<Secret, StoreError> {
        self.write(move |connection| {
            let secret = Secret::random();
            let sql = "INSERT INTO calendars(document, participant, token_hash, token) VALUES (?1, ?2, ?3, ?4)
                       ON CONFLICT(document, participant) DO UPDATE
                       SET token_hash = excluded.token_hash, token = excluded.token";
            connection.execute(sql, (document, participant, secret.hash(), secret.reveal()))?;
            Ok(secret)
        })
        .await
    }

    /// Revokes the address of a person. Works on a full disk.
    pub async fn close_calendar(
        &self,
        document: DocumentId,
        participant: ParticipantId,
    ) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            let sql = "DELETE FROM calendars WHERE document = ?1 AND participant = ?2";
            connection.execute(sql, (document, participant))?;
            Ok(())
        })
        .await
    }

    /// The address of a person for a document's calendar, if they made one. Alone among secrets it is kept as it is: it
    /// opens nothing but what is in the same database.
    pub async fn calendar_of(
        &self,
        document: DocumentId,
        participant: ParticipantId,
    ) -> Result<Option<Secret>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT token FROM calendars WHERE document = ?1 AND participant = ?2";
            let token =
                connection.query_row(sql, (document, participant), |row| row.get::<_, String>(0));
            Ok(token.optional()?.as_deref().and_then(Secret::parse))
        })
        .await
    }

    /// The document whose calendar is at an address. A wrong, replaced or revoked one is `None`, and so is that of
    /// somebody who was removed or may only read, or of a closed space.
    pub async fn calendar(&self, secret: SecretHash) -> Result<Option<DocumentId>, StoreError> {
        self.read(move |connection| {
            let sql =
                "SELECT c.document FROM calendars c JOIN participants p ON p.id = c.participant
                       JOIN spaces s ON s.id = p.space
                       WHERE c.token_hash = ?1 AND p.removed = 0 AND p.role <> ?2 AND s.closed_ms IS NULL";
            let mut statement = connection.prepare_cached(sql)?;
            let document = statement.query_row((secret, Role::Reader), |row| row.get(0));
            Ok(document.optional()?)
        })
        .await
    }
}
