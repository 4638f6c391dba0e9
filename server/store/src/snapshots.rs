//! Snapshots: a document in one piece, believed only after it was read back and verified.

use crate::{ChunkNumber, DocumentId, Store, StoreError};

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
#[derive(Debug)]
pub struct Reread {
    /// The snapshot.
    pub snapshot: Vec<u8>,
    /// The rows it claims to contain and that no earlier verified snapshot contains: every change in them
    /// must be in the snapshot.
    pub covered: Vec<crate::Chunk>,
}

impl Store {
    /// Stores a snapshot, reads it back, and lets `verify` (which may panic, and runs on a blocking thread)
    /// judge it. Only then are the rows it contains marked as replaced. Answers `NotVerified` when `verify` says
    /// no: the snapshot is kept in quarantine and every row stays.
    pub async fn add_snapshot<V>(
        &self,
        snapshot: Snapshot,
        verify: V,
    ) -> Result<ChunkNumber, StoreError>
    where
        V: FnOnce(Reread) -> bool + Send + 'static,
    {
        let _ = (snapshot, verify);
        unimplemented!()
    }
}
