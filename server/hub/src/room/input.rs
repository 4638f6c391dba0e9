//! What a room can be told.

use bytes::Bytes;

/// One socket's place in a room. The shell draws the numbers and never uses one twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerKey(pub u64);

/// What a peer may do with the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Hear changes, not make them.
    Read,
    /// Hear and make changes.
    Write,
}

/// What a connection was told about a document, by others than the room it enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlreadySent {
    /// Nothing yet: it will greet, and is answered in full.
    Nothing,
    /// Something, by a room that is gone (after [`Effect::Rebuild`](super::Effect::Rebuild)): it
    /// will not greet again, so the room speaks first.
    Something,
    /// All that is durable, in answer to its greeting, by the [`Porch`](super::Porch).
    Everything,
}

/// Whose room this is on the wire and in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The document's id as clients spell it (bs58check).
    pub document_id: String,
    /// The server's peer id: `senderId` of every frame.
    pub peer_id: String,
    /// The automerge actor of the server's merge changes. Nobody else may use it.
    pub actor: [u8; 16],
    /// Whether the keys of the root are the server's alone: two people who create the same key make
    /// two objects, and one is lost from view; who overwrites one takes the document from everybody.
    pub root_is_closed: bool,
    /// Keys that are the server's alone in every map of the document.
    pub kept_keys: &'static [&'static str],
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Input {
    /// A peer opened the document. Its first [`Input::Sync`] is answered in full.
    Enter {
        /// The socket.
        peer: PeerKey,
        /// The peer id the socket announced in `join`.
        peer_id: String,
        /// Who it is: new automerge actors are bound to this participant.
        participant: [u8; 16],
        /// What it may do.
        access: Access,
        /// Whether it reads automerge bundles (`peerMetadata.bundles = 1`).
        reads_bundles: bool,
        /// What it was told about this document before it came in.
        already_sent: AlreadySent,
    },
    /// A peer closed the document or its socket. What it sent and was accepted stays. To revoke a
    /// right, say [`Input::SetAccess`] with [`Access::Read`] before.
    Leave {
        /// The socket.
        peer: PeerKey,
    },
    /// A `request` or `sync` message.
    Sync {
        /// From whom.
        peer: PeerKey,
        /// The automerge sync message.
        data: Bytes,
    },
    /// An ephemeral message. Relayed only if `sender_id` is the peer's own id and it may write.
    Ephemeral {
        /// From whom.
        peer: PeerKey,
        /// The originator the message names.
        sender_id: String,
        /// The frame, relayed unchanged.
        frame: Bytes,
    },
    /// A peer's right changed. Takes effect at once, for waiting changes too.
    SetAccess {
        /// Whose.
        peer: PeerKey,
        /// To what.
        access: Access,
    },
    /// The time of an [`Effect::TickAt`](super::Effect::TickAt) has come. Early, late and
    /// needless ticks are harmless.
    Tick,
    /// The commit is on disk (fsynced).
    Committed {
        /// Its number.
        commit: u64,
    },
    /// The disk is full: the room keeps the bytes until [`Input::Retry`].
    CommitFailed {
        /// Its number.
        commit: u64,
    },
    /// The disk may have space again: the room repeats a failed commit.
    Retry,
    /// The peer's queue was full and the shell dropped all of it, and goes on dropping until it says
    /// [`Input::Drained`]; once told, the room sends nothing more to this peer until then.
    Overflowed {
        /// Whose queue.
        peer: PeerKey,
    },
    /// The peer's queue is empty again: the room brings it up to date.
    Drained {
        /// Whose queue.
        peer: PeerKey,
    },
}
