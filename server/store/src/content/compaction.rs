//! Letting go of rows that two verified snapshots have replaced.
//!
//! A row goes only when a snapshot that covers it was verified at least the grace ago, a later snapshot is verified as
//! well, and everything that stays was read and found intact at that moment. What stays then rebuilds the document in two
//! ways: from the latest snapshot, and from the one before it with the rows between.

use rusqlite::Connection;

use crate::{
    ChunkNumber, DocumentId, Store, StoreError,
    content::{
        places, rebuild,
        row::{self, Found},
    },
};

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Documents looked at.
    pub documents: u64,
    /// Rows deleted.
    pub chunks: u64,
    /// Bytes given back.
    pub bytes: u64,
    /// Documents left alone because a row of theirs is damaged.
    pub blocked: u64,
}

/// What may be done with one document.
enum Verdict {
    /// Nothing is old enough.
    Keep,
    /// Something is damaged: what is left may be needed to repair it.
    Blocked,
    /// Rows up to this one may go.
    Sweep(ChunkNumber),
}

impl Store {
    /// Deletes the rows that the last two verified snapshots both replace and that were replaced at least
    /// `grace_ms` before `now_ms` ([`crate::limits::GRACE_MS`]). Everything that stays is verified first.
    pub async fn sweep(&self, now_ms: u64, grace_ms: u64) -> Result<Swept, StoreError> {
        let verified_before_ms = now_ms.saturating_sub(grace_ms);
        let mut swept = Swept::default();
        for document in self.read(snapshotted_twice).await? {
            self.sweep_document(document, verified_before_ms, &mut swept)
                .await?;
        }
        Ok(swept)
    }

    async fn sweep_document(
        &self,
        document: DocumentId,
        verified_before_ms: u64,
        swept: &mut Swept,
    ) -> Result<(), StoreError> {
        swept.documents += 1;
        let judge = move |connection: &Connection| judge(connection, document, verified_before_ms);
        match self.read(judge).await? {
            Verdict::Keep => {}
            Verdict::Blocked => {
                tracing::error!(%document, "not swept: a row is damaged");
                swept.blocked += 1;
            }
            Verdict::Sweep(to) => {
                let gone = self
                    .write(move |connection| delete(connection, document, to))
                    .await?;
                swept.chunks += gone.0;
                swept.bytes += gone.1;
            }
        }
        Ok(())
    }
}

fn snapshotted_twice(connection: &Connection) -> Result<Vec<DocumentId>, StoreError> {
    let sql = "SELECT document FROM verified GROUP BY document HAVING count(*) >= 2";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn judge(
    connection: &Connection,
    document: DocumentId,
    verified_before_ms: u64,
) -> Result<Verdict, StoreError> {
    let verified = places::verified(connection, document)?;
    let replaced_by = verified
        .iter()
        .skip(1)
        .find(|(_, at_ms)| *at_ms <= verified_before_ms);
    let Some((snapshot, _)) = replaced_by else {
        return Ok(Verdict::Keep);
    };
    let Found::Intact(snapshot) = row::read(connection, document, *snapshot)? else {
        return Ok(Verdict::Blocked);
    };
    let to = snapshot.covers_to.unwrap_or(0);
    let sql = "SELECT first_chunk FROM documents WHERE id = ?1";
    let first: ChunkNumber = connection.query_row(sql, [document], |row| row.get(0))?;
    if first > to {
        return Ok(Verdict::Keep);
    }
    let stored = rebuild::load_thoroughly(connection, document)?.ok_or(StoreError::NotFound)?;
    let is_sound = stored.is_whole && stored.damaged.is_empty();
    Ok(if is_sound {
        Verdict::Sweep(to)
    } else {
        Verdict::Blocked
    })
}

/// Answers with the rows and bytes that are gone.
fn delete(
    connection: &Connection,
    document: DocumentId,
    to: ChunkNumber,
) -> Result<(u64, u64), StoreError> {
    let sql = "SELECT count(*), coalesce(sum(length(bytes)), 0) FROM chunks WHERE document = ?1 AND number <= ?2";
    let gone = connection.query_row(sql, (document, to), |row| Ok((row.get(0)?, row.get(1)?)))?;
    for sql in [
        "DELETE FROM chunks WHERE document = ?1 AND number <= ?2",
        "DELETE FROM verified WHERE document = ?1 AND number <= ?2",
        "UPDATE documents SET first_chunk = ?2 + 1 WHERE id = ?1 AND first_chunk <= ?2",
    ] {
        connection.execute(sql, (document, to))?;
    }
    let counted = "UPDATE documents SET bytes =
                   (SELECT coalesce(sum(length(c.bytes)), 0) FROM chunks c WHERE c.document = ?1) WHERE id = ?1";
    connection.execute(counted, [document])?;
    Ok(gone)
}
