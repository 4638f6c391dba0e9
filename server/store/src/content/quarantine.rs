//! What was refused or found damaged, kept aside for someone to look at.

use rusqlite::Connection;

use crate::{
    Damage, DocumentId, Store, StoreError, clock,
    content::deletions,
    disk::job::Necessity,
    limits::{QUARANTINE_BYTES_MAX, QUARANTINE_PER_DOCUMENT_MAX},
};

impl Store {
    /// Keeps bytes aside, as many as the limits allow. `why` is one of our own words, never something people wrote.
    pub async fn quarantine(
        &self,
        document: DocumentId,
        why: &'static str,
        bytes: Vec<u8>,
    ) -> Result<(), StoreError> {
        let length = bytes.len();
        tracing::warn!(%document, why, bytes = length, "kept aside in quarantine");
        let job = move |connection: &Connection| keep(connection, document, why, &bytes);
        self.write_weighing(length, Necessity::Ordinary, job).await
    }

    /// How many things are kept aside, over all documents.
    pub async fn quarantined(&self) -> Result<u64, StoreError> {
        self.read(|connection| {
            Ok(connection.query_row("SELECT count(*) FROM quarantine", [], |row| row.get(0))?)
        })
        .await
    }
}

/// Keeps the beginning of what was refused, unless much was kept for this document already.
pub(crate) fn keep(
    connection: &Connection,
    document: DocumentId,
    why: &str,
    bytes: &[u8],
) -> Result<(), StoreError> {
    if deletions::find(connection, document)?.is_some() {
        return Ok(()); // it was deleted while its room was still open
    }
    let counted = "SELECT count(*) FROM quarantine WHERE document = ?1 AND number IS NULL";
    let kept: u64 = connection
        .prepare_cached(counted)?
        .query_row([document], |row| row.get(0))?;
    if kept >= QUARANTINE_PER_DOCUMENT_MAX {
        return Ok(());
    }
    let beginning = &bytes[..bytes.len().min(QUARANTINE_BYTES_MAX)];
    let sql = "INSERT INTO quarantine(document, why, at_ms, total_bytes, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((document, why, clock::now_ms(), bytes.len(), beginning))?;
    Ok(())
}

/// Copies all rows of a document, whole: they are about to be replaced.
pub(crate) fn keep_all_rows(
    connection: &Connection,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO quarantine(document, number, why, at_ms, total_bytes, bytes)
               SELECT document, number, 'before it was mended', ?2, length(bytes), bytes
               FROM chunks WHERE document = ?1
               ON CONFLICT(document, number) DO NOTHING";
    connection.execute(sql, (document, clock::now_ms()))?;
    Ok(())
}

/// Keeps a change that was taken out of a document, whole, however much is kept already.
pub(crate) fn keep_mended(
    connection: &Connection,
    document: DocumentId,
    change: &[u8],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO quarantine(document, why, at_ms, total_bytes, bytes)
               VALUES (?1, 'kept the document from loading', ?2, ?3, ?4)";
    connection.execute(sql, (document, clock::now_ms(), change.len(), change))?;
    Ok(())
}

/// Copies damaged rows, each once. They also stay where they are; what cannot even be read is not copied.
pub(crate) fn keep_damaged(
    connection: &Connection,
    document: DocumentId,
    damaged: &[Damage],
) -> Result<(), StoreError> {
    let sql = "INSERT INTO quarantine(document, number, why, at_ms, total_bytes, bytes)
               SELECT document, number, 'damaged', ?3, length(bytes), substr(bytes, 1, ?4)
               FROM chunks WHERE document = ?1 AND number = ?2
               ON CONFLICT(document, number) DO NOTHING";
    let mut statement = connection.prepare_cached(sql)?;
    for Damage { number, .. } in damaged.iter().filter(|damage| !damage.is_missing) {
        statement.execute((document, number, clock::now_ms(), QUARANTINE_BYTES_MAX))?;
    }
    Ok(())
}
