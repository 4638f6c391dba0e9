//! The durable document as bytes: a snapshot and the commits since.
//!
//! It serves those who join, and it is what a room rebuilds itself from after a panic, since the
//! document in memory cannot be trusted then.

use automerge::{Automerge, ChangeHash, LoadOptions};
use bytes::Bytes;

use super::Snapshot;
use crate::guarded::{guarded, guarded_result};

/// Bytes that load to the durable document.
#[derive(Debug)]
pub(super) struct Baseline {
    snapshot: Bytes,
    /// Commits since the snapshot, in order, each with its number. Those it was loaded from have number 0.
    tail: Vec<(u64, Bytes)>,
    tail_bytes: usize,
}

impl Baseline {
    /// Takes a verified snapshot of a document that is exactly what is on disk.
    pub(super) fn of(document: &Automerge) -> Result<Baseline, String> {
        let snapshot = verified_snapshot(document)?;
        Ok(Baseline::from_pieces(snapshot, Vec::new()))
    }

    /// Takes over what a document was loaded from: a snapshot, and the commits after it, which were proved. Nothing is
    /// saved and loaded again: it has just been loaded.
    pub(super) fn from_pieces(snapshot: Bytes, tail: Vec<Bytes>) -> Baseline {
        Baseline {
            snapshot,
            tail_bytes: tail.iter().map(Bytes::len).sum(),
            tail: tail.into_iter().map(|piece| (0, piece)).collect(),
        }
    }

    /// Adds a commit.
    pub(super) fn extend(&mut self, number: u64, commit: Bytes) {
        self.tail_bytes += commit.len();
        self.tail.push((number, commit));
    }

    /// Takes a snapshot that holds everything up to a commit in place of what it holds.
    pub(super) fn fold(&mut self, snapshot: Bytes, through: u64) {
        self.snapshot = snapshot;
        self.tail.retain(|(number, _)| *number > through);
        self.tail_bytes = self.tail.iter().map(|(_, commit)| commit.len()).sum();
    }

    /// The document as chunks to apply in order.
    pub(super) fn chunks(&self) -> Vec<Bytes> {
        let mut chunks = vec![self.snapshot.clone()];
        chunks.extend(self.tail.iter().map(|(_, commit)| commit.clone()));
        chunks
    }

    /// How long the chunks are together.
    pub(super) fn bytes(&self) -> usize {
        self.snapshot.len() + self.tail_bytes
    }

    /// The whole document in one piece, when it is.
    pub(super) fn whole(&self) -> Option<&Bytes> {
        self.tail.is_empty().then_some(&self.snapshot)
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

/// A copy of a durable document on its way to become a snapshot. Making one costs time in proportion to
/// the document, and is done beside the room.
pub struct Draft {
    document: Automerge,
    /// The last commit it holds.
    through: u64,
}

/// A snapshot that was made beside the room, for [`Room::adopt`](super::Room::adopt) once it was verified: automerge can
/// save what it cannot load.
#[derive(Debug, Clone)]
pub struct Finished {
    /// The snapshot.
    pub snapshot: Snapshot,
    pub(super) through: u64,
}

impl Draft {
    pub(super) fn new(document: Automerge, through: u64) -> Self {
        Draft { document, through }
    }

    /// Saves the copy. Heavy; `None` when automerge cannot.
    pub fn finish(self) -> Option<Finished> {
        let bytes = Bytes::from(guarded(|| self.document.save()).ok()?);
        let heads = self.document.get_heads();
        Some(Finished {
            snapshot: Snapshot {
                bytes,
                heads: heads.iter().map(|head| head.0).collect(),
            },
            through: self.through,
        })
    }
}

/// A snapshot that was loaded again and came out the same. Heads are hashes over all content.
pub(crate) fn verified_snapshot(document: &Automerge) -> Result<Bytes, String> {
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
