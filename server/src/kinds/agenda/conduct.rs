//! The conduct of a workshop as people see it, and the deeds of who facilitates on its clock.

use std::time::Instant;

use axum::Json;
use axum::extract::{Path, State};
use crdt::agenda::KIND;
use serde::Deserialize;
use store::{Conduct, DocumentId, Member, NewConduct, SpaceId};
use ts_rs::TS;
use utoipa::ToSchema;

use super::act::{Move, Standing, after};
use super::course::Course;
use super::limits::{ADDED_MINUTES_MAX, OFFSET_MINUTES_MAX};
use super::refusals::{NO_AGENDA, NOT_AN_AGENDA};
use super::tell;
use crate::app::App;
use crate::clock::now_ms;
use crate::control_messages::{ConductNews, ControlMessage};
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::{ConductView, ConductedStepView, ConductedStepsView, ConductedView};

/// A deed on the clock, and what it was decided from.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ConductWorkshop {
    /// The `revision` it was decided from. When there is another one meanwhile, nothing is done.
    #[ts(type = "number")]
    from: u64,
    /// What is to be done.
    deed: ConductDeed,
}

/// What who facilitates does.
#[derive(Deserialize, TS, ToSchema)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum ConductDeed {
    /// Chooses the agenda to follow. What runs ends.
    Follow {
        /// The document.
        agenda: String,
    },
    /// Begins a step anew; one that runs ends.
    Start {
        /// Its key in the agenda.
        step: String,
        /// By how many minutes the clock of the place is ahead of UTC: what the agenda says is told by that clock.
        #[schema(minimum = -840, maximum = 840)]
        offset: i32,
    },
    /// Goes on to the next step of the day; after the last one the day ends.
    Next,
    /// Goes back to the step before, or to the last one of a day that ended: it has what it had left.
    Back,
    /// Gives the step minutes or, below zero, takes some of those it has left.
    Add {
        /// How many.
        #[schema(minimum = -120, maximum = 120)]
        minutes: i32,
    },
    /// Stops the clock.
    Pause,
    /// Lets the clock go on.
    Resume,
    /// Ends the day.
    End,
    /// Calls everybody to a document, or to the page of the workshop. They are told once and decide themselves.
    Call {
        /// The document; the page of the workshop when it is left out.
        #[ts(optional = nullable)]
        document: Option<String>,
    },
}

/// Shows the conduct of a workshop.
#[utoipa::path(get, path = "/api/spaces/{space}/conduct", operation_id = "showConduct",
    params(("space" = String, Path)), responses((status = 200, body = ConductView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<ConductView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::SeeSpace)?;
    Ok(Json(tell::look(&app, member.space).await?))
}

/// Shows the steps that ran: when they were planned, and when they really were.
#[utoipa::path(get, path = "/api/spaces/{space}/conduct/steps", operation_id = "showConductedSteps",
    params(("space" = String, Path)), responses((status = 200, body = ConductedStepsView)))]
pub async fn steps(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<ConductedStepsView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::SeeSpace)?;
    let steps = app.store.conducted_steps(member.space).await?;
    let steps = steps.into_iter().map(|(agenda, step)| ConductedStepView {
        agenda: agenda.to_string(),
        step: step.step,
        title: step.title,
        planned: step.planned_ms,
        minutes: step.minutes,
        began: step.began_ms,
        ended: step.ended_ms,
        paused: step.paused_ms,
        added: step.added_ms,
    });
    Ok(Json(ConductedStepsView {
        steps: steps.collect(),
    }))
}

/// Does something on the clock of the workshop, for those who facilitate.
///
/// What was decided from another revision is not done, so that two who press 'next' at once go on by one step; the answer says
/// how it stands now. Everybody who looks at the workshop is told.
#[utoipa::path(post, path = "/api/spaces/{space}/conduct", operation_id = "conductWorkshop",
    request_body = ConductWorkshop,
    params(("space" = String, Path)), responses((status = 200, body = ConductedView)))]
pub async fn act(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<ConductWorkshop>,
) -> Result<Json<ConductedView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::Conduct)?;
    app.gestures.may_make(&member, Instant::now())?;
    let turn = app.turns.conducting.lock().await;
    let conduct = app.store.conduct(member.space).await?;
    let done = conduct.revision == asked.from
        && done(&app, &session, &member, conduct, asked.deed).await?;
    let conduct = tell::tell(&app, member.space).await?;
    drop(turn);
    Ok(Json(ConductedView { done, conduct }))
}

