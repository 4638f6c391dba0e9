//! What a room knows of one peer.

use automerge::ChangeHash;

use super::allowance::{FullSyncs, Operations};
use super::resend::Resend;
use super::{Access, RefusalCode};
use crate::limits::STRIKES_MAX;

/// One socket's stand towards the document.
#[derive(Debug)]
pub(super) struct Peer {
    pub(super) id: String,
    pub(super) participant: [u8; 16],
    pub(super) access: Access,
    pub(super) reads_bundles: bool,
    pub(super) standing: Standing,
    /// Changes it said it holds, in its last message. Only used to send less.
    pub(super) claimed: Vec<ChangeHash>,
    pub(super) full_syncs: FullSyncs,
    pub(super) operations: Operations,
    pub(super) resend: Resend,
    strikes: u32,
}

/// Where a peer is between greeting us and knowing everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has not said anything yet.
    Silent,
    /// It is owed a full answer.
    Waiting,
    /// Everything durable was sent to it: it gets the frames all get.
    Current,
    /// Its queue was dropped; it gets nothing before the queue is drained.
    Overflowed,
}

impl Peer {
    pub(super) fn new(
        id: String,
        participant: [u8; 16],
        access: Access,
        reads_bundles: bool,
    ) -> Peer {
        Peer {
            id,
            participant,
            access,
            reads_bundles,
            standing: Standing::Silent,
            claimed: Vec::new(),
            full_syncs: FullSyncs::default(),
            operations: Operations::default(),
            resend: Resend::default(),
            strikes: 0,
        }
    }

    /// Whether it waits for something. What a reader has in store is not asked for.
    pub(super) fn is_owed(&self) -> bool {
        let can_write = self.access == Access::Write;
        self.standing == Standing::Waiting || can_write && self.resend.due_ms().is_some()
    }

    /// Counts a refusal; true when it is one too many.
    pub(super) fn strike(&mut self, code: RefusalCode) -> bool {
        self.strikes += match code {
            RefusalCode::Malformed | RefusalCode::ForgedAuthor => 1,
            // One may be an honest client that met a bug of automerge; a second is not.
            RefusalCode::Damaged => STRIKES_MAX / 2,
            _ => 0,
        };
        self.strikes >= STRIKES_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_adds_up_and_bad_luck_does_not() {
        let mut peer = Peer::new("p".into(), [0; 16], Access::Write, false);
        assert!((0..100).all(|_| !peer.strike(RefusalCode::Busy)));
        assert!((1..STRIKES_MAX).all(|_| !peer.strike(RefusalCode::Malformed)));
        assert!(peer.strike(RefusalCode::ForgedAuthor));
    }
}
