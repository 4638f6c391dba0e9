//! How fast one socket may talk. What people write is never dropped: it is read more slowly.
//!
//! In a room of a hundred people a stock client answers each of the hundreds of frames a second it is sent. Such answers
//! are cheap, and no sign of abuse. What is dropped is relayed to everybody and never stored, or is no message at all.

use std::time::{Duration, Instant};

use hub::sync_message::carries_changes;
use hub::wire::{ClientMessage, DecodeError};

use crate::limits::{
    ANSWERS_BURST_MAX, ANSWERS_PER_SECOND, MESSAGES_BURST_MAX, MESSAGES_DROPPED_MAX,
    MESSAGES_PER_SECOND,
};

/// What a message costs, and whether it may be dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Says what the client has or wants: no changes are in it.
    Answer,
    /// Carries changes.
    Changes,
    /// Relayed, asked of the server, or unreadable.
    Other,
}

impl Weight {
    pub(super) fn of(message: &Result<ClientMessage, DecodeError>) -> Self {
        match message {
            Ok(ClientMessage::Sync { data, .. }) if carries_changes(data) => Self::Changes,
            Ok(
                ClientMessage::Sync { .. }
                | ClientMessage::Unavailable { .. }
                | ClientMessage::Leave
                | ClientMessage::Ignored,
            ) => Self::Answer,
            Ok(
                ClientMessage::Ephemeral(_)
                | ClientMessage::Control { .. }
                | ClientMessage::Join(_),
            )
            | Err(_) => Self::Other,
        }
    }
}

/// What to do with the next message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Handle,
    /// Handle it after so long, and read nothing before.
    Wait(Duration),
    Drop,
    /// It was told by silence for long enough.
    SendAway,
}

pub(super) struct Rate {
    answers: Bucket,
    changes: Bucket,
    others: Bucket,
    /// Messages that had to wait.
    pub(super) slowed: u32,
    /// Messages that were dropped.
    pub(super) dropped: u32,
}

impl Rate {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            answers: Bucket::full(ANSWERS_BURST_MAX, ANSWERS_PER_SECOND, now),
            changes: Bucket::full(MESSAGES_BURST_MAX, MESSAGES_PER_SECOND, now),
            others: Bucket::full(MESSAGES_BURST_MAX, MESSAGES_PER_SECOND, now),
            slowed: 0,
            dropped: 0,
        }
    }

    pub(super) fn judge(&mut self, now: Instant, weight: Weight) -> Verdict {
        let wait = match weight {
            Weight::Answer => self.answers.take(now),
            Weight::Changes => self.changes.take(now),
            Weight::Other if self.others.has_any(now) => self.others.take(now),
            Weight::Other => return self.drop_one(),
        };
        if wait.is_zero() {
            return Verdict::Handle;
        }
        self.slowed = self.slowed.saturating_add(1);
        Verdict::Wait(wait)
    }

    fn drop_one(&mut self) -> Verdict {
        self.dropped += 1;
        if self.dropped > MESSAGES_DROPPED_MAX {
            Verdict::SendAway
        } else {
            Verdict::Drop
        }
    }
}

/// Messages that may be sent at once; it refills with time. Below zero is what was promised to come later.
struct Bucket {
    most: f64,
    per_second: f64,
    left: f64,
    at: Instant,
}

impl Bucket {
    fn full(most: f64, per_second: f64, now: Instant) -> Self {
        Self {
            most,
            per_second,
            left: most,
            at: now,
        }
    }

    fn has_any(&mut self, now: Instant) -> bool {
        let earned = now.duration_since(self.at).as_secs_f64() * self.per_second;
        self.left = (self.left + earned).min(self.most);
        self.at = now;
        self.left >= 1.0
    }

    /// Takes one; how long it has to wait.
    fn take(&mut self, now: Instant) -> Duration {
        self.has_any(now);
        self.left -= 1.0;
        Duration::from_secs_f64((-self.left).max(0.0) / self.per_second)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    fn dropped(rate: &mut Rate, now: Instant, weight: Weight, count: usize) -> usize {
        let verdicts = (0..count).map(|_| rate.judge(now, weight));
        verdicts
            .filter(|verdict| matches!(verdict, Verdict::Drop | Verdict::SendAway))
            .count()
    }

    #[test]
    fn a_burst_passes_a_flood_does_not() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        assert_eq!(dropped(&mut rate, start, Weight::Other, 1_000), 600);
        let later = start + Duration::from_secs(1);
        assert_eq!(rate.judge(later, Weight::Other), Verdict::Handle);
    }

    #[test]
    fn who_insists_is_sent_away() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        assert!((0..3_000).any(|_| rate.judge(start, Weight::Other) == Verdict::SendAway));
    }

    #[test]
    fn what_people_write_is_slowed_and_never_dropped() {
        let start = Instant::now();
        let mut rate = Rate::new(start);
        assert_eq!(dropped(&mut rate, start, Weight::Changes, 10_000), 0);
        let Verdict::Wait(wait) = rate.judge(start, Weight::Changes) else {
            panic!("ten thousand at once do not pass");
        };
        assert_eq!(wait.as_secs(), (10_001 - 400) / 100);
    }

    #[test]
    fn answers_to_a_busy_room_do_not_even_wait() {
        let mut now = Instant::now();
        let mut rate = Rate::new(now);
        for _ in 0..10_000 {
            now += Duration::from_millis(4);
            assert_eq!(rate.judge(now, Weight::Answer), Verdict::Handle);
        }
        assert_eq!((rate.slowed, rate.dropped), (0, 0));
        assert_eq!(rate.judge(now, Weight::Changes), Verdict::Handle);
    }

    #[test]
    fn an_answer_is_known_by_its_head() {
        let sync = |data: &'static [u8]| {
            let data = Bytes::from_static(data);
            Weight::of(&Ok(ClientMessage::Sync {
                document_id: "doc".into(),
                data,
            }))
        };
        assert_eq!(sync(&[0x42, 0, 0, 1, 0, 0, 0]), Weight::Answer);
        assert_eq!(sync(&[0x42, 0, 0, 0, 1, 1, 7]), Weight::Changes);
        assert_eq!(sync(&[0x42, 0xff]), Weight::Changes);
        assert_eq!(sync(&[]), Weight::Changes);
        let odd = Err(DecodeError::TooLarge { bytes: 1 });
        assert_eq!(Weight::of(&odd), Weight::Other);
    }
}
