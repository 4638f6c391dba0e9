//! The beats of one connection: they show the client that it is alive, and find out whether the client is.

use std::sync::LazyLock;

use axum::extract::ws::Message;
use bytes::Bytes;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use crate::limits::{ALIVE_EVERY, BEATS_FALL_EVERY, BEATS_PER_PING, SILENT_BEATS_MAX};

/// What the beats of all connections are counted from.
static EPOCH: LazyLock<Instant> = LazyLock::new(Instant::now);

pub(super) struct Heart {
    interval: Interval,
    /// For clients that watch for silence.
    alive: Option<Bytes>,
    beats: u32,
    silent_beats: u32,
}

impl Heart {
    pub(super) fn new(alive: Option<Bytes>) -> Self {
        let mut interval = interval_at(first_beat(*EPOCH, Instant::now()), ALIVE_EVERY);
        interval.set_missed_tick_behavior(MissedTickBehavior::Skip);
        Self {
            interval,
            alive,
            beats: 0,
            silent_beats: 0,
        }
    }

    /// Waits for the next beat. Cancelling it loses nothing.
    pub(super) async fn is_due(&mut self) {
        self.interval.tick().await;
    }

    /// What is to be sent now, given whether the client was heard since the last beat; nothing more when it has been
    /// silent for too long.
    pub(super) fn beat(
        &mut self,
        was_heard: bool,
    ) -> Option<impl Iterator<Item = Message> + use<>> {
        self.beats = self.beats.wrapping_add(1);
        self.silent_beats = if was_heard { 0 } else { self.silent_beats + 1 };
        if self.silent_beats > SILENT_BEATS_MAX {
            return None;
        }
        let asks = self.beats.is_multiple_of(BEATS_PER_PING);
        let ping = asks.then(|| Message::Ping(Bytes::new()));
        let alive = self.alive.clone().map(Message::Binary);
        Some(alive.into_iter().chain(ping))
    }
}

/// A good interval from now, at a moment that many connections share.
fn first_beat(epoch: Instant, now: Instant) -> Instant {
    let beats = (now - epoch).as_nanos() / BEATS_FALL_EVERY.as_nanos();
    let beats = u32::try_from(beats + 1).unwrap_or(u32::MAX);
    epoch + BEATS_FALL_EVERY * beats + ALIVE_EVERY
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn heart() -> Heart {
        Heart::new(Some(Bytes::from_static(b"alive")))
    }

    #[tokio::test]
    async fn a_client_that_answers_pings_stays_for_ever() {
        let mut heart = heart();
        let mut was_heard = false;
        for _ in 0..100 {
            let signs: Vec<_> = heart.beat(was_heard).expect("it is there").collect();
            assert!(matches!(signs[0], Message::Binary(_)));
            was_heard = signs.iter().any(|sign| matches!(sign, Message::Ping(_)));
        }
    }

    #[tokio::test]
    async fn a_client_that_says_nothing_is_let_go() {
        let mut heart = heart();
        let beats = (0..100).take_while(|_| heart.beat(false).is_some());
        assert_eq!(beats.count(), SILENT_BEATS_MAX as usize);
    }

    #[test]
    fn beats_fall_together() {
        let epoch = Instant::now();
        let first = |ms| first_beat(epoch, epoch + Duration::from_millis(ms)) - epoch;
        assert_eq!(first(1), first(99));
        assert_eq!(first(100), first(0) + BEATS_FALL_EVERY);
        assert!(first(99) > ALIVE_EVERY + Duration::from_millis(99));
        assert_eq!(ALIVE_EVERY.as_nanos() % BEATS_FALL_EVERY.as_nanos(), 0);
    }
}
