//! Who wrote in a document: each of its actors belongs to one participant.

use rusqlite::Connection;

use crate::{DocumentId, ParticipantId, Store, StoreError};

impl Store {
    /// Every actor that wrote in a document, and whose it is.
    pub async fn authors(
        &self,
        document: DocumentId,
    ) -> Result<Vec<(Vec<u8>, ParticipantId)>, StoreError> {
        self.read(move |connection| of(connection, document)).await
    }
}

pub(crate) fn of(
    connection: &Connection,
    document: DocumentId,
) -> Result<Vec<(Vec<u8>, ParticipantId)>, StoreError> {
    let sql = "SELECT actor, participant FROM actors WHERE document = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([document], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
