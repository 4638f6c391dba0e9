//! When the next tick is: at once when quiet, rarer the more a tick costs.

use crate::limits::{PEERS_PER_REST_MS, TICK_INTERVAL_MS_MAX, TICK_REST_FACTOR};

/// The rhythm of a room.
#[derive(Debug, Default)]
pub(super) struct Pace {
    last_tick_ms: Option<u64>,
    interval_ms: u64,
}

impl Pace {
    /// When changes that wait may be taken in.
    pub(super) fn due_ms(&self, now_ms: u64) -> u64 {
        let rested = self.last_tick_ms.map(|last| last + self.interval_ms);
        rested.map_or(now_ms, |rested| rested.max(now_ms))
    }

    /// A tick with work begins.
    pub(super) fn began(&mut self, now_ms: u64) {
        self.last_tick_ms = Some(now_ms);
    }

    /// What began at the last tick is on disk: the time between is what it cost to get there. What it costs
    /// to tell `peers` of it is still to come, and is estimated.
    pub(super) fn ended(&mut self, now_ms: u64, peers: usize) {
        let cost_ms = self
            .last_tick_ms
            .map_or(0, |last| now_ms.saturating_sub(last));
        let rest_ms = TICK_REST_FACTOR * cost_ms + peers as u64 / PEERS_PER_REST_MS;
        self.interval_ms = rest_ms.min(TICK_INTERVAL_MS_MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_room_ticks_at_once() {
        let mut pace = Pace::default();
        assert_eq!(pace.due_ms(7), 7);
        pace.began(7);
        pace.ended(9, 3);
        assert_eq!(pace.due_ms(1_000), 1_000);
    }

    #[test]
    fn a_busy_room_works_half_of_the_time() {
        let mut pace = Pace::default();
        pace.began(200);
        pace.ended(225, 0);
        assert_eq!(pace.due_ms(226), 250);
        pace.began(300);
        pace.ended(9_000_000, 0);
        assert_eq!(pace.due_ms(301), 300 + TICK_INTERVAL_MS_MAX);
    }

    #[test]
    fn a_full_room_rests_for_each_who_has_to_be_told() {
        let mut pace = Pace::default();
        pace.began(100);
        let peers = usize::try_from(30 * PEERS_PER_REST_MS).expect("a few peers");
        pace.ended(105, peers);
        assert_eq!(pace.due_ms(106), 100 + 2 * 5 + 30);
    }
}
