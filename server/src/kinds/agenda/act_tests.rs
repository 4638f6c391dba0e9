use proptest::prelude::*;
use store::ConductedStep;

use super::*;

const NOW: u64 = 1_790_000_000_000;
const MINUTE: u64 = 60_000;

fn plan(steps: &[(&str, u32)]) -> Plan {
    let steps = steps.iter().enumerate();
    let steps = steps.map(|(place, (id, minutes))| crdt::agenda::Step {
        id: (*id).to_owned(),
        title: format!("Étape {id}"),
        minutes: *minutes,
        rank: format!("{place:03}"),
        ..crdt::agenda::Step::default()
    });
    Plan::of(&crdt::agenda::Agenda {
        days: vec![crdt::agenda::Day {
            id: "d1".into(),
            start: 9 * 60,
            steps: steps.collect(),
            ..crdt::agenda::Day::default()
        }],
        waiting: Vec::new(),
    })
}

/// A conduct without a disk.
struct Desk {
    plan: Plan,
    course: Option<Course>,
    ran: Vec<ConductedStep>,
    now_ms: u64,
}

impl Desk {
    fn with(steps: &[(&str, u32)]) -> Self {
        let mut desk = Self {
            plan: plan(steps),
            course: None,
            ran: Vec::new(),
            now_ms: NOW,
        };
        desk.does(Move::Start {
            step: steps[0].0.into(),
            offset: 60,
        })
        .expect("it begins");
        desk
    }

    fn does(&mut self, deed: Move) -> Result<(), Problem> {
        let kept = after(
            deed,
            Standing {
                agenda: DocumentId::random(),
                course: self.course.clone(),
                ran: &self.ran,
                number: self.ran.last().map_or(1, |ran| ran.number + 1),
                plan: &self.plan,
                now_ms: self.now_ms,
            },
        )?;
        let course = kept.course.expect("a course");
        self.course = Some(serde_json::from_str(&course).expect("a course"));
        self.ran.retain(|ran| Some(ran.number) != kept.forgotten);
        for step in kept.steps {
            self.ran.retain(|ran| ran.number != step.number);
            self.ran.push(step);
        }
        self.ran.sort_by_key(|ran| ran.number);
        Ok(())
    }

    fn waits(&mut self, minutes: u64) {
        self.now_ms += minutes * MINUTE;
    }

    fn running(&self) -> &Course {
        self.course.as_ref().expect("something runs")
    }

    fn minutes_left(&self) -> i64 {
        self.running().left_ms(self.now_ms) / 60_000
    }

    fn step(&self) -> &str {
        &self.running().step.id
    }
}

#[test]
fn steps_follow_each_other_and_the_last_one_ends_the_day() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30)]);
    desk.waits(20);
    assert_eq!(desk.minutes_left(), -5);
    desk.does(Move::Next).expect("the next one");
    assert_eq!((desk.step(), desk.minutes_left()), ("b", 30));
    desk.waits(30);
    desk.does(Move::Next).expect("the end");
    assert!(!desk.running().is_running());
    assert_eq!(desk.does(Move::Next), Err(NOTHING_RUNS));
    let real: Vec<_> = desk
        .ran
        .iter()
        .map(|ran| (ran.began_ms, ran.ended_ms))
        .collect();
    let at = |minutes: u64| NOW + minutes * MINUTE;
    assert_eq!(real, [(at(0), Some(at(20))), (at(20), Some(at(50)))]);
}

#[test]
fn a_step_that_was_begun_by_mistake_leaves_nothing_behind() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30)]);
    desk.waits(5);
    desk.does(Move::Next).expect("a slip");
    desk.now_ms += 5_000;
    desk.does(Move::Back).expect("taken back");
    assert_eq!((desk.step(), desk.minutes_left()), ("a", 10));
    assert_eq!(desk.ran.len(), 1);
    assert_eq!(desk.ran[0].ended_ms, None);
}

#[test]
fn a_day_that_was_ended_by_mistake_goes_on() {
    let mut desk = Desk::with(&[("a", 15)]);
    desk.waits(5);
    desk.does(Move::Next).expect("the end");
    desk.waits(3);
    desk.does(Move::Back).expect("it goes on");
    assert_eq!((desk.step(), desk.minutes_left()), ("a", 10));
    assert_eq!(desk.ran[0].ended_ms, None);
}

