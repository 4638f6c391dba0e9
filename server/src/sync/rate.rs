//! How fast one socket may talk: a bucket of messages that refills with time.

use std::time::Instant;

use crate::limits::{MESSAGES_BURST_MAX, MESSAGES_DROPPED_MAX, MESSAGES_PER_SECOND};

/// What to do with the next message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Handle,
    Drop,
    /// It was told by silence for long enough.
    SendAway,
}

pub(super) struct Rate {
    left: f64,
    at: Instant,
    dropped: u32,
}

impl Rate {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            left: MESSAGES_BURST_MAX,
            at: now,
            dropped: 0,
        }
    }

    pub(super) fn judge(&mut self, now: Instant) -> Verdict {
        let earned = now.duration_since(self.at).as_secs_f64() * MESSAGES_PER_SECOND;
        self.left = (self.left + earned).min(MESSAGES_BURST_MAX);
        self.at = now;
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Verdict::Handle;
        }
        self.dropped += 1;
        if self.dropped > MESSAGES_DROPPED_MAX {
            Verdict::SendAway
        } else {
            Verdict::Drop
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_burst_passes_a_flood_does_not() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        let handled = (0..1_000)
            .filter(|_| rate.judge(start) == Verdict::Handle)
            .count();
        assert_eq!(handled, 400);
        assert_eq!(rate.judge(start + Duration::from_secs(1)), Verdict::Handle);
    }

    #[test]
    fn who_insists_is_sent_away() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        assert!((0..3_000).any(|_| rate.judge(start) == Verdict::SendAway));
    }
}
