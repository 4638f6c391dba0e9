//! What a room knows of one peer.

use automerge::ChangeHash;

use super::{Access, RefusalCode};
use crate::limits::{
    FULL_SYNC_BURST, FULL_SYNC_REFILL_MS, RESEND_PAUSE_MS_MAX, RESEND_PAUSE_MS_MIN, STRIKES_MAX,
};

/// One socket's stand towards the document.
#[derive(Debug)]
pub(super) struct Peer {
    pub(super) id: String,
    pub(super) participant: [u8; 16],
    pub(super) access: Access,
    pub(super) standing: Standing,
    /// Changes it said it holds, in its last message. Only used to send less.
    pub(super) claimed: Vec<ChangeHash>,
    pub(super) full_syncs: Allowance,
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
    pub(super) fn new(id: String, participant: [u8; 16], access: Access) -> Peer {
        Peer {
            id,
            participant,
            access,
            standing: Standing::Silent,
            claimed: Vec::new(),
            full_syncs: Allowance::default(),
            resend: Resend::default(),
            strikes: 0,
        }
    }

    /// Counts a refusal; true when it is one too many.
    pub(super) fn strike(&mut self, code: RefusalCode) -> bool {
        self.strikes += match code {
            RefusalCode::Malformed | RefusalCode::ForgedAuthor | RefusalCode::TooLarge => 1,
            // One may be an honest client that met a bug of automerge; a second is not.
            RefusalCode::Damaged => STRIKES_MAX / 2,
            _ => 0,
        };
        self.strikes >= STRIKES_MAX
    }
}

/// Full answers a peer may still ask for: a message of 42 bytes can ask for a whole document.
#[derive(Debug)]
pub(super) struct Allowance {
    left: u32,
    counted_ms: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Allowance {
            left: FULL_SYNC_BURST,
            counted_ms: 0,
        }
    }
}

impl Allowance {
    /// Takes one, or says when the next is due.
    pub(super) fn take(&mut self, now_ms: u64) -> Result<(), u64> {
        let refills = now_ms.saturating_sub(self.counted_ms) / FULL_SYNC_REFILL_MS;
        self.counted_ms += refills * FULL_SYNC_REFILL_MS;
        let refilled = u64::from(self.left).saturating_add(refills);
        self.left = refilled.min(u64::from(FULL_SYNC_BURST)) as u32;
        self.left = self.left.checked_sub(1).ok_or(self.due_ms())?;
        Ok(())
    }

    /// When one more is allowed, if none is left.
    pub(super) fn due_ms(&self) -> u64 {
        self.counted_ms + FULL_SYNC_REFILL_MS
    }
}

/// Asking a peer for everything again, after something it sent was not taken. A stock client
/// remembers what it sent and does not send it twice unless told that we lost it.
#[derive(Debug)]
pub(super) struct Resend {
    wanted: bool,
    /// It was asked, and has not yet shown that we have all it holds.
    unconfirmed: bool,
    pause_ms: u64,
    not_before_ms: u64,
}

impl Default for Resend {
    fn default() -> Self {
        Resend {
            wanted: false,
            unconfirmed: false,
            pause_ms: RESEND_PAUSE_MS_MIN,
            not_before_ms: 0,
        }
    }
}

impl Resend {
    /// Something of this peer's got lost.
    pub(super) fn want(&mut self) {
        self.wanted = true;
    }

    /// The queue to this peer was dropped, and perhaps our request with it.
    pub(super) fn may_be_lost(&mut self) {
        self.wanted |= self.unconfirmed;
    }

    /// Its heads are known: nothing of this peer's is missing.
    pub(super) fn confirm(&mut self) {
        self.unconfirmed = false;
    }

    /// Something of this peer's was taken: the way is free.
    pub(super) fn relax(&mut self) {
        self.pause_ms = RESEND_PAUSE_MS_MIN;
    }

    /// When to ask, if at all.
    pub(super) fn due_ms(&self) -> Option<u64> {
        self.wanted.then_some(self.not_before_ms)
    }

    /// It is being asked. The pause doubles, since what was refused may be refused again.
    pub(super) fn asked(&mut self, now_ms: u64) {
        self.wanted = false;
        self.unconfirmed = true;
        self.not_before_ms = now_ms + self.pause_ms;
        self.pause_ms = (self.pause_ms * 2).min(RESEND_PAUSE_MS_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_runs_out_and_comes_back() {
        let mut allowance = Allowance::default();
        for _ in 0..FULL_SYNC_BURST {
            assert_eq!(allowance.take(10), Ok(()));
        }
        assert_eq!(allowance.take(10), Err(FULL_SYNC_REFILL_MS));
        assert_eq!(allowance.take(FULL_SYNC_REFILL_MS), Ok(()));
        assert!(allowance.take(FULL_SYNC_REFILL_MS).is_err());
    }

    #[test]
    fn an_allowance_never_exceeds_the_burst() {
        let mut allowance = Allowance::default();
        let much_later = u64::MAX / 2;
        let taken = (0..100).filter(|_| allowance.take(much_later).is_ok());
        assert_eq!(taken.count() as u32, FULL_SYNC_BURST);
    }

    #[test]
    fn a_hopeless_peer_is_asked_less_and_less() {
        let mut resend = Resend::default();
        let mut pauses = Vec::new();
        let mut now_ms = 0;
        for _ in 0..10 {
            resend.want();
            resend.asked(now_ms);
            resend.want();
            let due_ms = resend.due_ms().unwrap();
            pauses.push(due_ms - now_ms);
            now_ms = due_ms;
        }
        assert!(pauses.is_sorted());
        assert_eq!(pauses.last(), Some(&RESEND_PAUSE_MS_MAX));
    }

    #[test]
    fn nonsense_adds_up_and_bad_luck_does_not() {
        let mut peer = Peer::new("p".into(), [0; 16], Access::Write);
        assert!((0..100).all(|_| !peer.strike(RefusalCode::Busy)));
        assert!((1..STRIKES_MAX).all(|_| !peer.strike(RefusalCode::Malformed)));
        assert!(peer.strike(RefusalCode::ForgedAuthor));
    }
}