#[test]
fn back_from_a_long_step_and_next_again_find_each_step_as_it_was_left() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30)]);
    desk.waits(10);
    desk.does(Move::Next).expect("b");
    desk.waits(12);
    desk.does(Move::Back).expect("a");
    assert_eq!((desk.step(), desk.minutes_left()), ("a", 5));
    desk.waits(2);
    desk.does(Move::Next).expect("b");
    assert_eq!((desk.step(), desk.minutes_left()), ("b", 18));
    assert_eq!(
        desk.does(Move::Back).map(|()| desk.step().to_owned()),
        Ok("a".into())
    );
    assert_eq!(desk.does(Move::Back), Err(FIRST_STEP));
}

#[test]
fn a_pause_is_no_time_of_the_step_and_its_length_is_kept() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30)]);
    desk.waits(5);
    desk.does(Move::Pause).expect("paused");
    desk.waits(7);
    desk.does(Move::Pause).expect("already so");
    assert_eq!(desk.minutes_left(), 10);
    desk.does(Move::Resume).expect("on");
    desk.does(Move::Resume).expect("already so");
    desk.does(Move::Add(-3)).expect("shorter");
    assert_eq!(desk.minutes_left(), 7);
    desk.does(Move::Next).expect("b");
    assert_eq!(
        (desk.ran[0].paused_ms, desk.ran[0].added_ms),
        (7 * MINUTE, -180_000)
    );
}

#[test]
fn a_step_that_was_taken_out_of_the_agenda_runs_on_and_the_one_behind_it_follows() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30), ("c", 10)]);
    desk.waits(15);
    desk.does(Move::Next).expect("b");
    desk.plan = plan(&[("a", 15), ("c", 10)]);
    desk.waits(10);
    desk.does(Move::Add(5)).expect("it still runs");
    assert_eq!((desk.step(), desk.minutes_left()), ("b", 25));
    // 'c' stands where 'b' was: with the same rank it follows by its id.
    desk.does(Move::Next).expect("c");
    assert_eq!(desk.step(), "c");
}

#[test]
fn what_the_agenda_says_of_the_step_meanwhile_is_what_counts() {
    let mut desk = Desk::with(&[("a", 15), ("b", 30)]);
    desk.plan = plan(&[("b", 30), ("a", 45)]);
    desk.waits(5);
    desk.does(Move::Add(0)).expect("as it is");
    assert_eq!(desk.minutes_left(), 40);
    desk.does(Move::Next).expect("the end");
    assert!(!desk.running().is_running(), "it is the last one now");
}

#[test]
fn nothing_is_done_to_what_does_not_run() {
    let mut desk = Desk::with(&[("a", 15)]);
    desk.course = None;
    for deed in [
        Move::Next,
        Move::Back,
        Move::Pause,
        Move::Resume,
        Move::Add(5),
        Move::End,
    ] {
        assert_eq!(desk.does(deed), Err(NOTHING_RUNS));
    }
    let unknown = Move::Start {
        step: "z".into(),
        offset: 0,
    };
    assert_eq!(desk.does(unknown), Err(NO_SUCH_STEP));
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        Just(Move::Next),
        Just(Move::Back),
        Just(Move::Pause),
        Just(Move::Resume),
        (-30..30).prop_map(Move::Add),
        ("[abc]", -840..840).prop_map(|(step, offset)| Move::Start { step, offset }),
    ]
}

proptest! {
    /// Whatever is pressed when: one step runs at most, and the steps that ran lie behind each other.
    #[test]
    fn one_step_runs_at_a_time(moves in prop::collection::vec((0..2_000_000_u64, any_move()), 0..40)) {
        let mut desk = Desk::with(&[("a", 15), ("b", 0), ("c", 700)]);
        for (later, deed) in moves {
            desk.now_ms += later;
            // What is refused changes nothing.
            drop(desk.does(deed));
            let open = desk.ran.iter().filter(|ran| ran.ended_ms.is_none());
            let open: Vec<_> = open.map(|ran| ran.number).collect();
            let course = desk.running();
            let expected = if course.is_running() { vec![course.run] } else { Vec::new() };
            prop_assert_eq!(open, expected);
            for ran in &desk.ran {
                let lasted = ran.ended_ms.unwrap_or(desk.now_ms) - ran.began_ms;
                prop_assert!(ran.paused_ms <= lasted, "{ran:?}");
            }
        }
    }
}
