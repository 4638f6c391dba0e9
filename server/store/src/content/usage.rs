//! How much a space holds, and of what, beside what it may hold.

use rusqlite::{Connection, Row};

use crate::{
    DocumentId, SpaceId, Store, StoreError,
    content::attachments::{self, ListedAttachment},
    limits::{BYTES_PER_SPACE_MAX, LARGEST_ATTACHMENTS_SHOWN_MAX},
    text::Legible,
};

/// What a space holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Each of its documents, in the order they were made.
    pub documents: Vec<DocumentUsage>,
    /// Its largest files, the largest first.
    pub largest: Vec<ListedAttachment>,
}

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentUsage {
    /// Which.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Its text with all its history, in bytes.
    pub bytes: u64,
    /// How many files are beside it.
    pub files: u64,
    /// How much they hold, in bytes.
    pub file_bytes: u64,
    /// How many rounds of a vote.
    pub rounds: u64,
}

impl Store {
    /// What a space holds.
    pub async fn usage(&self, space: SpaceId) -> Result<Usage, StoreError> {
        self.read(move |connection| {
            Ok(Usage {
                documents: documents(connection, space)?,
                largest: attachments::largest(connection, space, LARGEST_ATTACHMENTS_SHOWN_MAX)?,
            })
        })
        .await
    }
}

fn documents(connection: &Connection, space: SpaceId) -> Result<Vec<DocumentUsage>, StoreError> {
    let sql = "SELECT d.id, d.title, d.bytes,
               (SELECT count(*) FROM attachments a WHERE a.document = d.id),
               (SELECT coalesce(sum(a.size), 0) FROM attachments a WHERE a.document = d.id),
               (SELECT count(*) FROM rounds r WHERE r.document = d.id)
               FROM documents d WHERE d.space = ?1 ORDER BY d.created_ms, d.number";
    let mut statement = connection.prepare_cached(sql)?;
    let documents = statement.query_map([space], read)?;
    Ok(documents.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<DocumentUsage> {
    Ok(DocumentUsage {
        document: row.get(0)?,
        title: row.get::<_, Legible>(1)?.0,
        bytes: row.get(2)?,
        files: row.get(3)?,
        file_bytes: row.get(4)?,
        rounds: row.get(5)?,
    })
}

/// Refuses what made the documents and files of a space too large together: asked after the change, which is then taken
/// back. People who write are never refused by it.
pub(crate) fn refuse_too_large(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let sql = "SELECT (SELECT coalesce(sum(d.bytes), 0) FROM documents d WHERE d.space = ?1)
               + (SELECT coalesce(sum(a.size), 0) FROM attachments a JOIN documents d ON d.id = a.document
                  WHERE d.space = ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    let bytes: u64 = statement.query_row([space], |row| row.get(0))?;
    if bytes <= BYTES_PER_SPACE_MAX {
        return Ok(());
    }
    Err(StoreError::TooMany {
        what: "bytes in a space",
        max: BYTES_PER_SPACE_MAX,
    })
}
