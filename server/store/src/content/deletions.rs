//! What is known of documents that were deleted for good: that they were, by whom and when. What they were called and what
//! was in them is gone.

use rusqlite::{Connection, OptionalExtension, ToSql, types::ToSqlOutput};
use sha2::{Digest, Sha256};

use crate::{
    DocumentId, ParticipantId, SpaceId, Store, StoreError, limits::DELETIONS_PER_SPACE_MAX,
};

/// That a document was deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deletion {
    /// The space it was in.
    pub space: SpaceId,
    /// Who deleted it.
    pub by: ParticipantId,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
}

/// What a deleted document is known by: whoever names it is told that it is gone, and nobody learns its name here.
struct Tombstone([u8; 32]);

impl Tombstone {
    fn of(document: DocumentId) -> Self {
        Tombstone(Sha256::digest(document.0).into())
    }
}

impl ToSql for Tombstone {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl Store {
    /// That a document was deleted, and by whom; `None` for one that is there or never was. Only the last
    /// [`DELETIONS_PER_SPACE_MAX`] of a space are remembered.
    pub async fn deletion(&self, document: DocumentId) -> Result<Option<Deletion>, StoreError> {
        self.read(move |connection| find(connection, document))
            .await
    }
}

pub(crate) fn find(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Deletion>, StoreError> {
    let sql = "SELECT space, participant, at_ms FROM deletions WHERE document_hash = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([Tombstone::of(document)], |row| {
        Ok(Deletion {
            space: row.get(0)?,
            by: row.get(1)?,
            at_ms: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

/// Remembers one, and forgets the oldest of the space beyond the limit.
pub(crate) fn remember(
    connection: &Connection,
    document: DocumentId,
    deletion: Deletion,
) -> Result<(), StoreError> {
    let Deletion { space, by, at_ms } = deletion;
    let sql =
        "INSERT INTO deletions(document_hash, space, participant, at_ms) VALUES (?1, ?2, ?3, ?4)";
    connection.execute(sql, (Tombstone::of(document), space, by, at_ms))?;
    let forget = "DELETE FROM deletions WHERE space = ?1 AND document_hash NOT IN
                  (SELECT document_hash FROM deletions WHERE space = ?1 ORDER BY at_ms DESC LIMIT ?2)";
    connection.execute(forget, (space, DELETIONS_PER_SPACE_MAX))?;
    Ok(())
}
