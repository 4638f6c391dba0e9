//! The content of documents: rows that are only ever added, each with its hash.

use rusqlite::Connection;

use crate::{
    ChunkNumber, CommitError, DocumentId, DocumentKind, ParticipantId, SpaceId, Store, StoreError,
    clock,
    content::{
        quarantine, rebuild,
        row::{self, Content},
    },
    disk::job::Necessity,
    limits::{ACTOR_BYTES_MAX, ACTORS_PER_DOCUMENT_MAX, refuse_more_than},
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

/// A row whose hash was verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Its place in the document.
    pub number: ChunkNumber,
    /// Whether it is a snapshot: a whole document, to be loaded; otherwise changes, to be applied.
    pub is_snapshot: bool,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A row that is not what was written. It is copied to the quarantine and stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// Its place in the document.
    pub number: ChunkNumber,
    /// Whether nothing at all is left of it.
    pub is_missing: bool,
}

/// A document as it is on disk.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Its identifier.
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Whether it was put away.
    pub archived: bool,
    /// Everything needed to rebuild it, oldest first: usually one snapshot and the changes after it. With
    /// damage, everything that is left; the same change may then occur twice, which does no harm.
    pub chunks: Vec<Chunk>,
    /// The heads after the last intact row.
    pub heads: Vec<[u8; 32]>,
    /// The place of the last row: what a snapshot of all of `chunks` may claim in [`crate::Snapshot::covers_to`].
    pub last: ChunkNumber,
    /// Every actor that wrote, and whose it is.
    pub actors: Vec<(Vec<u8>, ParticipantId)>,
    /// Rows found damaged on the way.
    pub damaged: Vec<Damage>,
    /// Whether `chunks` hold everything that was ever saved. When not, the document must be shown as damaged,
    /// never as empty, and must not be snapshotted.
    pub is_whole: bool,
    /// How many bytes of changes lie after the latest verified snapshot: a measure for making another.
    pub tail_bytes: u64,
}

impl Store {
    /// Saves changes; answers with the place of the row once it is fsynced.
    pub async fn append(&self, append: Append) -> Result<ChunkNumber, CommitError> {
        let (document, bytes) = (append.document, append.bytes.len());
        let job = move |connection: &Connection| self::append(connection, append);
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

fn append(connection: &Connection, append: Append) -> Result<ChunkNumber, StoreError> {
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
        .execute((document, clock::now_ms()))?;
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
    let sql = "INSERT OR IGNORE INTO actors(document, actor, participant) VALUES (?1, ?2, ?3)";
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
