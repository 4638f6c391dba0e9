//! The clock of the step that runs. It reads no time: every moment is given, in milliseconds since 1970.

use serde::{Deserialize, Serialize};
use store::ConductedStep;

use super::limits::STEP_MS_MAX;
use super::plan::PlannedStep;

const MINUTE_MS: u64 = 60_000;
const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// A step that runs, or the last one of a day that ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Course {
    /// As the agenda said last.
    pub(super) step: PlannedStep,
    /// Its number among the steps that ran.
    pub(super) run: u64,
    /// When the day of the place began, from which the agenda counts.
    pub(super) midnight_ms: u64,
    pub(super) began_ms: u64,
    /// For how long the clock stood still until it last went on. Below zero when the clock of the machine was put back.
    pub(super) away_ms: i64,
    /// Since when it stands still.
    pub(super) paused_ms: Option<u64>,
    /// What was given it besides its minutes.
    pub(super) added_ms: i64,
    /// When the day ended with it.
    pub(super) ended_ms: Option<u64>,
}

impl Course {
    pub(super) fn begin(step: PlannedStep, run: u64, midnight_ms: u64, now_ms: u64) -> Self {
        Self {
            step,
            run,
            midnight_ms,
            began_ms: now_ms,
            away_ms: 0,
            paused_ms: None,
            added_ms: 0,
            ended_ms: None,
        }
    }

    /// A step one comes back to: it has what it had left.
    pub(super) fn again(
        step: PlannedStep,
        ran: &ConductedStep,
        midnight_ms: u64,
        now_ms: u64,
    ) -> Self {
        let left_ms = ran.ended_ms.unwrap_or(now_ms);
        let mut course = Self {
            began_ms: ran.began_ms,
            away_ms: signed(ran.paused_ms),
            paused_ms: Some(left_ms),
            added_ms: ran.added_ms,
            ..Self::begin(step, ran.number, midnight_ms, now_ms)
        };
        course.go_on(now_ms);
        course
    }

    /// How long it lasts altogether.
    pub(super) fn total_ms(&self) -> u64 {
        let planned = signed(u64::from(self.step.minutes) * MINUTE_MS);
        let total = planned.saturating_add(self.added_ms).max(0);
        total.unsigned_abs().min(STEP_MS_MAX)
    }

    /// For how long it has run.
    pub(super) fn elapsed_ms(&self, now_ms: u64) -> i64 {
        let until = self.ended_ms.or(self.paused_ms).unwrap_or(now_ms);
        signed(until) - signed(self.began_ms) - self.away_ms
    }

    /// What is left; below zero when it goes on beyond its time.
    pub(super) fn left_ms(&self, now_ms: u64) -> i64 {
        signed(self.total_ms()) - self.elapsed_ms(now_ms)
    }

    pub(super) fn is_running(&self) -> bool {
        self.ended_ms.is_none()
    }

    pub(super) fn pause(&mut self, now_ms: u64) {
        self.paused_ms.get_or_insert(now_ms);
    }

    /// Goes on with what is left, whatever became of the clock of the machine meanwhile.
    pub(super) fn go_on(&mut self, now_ms: u64) {
        let elapsed = self.elapsed_ms(now_ms);
        (self.paused_ms, self.ended_ms) = (None, None);
        self.away_ms = signed(now_ms) - signed(self.began_ms) - elapsed;
    }

    /// Gives it minutes, or takes some: never more than are left, and it lasts no longer than a step may.
    pub(super) fn add(&mut self, minutes: i32, now_ms: u64) {
        let wanted = i64::from(minutes) * signed(MINUTE_MS);
        let left = self.left_ms(now_ms).max(0);
        let room = signed(STEP_MS_MAX) - signed(self.total_ms());
        self.added_ms += wanted.clamp(-left, room.max(0));
    }

    /// When it was to begin.
    pub(super) fn planned_ms(&self) -> u64 {
        self.midnight_ms + u64::from(self.step.start) * MINUTE_MS
    }

    /// When it was to end.
    pub(super) fn planned_end_ms(&self) -> u64 {
        self.planned_ms() + u64::from(self.step.minutes) * MINUTE_MS
    }

