//! How the conduct stands, for everybody who looks at the workshop.

use crdt::agenda;
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use store::{Conduct, DocumentId, SpaceId};

use super::act::refresh;
use super::course::Course;
use super::limits::STEPS_SHOWN_MAX;
use super::plan::{Plan, PlannedStep};
use crate::app::App;
use crate::clock::now_ms;
use crate::control_messages::{ConductNews, ControlMessage};
use crate::day::Day;
use crate::problem::Problem;
use crate::views::{ConductView, CourseView, HandView, PlannedStepView, ReadyView};

/// How the conduct of a space stands; its people hear from now on when its agenda changes.
///
/// # Errors
/// When it cannot be read.
pub async fn look(app: &App, space: SpaceId) -> Result<ConductView, Problem> {
    let conduct = app.store.conduct(space).await?;
    let plan = match conduct.agenda {
        Some(agenda) => shown_plan(app, space, agenda).await,
        None => Plan::default(),
    };
    Ok(view(&conduct, &plan, now_ms()))
}

/// The same, told to everybody who looks at the space. Whoever calls it holds the turn, so that what is told last is what
/// holds.
pub(super) async fn tell(app: &App, space: SpaceId) -> Result<ConductView, Problem> {
    let view = look(app, space).await?;
    let news = ConductNews::State { conduct: &view };
    app.live
        .tell_space(space, &ControlMessage::Conduct { space, news }.frame());
    Ok(view)
}

/// Tells how it stands after somebody left; nothing where nothing was ever conducted.
pub(super) fn tell_again(app: &App, space: SpaceId) -> BoxFuture<'_, Result<(), Problem>> {
    async move {
        let turn = app.turns.conducting.lock().await;
        if app.store.conduct(space).await?.number > 0 {
            tell(app, space).await?;
        }
        drop(turn);
        Ok(())
    }
    .boxed()
}

/// The plan as it is on disk.
pub(super) async fn plan(app: &App, space: SpaceId, agenda: DocumentId) -> Result<Plan, Problem> {
    let read = |document: &automerge::Automerge| Plan::of(&agenda::read(document));
    Ok(app.rooms.read(space, agenda, read).await?)
}

/// The plan, or none of an agenda that cannot be read: what runs goes on without it.
async fn shown_plan(app: &App, space: SpaceId, agenda: DocumentId) -> Plan {
    app.rooms.follow(space, agenda);
    match plan(app, space, agenda).await {
        Ok(plan) => plan,
        Err(problem) => {
            tracing::warn!(%space, %agenda, ?problem, "the agenda that is followed cannot be read");
            Plan::default()
        }
    }
}

/// The step that runs and its clock. What an older version of this program kept otherwise is as nothing.
pub(super) fn course_of(conduct: &Conduct) -> Option<Course> {
    let course = conduct.course.as_deref()?;
    serde_json::from_str(course).ok()
}

fn view(conduct: &Conduct, plan: &Plan, now_ms: u64) -> ConductView {
    let mut course = course_of(conduct);
    if let Some(course) = &mut course {
        refresh(course, plan);
    }
    let next = next(course.as_ref(), plan, now_ms);
    let here = course.as_ref().map(|course| &course.step).or(next);
    let steps = here.map(|step| plan.of_day(&step.day).take(STEPS_SHOWN_MAX).map(step_view));
    ConductView {
        now: now_ms,
        number: conduct.number,
        revision: conduct.revision,
        agenda: conduct.agenda.map(|agenda| agenda.to_string()),
        next: next.map(step_view),
        steps: steps.into_iter().flatten().collect(),
        course: course.map(|course| course_view(&course, plan)),
        hands: conduct.room.hands.iter().map(hand_view).collect(),
        ready: conduct.room.ready_check.as_ref().map(|check| ReadyView {
            asked: check.asked_ms,
            people: check.ready.iter().map(ToString::to_string).collect(),
        }),
    }
}

fn next<'a>(course: Option<&Course>, plan: &'a Plan, now_ms: u64) -> Option<&'a PlannedStep> {
    match course {
        Some(course) if course.is_running() => plan.after(&course.step),
        Some(course) => plan.beyond(&course.step),
        None => plan.first(&Day::at(now_ms).to_string()),
    }
}

fn course_view(course: &Course, plan: &Plan) -> CourseView {
    CourseView {
        step: step_view(&course.step),
        began: course.began_ms,
        away: course.away_ms,
        paused: course.paused_ms,
        total: course.total_ms(),
        planned: course.planned_ms(),
        planned_end: course.planned_end_ms(),
        ended: course.ended_ms,
        has_previous: plan.before(&course.step).is_some(),
    }
}

fn step_view(step: &PlannedStep) -> PlannedStepView {
    PlannedStepView {
        id: step.id.clone(),
        title: step.title.clone(),
        kind: step.kind.as_str().to_owned(),
        minutes: step.minutes,
        start: step.start,
        document: step.document.clone(),
        link: step.link.clone(),
    }
}

fn hand_view((participant, at): &(store::ParticipantId, u64)) -> HandView {
    HandView {
        participant: participant.to_string(),
        at: *at,
    }
}
