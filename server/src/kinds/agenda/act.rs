//! What becomes of the conduct by a deed of who facilitates. It reads no clock and asks nobody.

use store::{ConductedStep, DocumentId, NewConduct};

use super::course::{Course, midnight_ms};
use super::limits::{GOES_ON_MS, SLIP_MS};
use super::plan::{Plan, PlannedStep};
use super::refusals::{FIRST_STEP, NO_SUCH_STEP, NOTHING_RUNS};
use crate::problem::Problem;

/// A deed on the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Move {
    /// Begins a step anew, at a place whose clock is so many minutes ahead of UTC.
    Start {
        step: String,
        offset: i32,
    },
    /// Ends the step; the next one of the day begins, or the day ends.
    Next,
    /// Takes back 'next': the step before goes on with what it had left.
    Back,
    /// Gives minutes, or takes some.
    Add(i32),
    Pause,
    Resume,
    /// Ends the day.
    End,
}

/// How the conduct stands before a deed.
pub(super) struct Standing<'a> {
    pub(super) agenda: DocumentId,
    pub(super) course: Option<Course>,
    /// The steps of this agenda that ran, in their order.
    pub(super) ran: &'a [ConductedStep],
    /// The number of the next one.
    pub(super) number: u64,
    pub(super) plan: &'a Plan,
    pub(super) now_ms: u64,
}

/// What is kept, before it is written down.
#[derive(Debug, Default)]
struct Kept {
    course: Option<Course>,
    steps: Vec<ConductedStep>,
    forgotten: Option<u64>,
}

/// How the conduct stands after it.
///
/// # Errors
/// When nothing runs that it could be done to, or there is no such step.
pub(super) fn after(deed: Move, standing: Standing<'_>) -> Result<NewConduct, Problem> {
    let agenda = standing.agenda;
    let kept = standing.moved(deed)?;
    Ok(NewConduct {
        agenda,
        course: kept.course.map(written).transpose()?,
        steps: kept.steps,
        forgotten: kept.forgotten,
    })
}

/// As it is kept.
fn written(course: Course) -> Result<String, Problem> {
    serde_json::to_string(&course).map_err(|_| Problem::INTERNAL)
}

impl Standing<'_> {
    fn moved(mut self, deed: Move) -> Result<Kept, Problem> {
        if let Some(course) = &mut self.course {
            refresh(course, self.plan);
        }
        match deed {
            Move::Start { step, offset } => self.start(&step, offset),
            Move::Back => self.back(),
            Move::Next => self.next(),
            Move::End => self.end(),
            Move::Add(minutes) => self.changed(|course, now_ms| course.add(minutes, now_ms)),
            Move::Pause => self.changed(Course::pause),
            Move::Resume => self.changed(Course::go_on),
        }
    }

    fn start(self, step: &str, offset: i32) -> Result<Kept, Problem> {
        let step = self.plan.step(step).ok_or(NO_SUCH_STEP)?.clone();
        let mut kept = self.left();
        let midnight = midnight_ms(self.now_ms, offset);
        let course = Course::begin(step, self.number, midnight, self.now_ms);
        kept.enter(course, self.now_ms);
        Ok(kept)
    }

    fn next(self) -> Result<Kept, Problem> {
        let running = self.running()?;
        let Some(step) = self.plan.after(&running.step) else {
            return self.end();
        };
        let has_left = |course: &Course| course.left_ms(self.now_ms) > 0;
        let again = self.again(step, running.midnight_ms).filter(has_left);
        let course = again.unwrap_or_else(|| {
            Course::begin(step.clone(), self.number, running.midnight_ms, self.now_ms)
        });
        let mut kept = self.left();
        kept.enter(course, self.now_ms);
        Ok(kept)
    }

    fn back(self) -> Result<Kept, Problem> {
        let course = self.course.as_ref().ok_or(NOTHING_RUNS)?;
        let mut kept = Kept::default();
        if !course.is_running() {
            let mut course = course.clone();
            course.go_on(self.now_ms);
            kept.enter(course, self.now_ms);
            return Ok(kept);
        }
        let step = self.plan.before(&course.step).ok_or(FIRST_STEP)?;
        let midnight = course.midnight_ms;
        let course = self
            .again(step, midnight)
            .unwrap_or_else(|| Course::begin(step.clone(), self.number, midnight, self.now_ms));
        kept = self.left();
        kept.enter(course, self.now_ms);
        Ok(kept)
    }

    fn end(self) -> Result<Kept, Problem> {
        let mut course = self.running()?.clone();
        let steps = vec![course.conducted(self.now_ms, true)];
        // What stands still has not run on until now.
        let until = course.paused_ms.unwrap_or(self.now_ms);
        course.ended_ms = Some(until);
        Ok(Kept {
            course: Some(course),
            steps,
            forgotten: None,
        })
    }

    fn changed(self, change: impl FnOnce(&mut Course, u64)) -> Result<Kept, Problem> {
        let mut course = self.running()?.clone();
        change(&mut course, self.now_ms);
        let mut kept = Kept::default();
        kept.enter(course, self.now_ms);
        Ok(kept)
    }

    fn running(&self) -> Result<&Course, Problem> {
        let running = self.course.as_ref().filter(|course| course.is_running());
        running.ok_or(NOTHING_RUNS)
    }

    /// What is kept of the step that runs when one leaves it.
    fn left(&self) -> Kept {
        let mut kept = Kept::default();
        if let Ok(course) = self.running() {
            let ran = course.conducted(self.now_ms, true);
            let stayed = ran.ended_ms.unwrap_or_default().abs_diff(ran.began_ms);
            if stayed.saturating_sub(ran.paused_ms) < SLIP_MS {
                kept.forgotten = Some(ran.number);
            } else {
                kept.steps.push(ran);
            }
        }
        kept
    }

    /// The step with what it had left when it was left today.
    fn again(&self, step: &PlannedStep, midnight_ms: u64) -> Option<Course> {
        let ended = |ran: &ConductedStep| ran.ended_ms.unwrap_or_default();
        let is_recent = |ran: &&ConductedStep| ended(ran).saturating_add(GOES_ON_MS) > self.now_ms;
        let mut ran = self.ran.iter().rev().filter(|ran| ran.step == step.id);
        let ran = ran.next().filter(is_recent)?;
        Some(Course::again(step.clone(), ran, midnight_ms, self.now_ms))
    }
}

impl Kept {
    fn enter(&mut self, course: Course, now_ms: u64) {
        self.steps.push(course.conducted(now_ms, false));
        self.course = Some(course);
    }
}

/// The step as the agenda has it now; one that was taken out stays as it was.
pub(super) fn refresh(course: &mut Course, plan: &Plan) {
    if let Some(step) = plan.step(&course.step.id) {
        course.step = step.clone();
    }
}

#[cfg(test)]
#[path = "act_tests.rs"]
mod tests;
