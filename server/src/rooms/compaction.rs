//! When a document is written as one piece: a snapshot loads many times faster than the changes it holds.

use std::time::{Duration, Instant};

use crate::limits::{TAIL_BYTES_MIN, TAIL_BYTES_ON_LEAVING, TAIL_ROWS_MAX};
use automerge::ChangeHash;
use hub::{Draft, Finished};
use store::{ChunkNumber, DocumentId, Reread, Store, StoreError};
use tokio::task::{JoinHandle, spawn_blocking};

/// Between two snapshots passes this many times what the last one took: they may not become the main work.
const REST_FACTOR: u32 = 20;

/// How much was written after the latest snapshot.
pub(super) struct Tail {
    bytes: usize,
    rows: u64,
    last: ChunkNumber,
    snapshot_bytes: usize,
    not_before: Instant,
}

/// A snapshot that is being made and stored.
pub(super) struct Saving {
    began: Instant,
    task: JoinHandle<Option<Finished>>,
}

impl Tail {
    pub(super) fn new(bytes: u64, last: ChunkNumber) -> Self {
        Self {
            bytes: usize::try_from(bytes).unwrap_or(usize::MAX),
            rows: 0,
            last,
            snapshot_bytes: 0,
            not_before: Instant::now(),
        }
    }

    pub(super) fn grows(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_add(bytes);
        self.rows += 1;
    }

    /// The row of the latest commit.
    pub(super) fn reaches(&mut self, row: ChunkNumber) {
        self.last = row;
    }

    pub(super) fn wants_snapshot(&self) -> bool {
        let bytes_max = TAIL_BYTES_MIN.max(2 * self.snapshot_bytes);
        let is_long = self.bytes >= bytes_max || self.rows >= TAIL_ROWS_MAX;
        is_long && Instant::now() >= self.not_before
    }

    pub(super) fn wants_snapshot_on_leaving(&self) -> bool {
        self.bytes >= TAIL_BYTES_ON_LEAVING
    }

    /// Makes a snapshot and hands it to the store, which believes it only after it was read back and verified.
    pub(super) fn save(&mut self, store: &Store, document: DocumentId, draft: Draft) -> Saving {
        (self.bytes, self.rows) = (0, 0);
        Saving {
            began: Instant::now(),
            task: tokio::spawn(save(store.clone(), document, draft, self.last)),
        }
    }

    /// A snapshot is done, well or not; `None` when there is none.
    pub(super) fn rest(&mut self, took: Duration, finished: Option<&Finished>) {
        self.not_before = Instant::now() + REST_FACTOR * took;
        if let Some(finished) = finished {
            self.snapshot_bytes = finished.snapshot.bytes.len();
        }
    }
}

/// Waits for the snapshot under way, or for ever when there is none: what it is, and how long it took.
pub(super) async fn saved(saving: &mut Option<Saving>) -> (Option<Finished>, Duration) {
    let Some(Saving { began, task }) = saving else {
        return std::future::pending().await;
    };
    let finished = task.await.unwrap_or(None);
    let took = began.elapsed();
    *saving = None;
    (finished, took)
}

/// Only a snapshot that was read back from disk and verified is one to serve people from.
async fn save(
    store: Store,
    document: DocumentId,
    draft: Draft,
    covers_to: ChunkNumber,
) -> Option<Finished> {
    let finished = spawn_blocking(move || draft.finish()).await.ok().flatten();
    let Some(finished) = finished else {
        tracing::error!(%document, "no snapshot could be made: the changes stay as they are");
        return None;
    };
    let offered = store::Snapshot {
        document,
        bytes: finished.snapshot.bytes.to_vec(),
        heads: finished.snapshot.heads.clone(),
        covers_to,
    };
    match store.add_snapshot(offered, is_faithful).await {
        Ok(_) => {
            tracing::debug!(%document, "written as one piece");
            return Some(finished);
        }
        Err(StoreError::Full) => tracing::debug!(%document, "no room for a snapshot"),
        Err(error) => tracing::error!(%document, %error, "the snapshot was not accepted"),
    }
    None
}

/// Whether every change of the covered rows is in the snapshot.
fn is_faithful(reread: Reread) -> bool {
    let Ok(snapshot) = crdt::open::open([reread.snapshot.as_slice()]) else {
        return false;
    };
    let holds = |head: &[u8; 32]| {
        snapshot
            .get_change_meta_by_hash(&ChangeHash(*head))
            .is_some()
    };
    if !reread.covered_heads.iter().all(holds) {
        return false;
    }
    let mut covered = reread.covered.iter();
    covered.all(|chunk| crdt::holds::holds(&snapshot, &chunk.bytes) == Ok(true))
}
