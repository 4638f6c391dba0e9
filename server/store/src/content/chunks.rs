//! The content of documents: rows that are only ever added, each with its hash.

use rusqlite::Connection;

use crate::{
    ChunkNumber, CommitError, DocumentId, ParticipantId, Store, StoreError, Stored,
    content::{
        quarantine, rebuild,
        row::{self, Content},
    },
    disk::job::Necessity,
    limits::{ACTOR_BYTES_MAX, ACTORS_PER_DOCUMENT_MAX},
    rows::refuse_more_than,
};

/// Changes to be saved.
#[derive(Debug, Clone)]
pub struct Append {
    /// The document they belong to.
    pub document: DocumentId,
    /// Change chunks one after the other, uncompressed.
    pub bytes: Vec<u8>,
    /// The heads of the document after them.
    pub heads: Vec<[u8; 32]>,
    /// Actors seen for the first time, and whose they are.
    pub actors: Vec<(Vec<u8>, ParticipantId)>,
}

impl Store {
    /// Saves changes; answers with the place of the row once it is fsynced.
    pub async fn append(&self, append: Append) -> Result<ChunkNumber, CommitError> {
        let (document, bytes) = (append.document, append.bytes.len());
        let now_ms = self.now_ms();
        let job = move |connection: &Connection| self::append(connection, append, now_ms);
        let appended = self.write_weighing(bytes, Necessity::Ordinary, job).await;
        appended.map_err(|error| match error {
            StoreError::Full => CommitError::Full,
            other => {
                tracing::warn!(%document, bytes, error = %other, "changes were not saved");
                CommitError::Gone
            }
        })
    }

    /// Reads a document and verifies every row needed. `None` only when there never was such a document.
    pub async fn load_document(&self, document: DocumentId) -> Result<Option<Stored>, StoreError> {
        let load = move |connection: &Connection| rebuild::load(connection, document);
        let stored = self.read(load).await?;
        if let Some(stored) = stored.as_ref().filter(|stored| !stored.damaged.is_empty()) {
            self.report_damage(stored).await;
        }
        Ok(stored)
    }

    /// Says it loudly and keeps copies; that the copies cannot be kept is no reason not to load.
    async fn report_damage(&self, stored: &Stored) {
        let (document, damaged) = (stored.id, stored.damaged.clone());
        let (rows, is_whole) = (damaged.len(), stored.is_whole);
        tracing::error!(%document, rows, is_whole, "rows of a document are damaged");
        let kept = self
            .write(move |connection| quarantine::keep_damaged(connection, document, &damaged))
            .await;
        if let Err(error) = kept {
            tracing::error!(%document, %error, "damaged rows could not be copied to the quarantine");
        }
    }
}

fn append(connection: &Connection, append: Append, now_ms: u64) -> Result<ChunkNumber, StoreError> {
    if append.bytes.is_empty() {
        return Err(StoreError::Empty("changes"));
    }
    let document = append.document;
    let number = row::insert(
        connection,
        document,
        &Content::changes(append.bytes, &append.heads),
    )?;
    let sql = "UPDATE documents SET updated_ms = ?2 WHERE id = ?1";
    connection
        .prepare_cached(sql)?
        .execute((document, now_ms))?;
    bind_actors(connection, document, &append.actors)?;
    Ok(number)
}

/// The first to use an actor keeps it.
pub(crate) fn bind_actors(
    connection: &Connection,
    document: DocumentId,
    actors: &[(Vec<u8>, ParticipantId)],
) -> Result<(), StoreError> {
    if actors.is_empty() {
        return Ok(());
    }
    let sql = "INSERT INTO actors(document, actor, participant) VALUES (?1, ?2, ?3)
               ON CONFLICT(document, actor) DO NOTHING";
    let mut statement = connection.prepare_cached(sql)?;
    for (actor, participant) in actors {
        if actor.len() > ACTOR_BYTES_MAX {
            return Err(StoreError::TooLong {
                what: "actor",
                max: ACTOR_BYTES_MAX,
            });
        }
        statement.execute((document, actor, participant))?;
    }
    let counted = "SELECT count(*) FROM actors WHERE document = ?1";
    refuse_more_than(
        connection,
        ACTORS_PER_DOCUMENT_MAX,
        "actors",
        counted,
        document,
    )
}
