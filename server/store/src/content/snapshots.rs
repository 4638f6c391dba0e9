//! Snapshots: a document in one piece, believed only after it was read back and verified.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    Chunk, ChunkNumber, DocumentId, Store, StoreError,
    content::{
        places, quarantine,
        row::{self, Content, Found, Kind},
    },
    disk::{inspection, job::Necessity},
};

/// A document in one piece, to be stored.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The document.
    pub document: DocumentId,
    /// The whole document.
    pub bytes: Vec<u8>,
    /// Its heads.
    pub heads: Vec<[u8; 32]>,
    /// The last row whose content is in it: [`crate::Stored::last`] or what [`Store::append`] answered.
    pub covers_to: ChunkNumber,
}

/// What was read back from disk, to be verified by someone who can open documents.
#[derive(Debug, Clone, Default)]
pub struct Reread {
    /// The snapshot. It must open, and its heads must be those it was stored with.
    pub snapshot: Vec<u8>,
    /// The heads of the document after the last row it claims to contain: all must be known in the snapshot, which
    /// then contains everything before them as well.
    pub covered_heads: Vec<[u8; 32]>,
    /// The changes it claims to contain and that no earlier verified snapshot contains, as far as they are intact:
    /// every one of them must be in the snapshot.
    pub covered: Vec<Chunk>,
}

impl Store {
    /// Stores a snapshot, reads it back, and lets `verify` (which may panic, and runs on a blocking thread)
    /// judge it. Only then is the snapshot used, and may the rows it contains be swept one day. Answers
    /// `NotVerified` when `verify` says no: the snapshot goes to the quarantine and every row stays.
    pub async fn add_snapshot<V>(
        &self,
        snapshot: Snapshot,
        verify: V,
    ) -> Result<ChunkNumber, StoreError>
    where
        V: FnOnce(Reread) -> bool + Send + 'static,
    {
        let (document, bytes) = (snapshot.document, snapshot.bytes.len());
        let job = move |connection: &Connection| insert(connection, snapshot);
        let number = self.write_weighing(bytes, Necessity::Ordinary, job).await?;
        let reread = self
            .read(move |connection| reread(connection, document, number))
            .await?;
        // A panic of the one who verifies is a no.
        let verdict = tokio::task::spawn_blocking(move || reread.is_some_and(verify)).await;
        if !verdict.unwrap_or(false) {
            return self.withdraw(document, number).await;
        }
        let now_ms = self.now_ms();
        self.write(move |connection| accept(connection, document, number, now_ms))
            .await
    }

    async fn withdraw(
        &self,
        document: DocumentId,
        number: ChunkNumber,
    ) -> Result<ChunkNumber, StoreError> {
        tracing::error!(%document, number, "a snapshot could not be verified; nothing was replaced by it");
        self.write(move |connection| withdraw(connection, document, number))
            .await?;
        Err(StoreError::NotVerified)
    }
}

/// Stores it at the end of the document. One left unverified by a crash is emptied: it will never be used.
fn insert(connection: &Connection, snapshot: Snapshot) -> Result<ChunkNumber, StoreError> {
    let Snapshot {
        document,
        bytes,
        heads,
        covers_to,
    } = snapshot;
    let sql = "SELECT next_chunk FROM documents WHERE id = ?1";
    let next = connection.query_row(sql, [document], |row| row.get::<_, ChunkNumber>(0));
    let next = next.optional()?.ok_or(StoreError::NotFound)?;
    let is_step_back = covers_to < covered_by(latest_verified(connection, document)?.as_ref());
    if covers_to == 0 || covers_to >= next || is_step_back {
        return Err(StoreError::NotVerified);
    }
    for number in unverified(connection, document)? {
        row::withdraw(connection, document, number)?;
    }
    row::insert(
        connection,
        document,
        &Content::snapshot(bytes, &heads, covers_to),
    )
}

/// Reads the snapshot and what it claims to contain, from the disk and not from memory. Nothing when the snapshot is
/// not what was written.
fn reread(
    connection: &Connection,
    document: DocumentId,
    number: ChunkNumber,
) -> Result<Option<Reread>, StoreError> {
    inspection::forget_cached_pages(connection)?;
    let Found::Intact(snapshot) = row::read(connection, document, number)? else {
        return Ok(None);
    };
    let covers_to = snapshot.covers_to.unwrap_or(0);
    let before = latest_verified(connection, document)?;
    let mut reread = Reread {
        snapshot: snapshot.bytes,
        covered_heads: before.as_ref().map(Content::head_list).unwrap_or_default(),
        covered: Vec::new(),
    };
    for place in covered_by(before.as_ref()) + 1..=covers_to {
        if let Found::Intact(content) = row::read(connection, document, place)?
            && content.kind == Kind::Changes
        {
            reread.covered_heads = content.head_list();
            reread.covered.push(Chunk {
                number: place,
                is_snapshot: false,
                bytes: content.bytes,
            });
        }
    }
    Ok(Some(reread))
}

fn latest_verified(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Content>, StoreError> {
    let verified = places::verified(connection, document)?;
    let Some((latest, _)) = verified.first() else {
        return Ok(None);
    };
    match row::read(connection, document, *latest)? {
        Found::Intact(content) => Ok(Some(content)),
        _ => Ok(None),
    }
}

fn covered_by(snapshot: Option<&Content>) -> ChunkNumber {
    snapshot
        .and_then(|snapshot| snapshot.covers_to)
        .unwrap_or(0)
}

/// Believes the snapshot from here on.
pub(crate) fn accept(
    connection: &Connection,
    document: DocumentId,
    number: ChunkNumber,
    now_ms: u64,
) -> Result<ChunkNumber, StoreError> {
    match row::read(connection, document, number)? {
        Found::Intact(content) if content.kind == Kind::Snapshot => {}
        _ => return Err(StoreError::NotVerified),
    }
    let sql = "INSERT INTO verified(document, number, verified_ms) VALUES (?1, ?2, ?3)";
    connection.execute(sql, (document, number, now_ms))?;
    Ok(number)
}

fn withdraw(
    connection: &Connection,
    document: DocumentId,
    number: ChunkNumber,
) -> Result<(), StoreError> {
    if let Found::Intact(snapshot) = row::read(connection, document, number)? {
        quarantine::keep(
            connection,
            document,
            "snapshot not verified",
            &snapshot.bytes,
        )?;
    }
    row::withdraw(connection, document, number)
}

/// Snapshots that nobody will verify any more.
fn unverified(
    connection: &Connection,
    document: DocumentId,
) -> Result<Vec<ChunkNumber>, StoreError> {
    let sql = "SELECT number FROM chunks WHERE document = ?1 AND kind = 2 AND number NOT IN
               (SELECT number FROM verified WHERE document = ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([document], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