async fn done(
    app: &App,
    session: &Session,
    member: &Member,
    conduct: Conduct,
    deed: ConductDeed,
) -> Result<bool, Problem> {
    let space = member.space;
    let new = match deed {
        ConductDeed::Call { document } => {
            let document = match document {
                Some(document) => Some(of_space(app, session, space, &document).await?),
                None => None,
            };
            call(app, member, document);
            return Ok(true);
        }
        ConductDeed::Follow { agenda } => {
            let agenda = agenda_of(app, session, space, &agenda).await?;
            if conduct.agenda == Some(agenda) {
                return Ok(true);
            }
            follow(&conduct, agenda)
        }
        deed => moved(app, space, &conduct, deed.checked()?).await?,
    };
    let from = conduct.revision;
    Ok(app.store.change_conduct(space, from, new).await?)
}

impl ConductDeed {
    /// As a deed on the clock.
    fn checked(self) -> Result<Move, Problem> {
        match self {
            Self::Start { step, offset } => {
                within("offset", offset, OFFSET_MINUTES_MAX)?;
                Ok(Move::Start { step, offset })
            }
            Self::Add { minutes } => {
                within("minutes", minutes, ADDED_MINUTES_MAX)?;
                Ok(Move::Add(minutes))
            }
            Self::Next => Ok(Move::Next),
            Self::Back => Ok(Move::Back),
            Self::Pause => Ok(Move::Pause),
            Self::Resume => Ok(Move::Resume),
            Self::End => Ok(Move::End),
            Self::Follow { .. } | Self::Call { .. } => Err(Problem::INTERNAL),
        }
    }
}

fn within(what: &str, number: i32, max: i32) -> Result<(), Problem> {
    if (-max..=max).contains(&number) {
        Ok(())
    } else {
        Err(Problem::BadRequest(format!("{what}: -{max} to {max}")))
    }
}

async fn moved(
    app: &App,
    space: SpaceId,
    conduct: &Conduct,
    deed: Move,
) -> Result<NewConduct, Problem> {
    let agenda = conduct.agenda.ok_or(NO_AGENDA)?;
    let ran = app.store.conducted_steps(space).await?;
    let number = ran.last().map_or(1, |(_, step)| step.number + 1);
    let ran = ran.into_iter().filter(|(of, _)| *of == agenda);
    let ran: Vec<_> = ran.map(|(_, step)| step).collect();
    let plan = tell::plan(app, space, agenda).await?;
    after(
        deed,
        Standing {
            agenda,
            course: tell::course_of(conduct),
            ran: &ran,
            number,
            plan: &plan,
            now_ms: now_ms(),
        },
    )
}

/// Nothing of the agenda that is followed from now on has run yet; what ran of the other one has ended.
fn follow(conduct: &Conduct, agenda: DocumentId) -> NewConduct {
    let running = tell::course_of(conduct).into_iter();
    let running = running.filter(Course::is_running);
    NewConduct {
        agenda,
        course: None,
        steps: running
            .map(|course| course.conducted(now_ms(), true))
            .collect(),
        forgotten: None,
    }
}

async fn agenda_of(
    app: &App,
    session: &Session,
    space: SpaceId,
    agenda: &str,
) -> Result<DocumentId, Problem> {
    let id = of_space(app, session, space, agenda).await;
    let id = id.map_err(|_| NOT_AN_AGENDA)?;
    let found = app.store.document(id).await?.ok_or(NOT_AN_AGENDA)?;
    let is_fit = !found.archived && found.kind.as_str() == KIND;
    is_fit.then_some(id).ok_or(NOT_AN_AGENDA)
}

/// A document of the space that who asks may see.
async fn of_space(
    app: &App,
    session: &Session,
    space: SpaceId,
    document: &str,
) -> Result<DocumentId, Problem> {
    let at = session.at_document(app, document).await?;
    let at = at.may(Deed::ExportDocument)?;
    let is_here = at.member.space == space;
    is_here.then_some(at.document).ok_or(Problem::NOT_FOUND)
}

fn call(app: &App, member: &Member, document: Option<DocumentId>) {
    let news = ConductNews::Called {
        document,
        by: member.participant,
    };
    let space = member.space;
    let frame = ControlMessage::Conduct { space, news }.frame();
    app.live.tell_space(space, &frame);
}
