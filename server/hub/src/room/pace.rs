//! When the next tick is: at once when quiet, rarer the more a tick costs.

use crate::limits::{TICK_INTERVAL_MS_MAX, TICK_INTERVAL_MS_MIN, TICK_REST_FACTOR};

/// The rhythm of a room.
#[derive(Debug)]
pub(super) struct Pace {
    last_tick_ms: Option<u64>,
    interval_ms: u64,
}

impl Default for Pace {
    fn default() -> Self {
        Pace {
            last_tick_ms: None,
            interval_ms: TICK_INTERVAL_MS_MIN,
        }
    }
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

    /// What began at the last tick is on disk: the time between is the tick's cost.
    pub(super) fn ended(&mut self, now_ms: u64) {
        let cost_ms = self
            .last_tick_ms
            .map_or(0, |last| now_ms.saturating_sub(last));
        self.interval_ms =
            (TICK_REST_FACTOR * cost_ms).clamp(TICK_INTERVAL_MS_MIN, TICK_INTERVAL_MS_MAX);
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
        pace.ended(9);
        assert_eq!(pace.due_ms(1_000), 1_000);
    }

    #[test]
    fn a_busy_room_rests_four_times_the_cost() {
        let mut pace = Pace::default();
        pace.began(100);
        pace.ended(105);
        assert_eq!(pace.due_ms(106), 100 + TICK_INTERVAL_MS_MIN);
        pace.began(200);
        pace.ended(225);
        assert_eq!(pace.due_ms(226), 300);
        pace.began(300);
        pace.ended(9_000_000);
        assert_eq!(pace.due_ms(301), 300 + TICK_INTERVAL_MS_MAX);
    }
}
