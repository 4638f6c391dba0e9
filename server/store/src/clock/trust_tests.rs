//! Arbitrary clocks, and what they make believe.

use proptest::prelude::*;

use super::*;

const HOUR_MS: u64 = 60 * 60 * 1_000;
const DAY_MS: u64 = 24 * HOUR_MS;
/// When the stories begin: a moment in 2026.
const NOW: u64 = 1_795_000_000_000;

/// A machine: what time it really is, how wrong its clock is, and a server on it that starts and stops.
struct Machine {
    real_ms: u64,
    wrong_by_ms: i64,
    running_ms: u64,
    kept: Mark,
    trust: Trust,
}

impl Machine {
    fn new() -> Self {
        let kept = Mark {
            trusted_ms: NOW,
            wall_ms: NOW,
            doubted_ms: 0,
        };
        let first = Reading {
            wall_ms: NOW,
            running_ms: 0,
        };
        Machine {
            real_ms: NOW,
            wrong_by_ms: 0,
            running_ms: 0,
            kept,
            trust: Trust::begin(kept, first),
        }
    }

    fn reading(&self) -> Reading {
        Reading {
            wall_ms: self.real_ms.saturating_add_signed(self.wrong_by_ms),
            running_ms: self.running_ms,
        }
    }

    fn looks(&mut self) -> Time {
        let time = self.trust.read(self.reading());
        self.kept = self.trust.mark();
        time
    }

    /// Looks every hour, as the server does.
    fn runs(&mut self, hours: u64) -> Time {
        for _ in 0..hours {
            self.real_ms += HOUR_MS;
            self.running_ms += HOUR_MS;
            self.looks();
        }
        self.looks()
    }

    fn clock_is_wrong_by(&mut self, days: i64) {
        self.wrong_by_ms = days * DAY_MS.cast_signed();
    }

    fn is_down(&mut self, hours: u64) {
        self.real_ms += hours * HOUR_MS;
        self.running_ms = 0;
        self.trust = Trust::begin(self.kept, self.reading());
    }
}

#[test]
fn a_clock_far_ahead_twice_and_back_makes_nothing_believed() {
    let mut machine = Machine::new();
    for _ in 0..2 {
        machine.clock_is_wrong_by(2_000);
        machine.is_down(1);
        let time = machine.runs(24);
        assert!(time.is_doubted());
        assert!(
            time.trusted_ms <= machine.real_ms,
            "no more than really passed"
        );
    }
    machine.clock_is_wrong_by(0);
    machine.is_down(1);
    let time = machine.runs(4);
    assert_eq!(
        (time.trusted_ms, time.is_doubted()),
        (machine.real_ms, false)
    );
}

#[test]
fn a_clock_far_behind_makes_no_less_believed() {
    let mut machine = Machine::new();
    machine.clock_is_wrong_by(-2_000);
    machine.is_down(0);
    let time = machine.runs(10);
    assert_eq!(time.trusted_ms, machine.real_ms);
    assert_eq!(
        time.stamp_ms(),
        machine.real_ms,
        "what happens now is not stamped long ago"
    );
}

#[test]
fn a_weekend_counts_after_three_hours_and_not_before() {
    let mut machine = Machine::new();
    machine.is_down(60);
    let time = machine.runs(2);
    assert_eq!(
        (time.trusted_ms, time.is_settled),
        (NOW + 2 * HOUR_MS, false)
    );
    let time = machine.runs(1);
    assert_eq!((time.trusted_ms, time.is_settled), (machine.real_ms, true));
}

#[test]
fn a_jump_while_running_starts_the_hours_again() {
    let mut machine = Machine::new();
    assert!(machine.runs(10).is_settled);
    machine.clock_is_wrong_by(1);
    assert!(!machine.looks().is_settled);
    assert_eq!(machine.runs(2).trusted_ms, machine.real_ms);
}

#[test]
fn a_year_in_a_drawer_counts_after_a_week_of_running() {
    let mut machine = Machine::new();
    machine.is_down(365 * 24);
    let mut days = 0;
    while machine.runs(12).trusted_ms < machine.real_ms {
        machine.is_down(12); // it is switched off every night
        days += 1;
    }
    assert_eq!(days, 14 - 1);
}

#[derive(Debug, Clone)]
enum Event {
    Runs(u64),
    IsDown(u64),
    WrongBy(i64),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let days = prop_oneof![Just(0), Just(2_000), Just(-2_000), -10_000..10_000_i64];
    let event = prop_oneof![
        3 => (0..100_u64).prop_map(Event::Runs),
        2 => (0..500_u64).prop_map(Event::IsDown),
        2 => days.prop_map(Event::WrongBy),
    ];
    prop::collection::vec(event, 1..40)
}

proptest! {
    /// However the clocks go: time never goes back; it advances with what ran and with one believed gap for every three
    /// hours without a jump; and only after a week of running may a gap be longer than a week.
    #[test]
    fn believed_time_is_bounded_by_what_ran(events in events()) {
        let mut machine = Machine::new();
        for event in events {
            let (before, ran, doubted) = (machine.kept.trusted_ms, machine.running_ms, machine.kept.doubted_ms);
            match event {
                Event::Runs(hours) => {
                    for _ in 0..hours {
                        let was = machine.kept.trusted_ms;
                        let time = machine.runs(1);
                        let gained = time.trusted_ms - was;
                        let from_a_gap = gained.saturating_sub(HOUR_MS);
                        prop_assert!(from_a_gap == 0 || time.is_settled);
                        let after_a_week = machine.running_ms - ran + doubted >= CLOCK_DOUBT_MS;
                        prop_assert!(from_a_gap <= CLOCK_GAP_MS_MAX || after_a_week);
                    }
                }
                Event::IsDown(hours) => {
                    machine.is_down(hours);
                    let time = machine.looks();
                    prop_assert_eq!(time.trusted_ms, before);
                    prop_assert!(!time.is_settled);
                }
                Event::WrongBy(days) => machine.clock_is_wrong_by(days),
            }
            prop_assert!(machine.kept.trusted_ms >= before);
        }
    }

    /// While a wrong clock never runs for a week, no more is believed than really passed, but for a week.
    #[test]
    fn a_clock_that_is_mended_within_a_week_costs_at_most_a_week(
        wrong in prop::collection::vec((-9_000..9_000_i64, 0..30_u64, 0..3_u64), 1..20)
    ) {
        let mut machine = Machine::new();
        for (days, hours, starts) in wrong {
            machine.clock_is_wrong_by(days);
            for _ in 0..starts {
                machine.is_down(1);
                machine.runs(hours);
            }
            machine.clock_is_wrong_by(0);
            machine.is_down(1);
            let time = machine.runs(5);
            prop_assert!(time.trusted_ms <= machine.real_ms + CLOCK_GAP_MS_MAX);
        }
    }
}