    /// What is remembered of it; with when it ended, once it has.
    pub(super) fn conducted(&self, now_ms: u64, has_ended: bool) -> ConductedStep {
        let standing = self
            .paused_ms
            .map_or(0, |since| signed(now_ms) - signed(since));
        ConductedStep {
            number: self.run,
            step: self.step.id.clone(),
            title: self.step.title.clone(),
            planned_ms: self.planned_ms(),
            minutes: self.step.minutes,
            began_ms: self.began_ms,
            ended_ms: has_ended.then_some(now_ms.max(self.began_ms)),
            paused_ms: (self.away_ms + standing).max(0).unsigned_abs(),
            added_ms: self.added_ms,
        }
    }
}

/// When the day began at a place whose clock is so many minutes ahead of UTC.
pub(super) fn midnight_ms(now_ms: u64, offset_minutes: i32) -> u64 {
    let offset = i64::from(offset_minutes) * signed(MINUTE_MS);
    let local = signed(now_ms) + offset;
    (local - local.rem_euclid(DAY_MS) - offset)
        .max(0)
        .unsigned_abs()
}

fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: u64 = 1_790_000_000_000;

    fn course(minutes: u32) -> Course {
        let step = PlannedStep {
            minutes,
            ..PlannedStep::default()
        };
        Course::begin(step, 1, midnight_ms(NOW, 60), NOW)
    }

    #[derive(Debug, Clone, Copy)]
    enum Press {
        Pause,
        GoOn,
        Add(i32),
    }

    fn presses() -> impl Strategy<Value = Vec<(u64, Press)>> {
        let press = prop_oneof![
            Just(Press::Pause),
            Just(Press::GoOn),
            (-120..=120).prop_map(Press::Add)
        ];
        prop::collection::vec((0..600_000_u64, press), 0..30)
    }

    #[test]
    fn the_day_of_a_place_begins_at_its_own_midnight() {
        let noon = 20_000 * DAY_MS.unsigned_abs() + 12 * 60 * MINUTE_MS;
        let midnight = noon - 12 * 60 * MINUTE_MS;
        assert_eq!(midnight_ms(noon, 0), midnight);
        assert_eq!(midnight_ms(noon, 120), midnight - 120 * MINUTE_MS);
        // At 23:30 in Guadeloupe it is the next day in UTC.
        let late = midnight + 3 * 60 * MINUTE_MS + 30 * MINUTE_MS;
        assert_eq!(
            midnight_ms(late, -240),
            midnight - DAY_MS.unsigned_abs() + 240 * MINUTE_MS
        );
    }

    #[test]
    fn what_is_left_of_a_step_one_comes_back_to_is_what_was_left() {
        let mut first = course(30);
        first.pause(NOW + 60_000);
        first.go_on(NOW + 90_000);
        let ran = first.conducted(NOW + 120_000, true);
        let left = first.left_ms(NOW + 120_000);
        let again = Course::again(first.step.clone(), &ran, first.midnight_ms, NOW + 500_000);
        assert_eq!(again.left_ms(NOW + 500_000), left);
        assert_eq!(again.began_ms, first.began_ms);
    }

    proptest! {
        #[test]
        fn a_press_changes_what_is_left_by_what_it_says_and_nothing_else(minutes in 0..720_u32, presses in presses()) {
            let (mut course, mut now) = (course(minutes), NOW);
            for (later, press) in presses {
                now += later;
                let before = course.left_ms(now);
                match press {
                    Press::Pause => course.pause(now),
                    Press::GoOn => course.go_on(now),
                    Press::Add(minutes) => course.add(minutes, now),
                }
                let change = course.left_ms(now) - before;
                match press {
                    Press::Add(added) if added < 0 => {
                        prop_assert!((i64::from(added) * 60_000..=0).contains(&change));
                        prop_assert!(course.left_ms(now) >= before.min(0));
                    }
                    Press::Add(added) => prop_assert!((0..=i64::from(added) * 60_000).contains(&change)),
                    Press::Pause | Press::GoOn => prop_assert_eq!(change, 0),
                }
                prop_assert!(course.total_ms() <= STEP_MS_MAX);
            }
        }

        #[test]
        fn a_clock_that_stands_still_loses_nothing_even_when_the_machine_is_put_back(ran in 0..9_000_000_u64, away in -9_000_000..9_000_000_i64) {
            let mut course = course(45);
            let since = NOW + ran;
            let left = course.left_ms(since);
            course.pause(since);
            let now = since.saturating_add_signed(away);
            prop_assert_eq!(course.left_ms(now), left);
            course.go_on(now);
            prop_assert_eq!(course.left_ms(now), left);
            prop_assert_eq!(course.left_ms(now + 1_000), left - 1_000);
        }
    }
}
