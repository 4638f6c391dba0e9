//! Asking a peer for everything again, after something it sent was not taken.

use crate::limits::{RESEND_PAUSE_MS_MAX, RESEND_PAUSE_MS_MIN, STRANGE_HEADS_MS};

/// Whether and when to ask. A stock client remembers what it sent and does not send it twice
/// unless told that we lost it.
#[derive(Debug)]
pub(super) struct Resend {
    wanted: bool,
    /// Since when the peer names heads that are not known here. A moment of that is normal: the
    /// changes are on their way. Longer means that they, or our request, got lost.
    strange_since_ms: Option<u64>,
    pause_ms: u64,
    not_before_ms: u64,
}

impl Default for Resend {
    fn default() -> Self {
        Resend {
            wanted: false,
            strange_since_ms: None,
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

    /// Its heads are all known, or not.
    pub(super) fn note_heads(&mut self, now_ms: u64, known: bool) {
        self.strange_since_ms = match known {
            true => None,
            false => self.strange_since_ms.or(Some(now_ms)),
        };
    }

    /// Something of this peer's was taken: the way is free.
    pub(super) fn relax(&mut self) {
        self.pause_ms = RESEND_PAUSE_MS_MIN;
    }

    /// When to ask, if at all.
    pub(super) fn due_ms(&self) -> Option<u64> {
        let strange = self.strange_since_ms.map(|since| since + STRANGE_HEADS_MS);
        let reason = if self.wanted { Some(0) } else { strange };
        reason.map(|due_ms| due_ms.max(self.not_before_ms))
    }

    /// It is being asked. The pause doubles, since what was refused may be refused again.
    pub(super) fn asked(&mut self, now_ms: u64) {
        self.wanted = false;
        self.strange_since_ms = None;
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

    #[test]
    fn heads_that_stay_strange_are_asked_about() {
        let mut resend = Resend::default();
        resend.note_heads(100, false);
        resend.note_heads(200, false);
        assert_eq!(resend.due_ms(), Some(100 + STRANGE_HEADS_MS));
        resend.note_heads(300, true);
        assert_eq!(resend.due_ms(), None);
    }
}
