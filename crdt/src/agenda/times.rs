//! When steps begin: each when the one before it ends, unless its start is fixed.

use super::{Day, Step};

/// When a step is, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// When it begins.
    pub start: u32,
    /// When it ends; beyond midnight for what goes on into the night.
    pub end: u32,
    /// By how many minutes what comes before goes on beyond a fixed start.
    pub over: u32,
    /// How many minutes before a fixed start nothing is planned.
    pub idle: u32,
}

/// The slots of a day's steps, one for each, in their order.
pub fn slots(day: &Day) -> Vec<Slot> {
    let mut free_from = day.start;
    let steps = day.steps.iter();
    steps
        .map(|step| {
            let slot = slot(step, free_from);
            free_from = slot.end;
            slot
        })
        .collect()
}

fn slot(step: &Step, free_from: u32) -> Slot {
    let start = step.fixed.unwrap_or(free_from);
    Slot {
        start,
        end: start.saturating_add(step.minutes),
        over: free_from.saturating_sub(start),
        idle: start.saturating_sub(free_from),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::agenda::limits::{DAY_MINUTES, STEP_MINUTES_MAX};

    fn step(minutes: u32, fixed: Option<u32>) -> Step {
        Step {
            minutes,
            fixed,
            ..Step::default()
        }
    }

    fn any_day() -> impl Strategy<Value = Day> {
        let fixed = prop_oneof![4 => Just(None), 1 => (0..DAY_MINUTES).prop_map(Some)];
        let steps = (0..=STEP_MINUTES_MAX, fixed).prop_map(|(minutes, fixed)| step(minutes, fixed));
        let steps = prop::collection::vec(steps, 0..20);
        (0..DAY_MINUTES, steps).prop_map(|(start, steps)| Day {
            start,
            steps,
            ..Day::default()
        })
    }

    #[test]
    fn lunch_at_half_past_twelve_shows_what_is_too_much() {
        let day = Day {
            start: 11 * 60,
            steps: vec![
                step(105, None),
                step(75, Some(12 * 60 + 30)),
                step(15, None),
            ],
            ..Day::default()
        };
        let found = slots(&day);
        assert_eq!((found[1].start, found[1].over, found[1].idle), (750, 15, 0));
        assert_eq!((found[2].start, found[2].end), (825, 840));
    }

    proptest! {
        #[test]
        fn each_begins_where_the_one_before_ends_or_where_it_is_fixed(day in any_day()) {
            let mut free_from = day.start;
            for (step, slot) in day.steps.iter().zip(slots(&day)) {
                prop_assert_eq!(slot.start, step.fixed.unwrap_or(free_from));
                prop_assert_eq!(slot.end - slot.start, step.minutes);
                prop_assert!(slot.over == 0 || slot.idle == 0);
                prop_assert_eq!(i64::from(slot.start) + i64::from(slot.over) - i64::from(slot.idle), i64::from(free_from));
                free_from = slot.end;
            }
        }

        #[test]
        fn without_fixed_starts_a_day_lasts_as_long_as_its_steps(mut day in any_day()) {
            for step in &mut day.steps { step.fixed = None; }
            let end = slots(&day).last().map_or(day.start, |slot| slot.end);
            prop_assert_eq!(end - day.start, day.steps.iter().map(|step| step.minutes).sum::<u32>());
        }
    }
}
