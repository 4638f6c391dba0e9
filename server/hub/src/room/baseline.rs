//! The durable document as bytes: a snapshot and the commits since.
//!
//! It serves those who join, and it is what a room rebuilds itself from after a panic, since the
//! document in memory cannot be trusted then.

use automerge::{Automerge, ChangeHash, LoadOptions};
use bytes::Bytes;

use super::Snapshot;
use crate::guarded::{guarded, guarded_result};
use crate::limits::BASELINE_TAIL_BYTES_MIN;

/// Bytes that load to the durable document.
#[derive(Debug)]
pub(super) struct Baseline {
    snapshot: Bytes,
    /// The heads of the snapshot; of no use while there is a tail.
    snapshot_heads: Vec<ChangeHash>,
    /// Commits since the snapshot, in order.
    tail: Vec<Bytes>,
    tail_bytes: usize,
    /// A new snapshot is tried when the tail is this long.
    tail_bytes_max: usize,
}

impl Baseline {
    /// Takes a verified snapshot of a document that is exactly what is on disk.
    pub(super) fn of(document: &Automerge) -> Result<Baseline, String> {
        let snapshot = verified_snapshot(document)?;
        Ok(Baseline {
            tail_bytes_max: BASELINE_TAIL_BYTES_MIN.max(2 * snapshot.len()),
            snapshot,
            snapshot_heads: document.get_heads(),
            tail: Vec::new(),
            tail_bytes: 0,
        })
    }

    /// Takes over what a document was loaded from: a snapshot, and the commits after it. Nothing is saved
    /// and loaded again: it has just been loaded.
    pub(super) fn from_pieces(document: &Automerge, snapshot: Bytes, tail: Vec<Bytes>) -> Baseline {
        Baseline {
            tail_bytes_max: BASELINE_TAIL_BYTES_MIN.max(2 * snapshot.len()),
            snapshot_heads: document.get_heads(),
            tail_bytes: tail.iter().map(Bytes::len).sum(),
            snapshot,
            tail,
        }
    }

    /// Adds a commit; `document` holds it and nothing later.
    pub(super) fn extend(&mut self, commit: Bytes, document: &Automerge) {
        self.tail_bytes += commit.len();
        self.tail.push(commit);
        if self.tail_bytes > self.tail_bytes_max {
            self.renew(document);
        }
    }

    /// Replaces snapshot and tail by a fresh snapshot, or keeps them when it does not load:
    /// nothing that works is given up for something that does not.
    fn renew(&mut self, document: &Automerge) {
        match Baseline::of(document) {
            Ok(fresh) => *self = fresh,
            Err(_) => self.tail_bytes_max *= 2,
        }
    }

    /// The document as chunks to apply in order.
    pub(super) fn chunks(&self) -> Vec<Bytes> {
        let mut chunks = vec![self.snapshot.clone()];
        chunks.extend(self.tail.iter().cloned());
        chunks
    }

    /// How long the chunks are together.
    pub(super) fn bytes(&self) -> usize {
        self.snapshot.len() + self.tail_bytes
    }

    /// A snapshot of all of it.
    pub(super) fn snapshot(&mut self, document: &Automerge) -> Option<Snapshot> {
        if !self.tail.is_empty() {
            self.renew(document);
        }
        self.tail.is_empty().then(|| Snapshot {
            bytes: self.snapshot.clone(),
            heads: self.snapshot_heads.iter().map(|head| head.0).collect(),
        })
    }

    /// Loads the durable document anew; it must come out with these heads.
    pub(super) fn load(&self, like: &Automerge, heads: &[ChangeHash]) -> Result<Automerge, String> {
        let document = load(&self.chunks().concat(), like)?;
        match document.get_heads() == heads {
            true => Ok(document),
            false => Err("the baseline has other heads".into()),
        }
    }
}

/// A snapshot that was loaded again and came out the same. Heads are hashes over all content.
pub(super) fn verified_snapshot(document: &Automerge) -> Result<Bytes, String> {
    let bytes = guarded(|| document.save())?;
    let again = load(&bytes, document)?;
    match again.get_heads() == document.get_heads() {
        true => Ok(Bytes::from(bytes)),
        false => Err("the saved document has other heads".into()),
    }
}

fn load(bytes: &[u8], like: &Automerge) -> Result<Automerge, String> {
    let options = || LoadOptions::new().text_encoding(like.text_encoding());
    guarded_result(|| Automerge::load_with_options(bytes, options()))
}
