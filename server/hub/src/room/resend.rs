//! Asking a peer for everything again, after something it sent was not taken.

use crate::limits::{RESEND_PAUSE_MS_MAX, RESEND_PAUSE_MS_MIN};

/// Whether and when to ask. A stock client remembers what it sent and does not send it twice
/// unless told that we lost it.
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
}
