//! One open document, the peers who look at it, and the changes on their way to the disk.

mod effect;
mod input;

pub use effect::{Effect, Refusal, RefusalCode};
pub use input::{Access, Identity, Input, PeerKey};

use automerge::Automerge;
use bytes::Bytes;

/// One open document and the peers who look at it.
///
/// The rule: every change goes pending → tick → applied → [`Effect::Commit`] →
/// [`Input::Committed`] → one shared frame. Nobody hears of a change, and no heads are told,
/// before the commit that holds it is answered.
///
/// The shell carries out effects in order, runs `handle` on a blocking thread (a tick or a join
/// may take long), and answers every [`Effect::Commit`] with exactly one [`Input::Committed`] or
/// [`Input::CommitFailed`].
pub struct Room {
    document: Automerge,
}

/// The document cannot be opened: automerge fails on it. It is a case for quarantine and repair,
/// never for an empty document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document is damaged: {0}")]
pub struct Damaged(pub String);

/// A whole document as one automerge document chunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The chunk. It was loaded again and compared before it was handed out.
    pub bytes: Bytes,
    /// The heads it holds.
    pub heads: Vec<[u8; 32]>,
}

impl Room {
    /// Opens a room over a document loaded from disk. `actors` are the bindings that earlier
    /// commits reported ([`Effect::Commit`]).
    pub fn open(
        document: Automerge,
        identity: Identity,
        actors: Vec<(Vec<u8>, [u8; 16])>,
    ) -> Result<Room, Damaged> {
        let _ = (identity, actors);
        Ok(Room { document })
    }

    /// Takes one input in; tells what to do about it. Never panics.
    ///
    /// `now_ms` may count from any moment but must never go back.
    pub fn handle(&mut self, now_ms: u64, input: Input) -> Vec<Effect> {
        let _ = (now_ms, input);
        Vec::new()
    }

    /// Whether nobody is here and nothing waits: the room may be dropped.
    pub fn is_idle(&self) -> bool {
        true
    }

    /// The heads that are on disk.
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.document
            .get_heads()
            .iter()
            .map(|head| head.0)
            .collect()
    }

    /// The document, for reading. While a commit is under way it also holds what is being written
    /// (see [`Room::is_settled`]).
    pub fn document(&self) -> &Automerge {
        &self.document
    }

    /// Whether the document is exactly what is on disk.
    pub fn is_settled(&self) -> bool {
        true
    }

    /// The whole document, for compaction; verified. `None` while a commit is under way or when
    /// automerge cannot load what it saved.
    pub fn snapshot(&mut self) -> Option<Snapshot> {
        None
    }
}
