//! When a document is written as one piece: a snapshot loads many times faster than the changes it holds.

use automerge::ChangeHash;
use hub::Snapshot;
use store::{ChunkNumber, DocumentId, Reread, Store, StoreError};

/// Changes after the last snapshot that make another worth its cost, in bytes: about ten thousand keystrokes.
const TAIL_BYTES_MAX: u64 = 1024 * 1024;
/// The same in rows: each is one commit.
const TAIL_ROWS_MAX: u64 = 2_000;
/// A document that closes is written as one piece when at least this many bytes lie after its snapshot.
const TAIL_BYTES_ON_LEAVING: u64 = 16 * 1024;

/// How much was written after the latest snapshot.
pub(super) struct Tail {
    bytes: u64,
    rows: u64,
    last: ChunkNumber,
}

impl Tail {
    pub(super) fn new(bytes: u64, last: ChunkNumber) -> Self {
        Self {
            bytes,
            rows: 0,
            last,
        }
    }

    pub(super) fn grows(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
        self.rows += 1;
    }

    /// The row of the latest commit.
    pub(super) fn reaches(&mut self, row: ChunkNumber) {
        self.last = row;
    }

    pub(super) fn wants_snapshot(&self, leaving: bool) -> bool {
        let bytes_max = if leaving {
            TAIL_BYTES_ON_LEAVING
        } else {
            TAIL_BYTES_MAX
        };
        self.bytes >= bytes_max || self.rows >= TAIL_ROWS_MAX
    }

    /// Hands a snapshot to the store, which believes it only after it was read back and verified.
    pub(super) fn fold(&mut self, store: &Store, document: DocumentId, snapshot: Option<Snapshot>) {
        (self.bytes, self.rows) = (0, 0);
        let Some(snapshot) = snapshot else {
            tracing::error!(%document, "no snapshot could be made: the changes stay as they are");
            return;
        };
        let (store, covers_to) = (store.clone(), self.last);
        tokio::spawn(async move {
            let (bytes, heads) = (snapshot.bytes.into(), snapshot.heads);
            let offered = store::Snapshot {
                document,
                bytes,
                heads,
                covers_to,
            };
            match store.add_snapshot(offered, is_faithful).await {
                Ok(_) => tracing::debug!(%document, "written as one piece"),
                Err(StoreError::Full) => tracing::debug!(%document, "no room for a snapshot"),
                Err(error) => tracing::error!(%document, %error, "the snapshot was not accepted"),
            }
        });
    }
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
    // Loading snapshot and rows together yields the same heads only if the rows add nothing.
    let pieces = reread.covered.iter().map(|chunk| chunk.bytes.as_slice());
    let together = crdt::open::open(std::iter::once(reread.snapshot.as_slice()).chain(pieces));
    together.is_ok_and(|together| together.get_heads() == snapshot.get_heads())
}
