//! How much time is believed to have passed. Forgetting and erasing go by this time alone.
//!
//! It advances with the clock that only runs, while the server does. What the clock on the wall says beyond that (the
//! server was down, or somebody set the clock) counts only after the server has run for a while with a wall clock that
//! does not jump: hours for a gap of days, days for a longer one. It never goes back.

use super::Reading;
use crate::limits::{CLOCK_DOUBT_MS, CLOCK_GAP_MS_MAX, CLOCK_SETTLE_MS, CLOCK_SLACK_MS};

/// What of it is kept on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The latest moment that is believed to have come, in milliseconds since 1970.
    pub(crate) trusted_ms: u64,
    /// What the clock on the wall said last.
    pub(crate) wall_ms: u64,
    /// For how long the server has run while that clock was further ahead than is believed within hours.
    pub(crate) doubted_ms: u64,
}

/// What is known of the time at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The moment believed to have come: what is older than allowed by it may be forgotten, if `is_settled`.
    pub trusted_ms: u64,
    /// What the clock on the wall says.
    pub wall_ms: u64,
    /// Whether the server has run for hours since its start and since that clock last jumped.
    pub is_settled: bool,
}

impl Time {
    /// Whether the clock on the wall is so far from what is believed that somebody should look at it.
    pub fn is_doubted(&self) -> bool {
        self.trusted_ms.abs_diff(self.wall_ms) > CLOCK_GAP_MS_MAX
    }

    /// For stamps: never before what is believed, so that nothing is forgotten early, whatever the clock does.
    pub fn stamp_ms(&self) -> u64 {
        self.trusted_ms.max(self.wall_ms)
    }
}

/// The time as this process knows it.
#[derive(Debug)]
pub(crate) struct Trust {
    mark: Mark,
    last: Reading,
    /// Both clocks at the start or when they last disagreed: against these, a jump is seen however slowly it comes.
    anchor: Reading,
}

impl Trust {
    /// Goes on from what was kept. Of the first reading nothing is believed yet.
    pub(crate) fn begin(kept: Mark, first: Reading) -> Self {
        let mut trust = Trust {
            mark: kept,
            last: first,
            anchor: first,
        };
        trust.look_at_wall(first.wall_ms);
        trust
    }

    /// Takes both clocks in.
    pub(crate) fn read(&mut self, now: Reading) -> Time {
        let passed_ms = now.running_ms.saturating_sub(self.last.running_ms);
        self.mark.trusted_ms = self.mark.trusted_ms.saturating_add(passed_ms);
        if self.has_jumped(now) {
            self.anchor = now;
        }
        self.look_at_wall(now.wall_ms);
        self.last = now;
        if self.ahead_ms() > CLOCK_GAP_MS_MAX {
            self.mark.doubted_ms = self.mark.doubted_ms.saturating_add(passed_ms);
        }
        let is_believed =
            self.ahead_ms() <= CLOCK_GAP_MS_MAX || self.mark.doubted_ms >= CLOCK_DOUBT_MS;
        if self.is_settled() && is_believed {
            self.mark.trusted_ms = self.mark.trusted_ms.max(now.wall_ms);
            self.mark.doubted_ms = 0;
        }
        Time {
            trusted_ms: self.mark.trusted_ms,
            wall_ms: now.wall_ms,
            is_settled: self.is_settled(),
        }
    }

    /// What is to be kept.
    pub(crate) fn mark(&self) -> Mark {
        self.mark
    }

    fn ahead_ms(&self) -> u64 {
        self.mark.wall_ms.saturating_sub(self.mark.trusted_ms)
    }

    fn is_settled(&self) -> bool {
        self.last.running_ms.saturating_sub(self.anchor.running_ms) >= CLOCK_SETTLE_MS
    }

    fn has_jumped(&self, now: Reading) -> bool {
        let ran_ms = now.running_ms.saturating_sub(self.anchor.running_ms);
        let expected_ms = self.anchor.wall_ms.saturating_add(ran_ms);
        now.wall_ms.abs_diff(expected_ms) > CLOCK_SLACK_MS
    }

    /// A wall clock that tells another story than the last time is doubted from the beginning.
    fn look_at_wall(&mut self, wall_ms: u64) {
        let went_back = wall_ms.saturating_add(CLOCK_SLACK_MS) < self.mark.wall_ms;
        let leapt = wall_ms > self.mark.wall_ms.saturating_add(CLOCK_GAP_MS_MAX);
        self.mark.wall_ms = wall_ms;
        if went_back || leapt || self.ahead_ms() <= CLOCK_GAP_MS_MAX {
            self.mark.doubted_ms = 0;
        }
    }
}

#[cfg(test)]
#[path = "trust_tests.rs"]
mod tests;
