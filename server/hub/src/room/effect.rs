//! What a room wants done.

use bytes::Bytes;

use super::PeerKey;

/// What the shell is to do, in this order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Queue this encoded frame for these peers.
    Send {
        /// For whom.
        to: Vec<PeerKey>,
        /// One WebSocket message.
        frame: Bytes,
    },
    /// Say [`Input::Tick`](super::Input::Tick) at this time. A later `TickAt` replaces an earlier
    /// one.
    TickAt {
        /// On the clock of `handle`; now or past means at once.
        at_ms: u64,
    },
    /// Write these changes, all or nothing, and answer when they are fsynced. There is at most
    /// one commit under way per room; a repeated number is the same commit again.
    Commit {
        /// Its number.
        commit: u64,
        /// Concatenated automerge change chunks, uncompressed.
        bytes: Bytes,
        /// The document's heads once this is written.
        heads: Vec<[u8; 32]>,
        /// Actors first used here, each with the participant it belongs to from now on.
        actors: Vec<(Vec<u8>, [u8; 16])>,
    },
    /// Tell this peer that something it sent was not accepted. When `refusal.abuse` is set, close
    /// its socket.
    Refused {
        /// Whom.
        peer: PeerKey,
        /// Why.
        refusal: Refusal,
    },
    /// Keep these bytes for a person to look at: they broke the document in memory.
    Quarantine {
        /// Who sent them, when one peer is known to be the sender.
        peer: Option<PeerKey>,
        /// What went wrong, for the log.
        why: String,
        /// Concatenated change chunks.
        bytes: Bytes,
    },
    /// The document in memory can not be trusted and could not be repaired. Wait for a commit
    /// under way, drop the room, load it again from disk and let the peers enter with
    /// [`AlreadySent::Something`](super::AlreadySent).
    Rebuild {
        /// What went wrong, for the log.
        why: String,
    },
}

/// Why something was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// The reason, as told to the client.
    pub code: RefusalCode,
    /// Whether this peer did it so often, or so plainly on purpose, that its socket should go.
    pub abuse: bool,
}

/// The reasons a client can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalCode {
    /// The peer may only read.
    ReadOnly,
    /// A change or message is over a limit.
    TooLarge,
    /// Not what the protocol or the format allows.
    Malformed,
    /// A change builds on changes the server has not got; the peer is asked for everything.
    UnknownDependencies,
    /// A change claims an author that belongs to somebody else.
    ForgedAuthor,
    /// Too much waits for the disk; the peer is asked again later.
    Busy,
    /// The change broke the document and was taken out.
    Damaged,
}

impl RefusalCode {
    /// The code on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            RefusalCode::ReadOnly => "read_only",
            RefusalCode::TooLarge => "too_large",
            RefusalCode::Malformed => "malformed",
            RefusalCode::UnknownDependencies => "unknown_dependencies",
            RefusalCode::ForgedAuthor => "forged_author",
            RefusalCode::Busy => "busy",
            RefusalCode::Damaged => "damaged",
        }
    }
}
