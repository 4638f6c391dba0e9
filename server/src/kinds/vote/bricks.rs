//! The bricks of a vote: proposed, changed, moved, grouped, taken out.

use automerge::transaction::Transaction;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use crdt::vote::{
    Brick, BrickChange, Category, NewBrick, Place, RoundState, Vote, add_brick, change_brick, read,
    remove_brick,
};
use serde::{Deserialize, Serialize};
use store::BrickId;
use ts_rs::TS;
use utoipa::ToSchema;

use super::document::AtVote;
use super::refusals;
use super::settings::minutes;
use crate::app::App;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::Done;

/// How long a brick takes when nobody said.
const MINUTES: u32 = 30;

/// A brick to be added.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CreateBrick {
    /// What it is called.
    #[schema(max_length = 200)]
    title: String,
    /// What it is about.
    #[serde(default)]
    #[schema(max_length = 1000)]
    #[ts(optional, as = "Option<String>")]
    about: String,
    /// How long it takes; half an hour when it is left out.
    #[schema(maximum = 1440)]
    #[ts(optional = nullable)]
    minutes: Option<u32>,
    /// What it is good for; `theory` when it is left out.
    #[schema(value_type = Option<String>, pattern = "^(organise|show|theory)$")]
    #[ts(optional = nullable, type = "\"organise\" | \"show\" | \"theory\"")]
    category: Option<Category>,
    /// Whether it is part of the day whatever the vote says; for facilitators to decide.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    always: bool,
}

/// What changes about a brick; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeBrick {
    /// Another title.
    #[schema(max_length = 200)]
    #[ts(optional = nullable)]
    title: Option<String>,
    /// Another description.
    #[schema(max_length = 1000)]
    #[ts(optional = nullable)]
    about: Option<String>,
    /// Another duration.
    #[schema(maximum = 1440)]
    #[ts(optional = nullable)]
    minutes: Option<u32>,
    /// Another category.
    #[schema(value_type = Option<String>, pattern = "^(organise|show|theory)$")]
    #[ts(optional = nullable, type = "\"organise\" | \"show\" | \"theory\"")]
    category: Option<Category>,
    /// Whether it is always part of the day.
    #[ts(optional = nullable)]
    always: Option<bool>,
    /// The brick it is a duplicate of; empty: it stands alone.
    #[ts(optional = nullable)]
    into: Option<String>,
    /// The brick it is put before; empty: it is put last.
    #[ts(optional = nullable)]
    before: Option<String>,
}

/// A brick that was made.
#[derive(Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct BrickMade {
    /// Its key in the document.
    brick: String,
}

/// Adds a brick: a facilitator at any time, a participant while proposals are open.
#[utoipa::path(post, path = "/api/votes/{vote}/bricks", operation_id = "createBrick",
    request_body = CreateBrick,
    params(("vote" = String, Path)), responses((status = 201, body = BrickMade)))]
pub async fn create(
    State(app): State<App>,
    session: Session,
    Path(vote): Path<String>,
    Body(asked): Body<CreateBrick>,
) -> Result<(StatusCode, Json<BrickMade>), Problem> {
    let at = AtVote::may(Deed::ProposeBrick, &session, &app, &vote).await?;
    let is_facilitator = at.is_facilitator();
    let brick = NewBrick {
        title: Field::TITLE.line(&asked.title)?,
        about: refusals::ABOUT.maybe_empty_line(&asked.about)?,
        minutes: minutes(asked.minutes.unwrap_or(MINUTES))?,
        category: asked.category.unwrap_or(Category::Theory),
        always: asked.always && is_facilitator,
        proposed_by: at.member.participant.to_string(),
    };
    let id = BrickId::random().to_string();
    let made = id.clone();
    at.vote
        .write(&app, move |edit| {
            if !is_facilitator && !read(edit).settings.proposals {
                return Err(refusals::PROPOSALS_CLOSED);
            }
            Ok(add_brick(edit, &id, &brick)?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(BrickMade { brick: made })))
}

/// Changes a brick: a facilitator any, a participant what they proposed themselves.
#[utoipa::path(patch, path = "/api/votes/{vote}/bricks/{brick}", operation_id = "changeBrick",
    request_body = ChangeBrick,
    params(("vote" = String, Path), ("brick" = String, Path)), responses((status = 200, body = Done)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path((vote, brick)): Path<(String, String)>,
    Body(asked): Body<ChangeBrick>,
) -> Result<Json<Done>, Problem> {
    let at = AtVote::may(Deed::ProposeBrick, &session, &app, &vote).await?;
    let change = asked.checked()?;
    if !at.is_facilitator() && change.is_for_facilitators() {
        return Err(Problem::NOT_FOUND);
    }
    at.vote
        .write(&app, move |edit| {
            let vote = read(edit);
            let found = mine(&at, &vote, &brick)?;
            if change.into.is_some() && in_round(&vote, found) {
                return Err(refusals::BRICK_IN_ROUND);
            }
            Ok(change_brick(edit, &brick, &change)?)
        })
        .await?;
    Ok(Json(Done {}))
}

/// Takes a brick out, unless a round that is not a draft holds it.
#[utoipa::path(delete, path = "/api/votes/{vote}/bricks/{brick}", operation_id = "removeBrick",
    params(("vote" = String, Path), ("brick" = String, Path)), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    session: Session,
    Path((vote, brick)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let at = AtVote::may(Deed::ProposeBrick, &session, &app, &vote).await?;
    at.vote
        .write(&app, move |edit: &mut Transaction<'_>| {
            let vote = read(edit);
            if in_round(&vote, mine(&at, &vote, &brick)?) {
                return Err(refusals::BRICK_IN_ROUND);
            }
            Ok(remove_brick(edit, &brick)?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

impl ChangeBrick {
    fn checked(self) -> Result<BrickChange, Problem> {
        let title = self.title.map(|title| Field::TITLE.line(&title));
        let about = self
            .about
            .map(|about| refusals::ABOUT.maybe_empty_line(&about));
        Ok(BrickChange {
            title: title.transpose()?,
            about: about.transpose()?,
            minutes: self.minutes.map(minutes).transpose()?,
            category: self.category,
            always: self.always,
            into: self.into,
            pad: None,
            place: self.before.map(|next| {
                if next.is_empty() {
                    Place::Last
                } else {
                    Place::Before(next)
                }
            }),
        })
    }
}

/// A brick the one who asks may change: any for who holds the vote; for others what they proposed, while no
/// ballot is being taken.
fn mine<'a>(at: &AtVote, vote: &'a Vote, brick: &str) -> Result<&'a Brick, Problem> {
    let found = vote.brick(brick).ok_or(Problem::NOT_FOUND)?;
    if at.is_facilitator() {
        return Ok(found);
    }
    if found.proposed_by != at.member.participant.to_string() {
        return Err(Problem::NOT_FOUND);
    }
    let is_open = |state| state == RoundState::Open;
    if vote.rounds.iter().any(|round| is_open(round.state)) {
        Err(refusals::PROPOSALS_CLOSED)
    } else {
        Ok(found)
    }
}

/// Whether a ballot may hold it, now or once.
fn in_round(vote: &Vote, brick: &Brick) -> bool {
    let begun = vote
        .rounds
        .iter()
        .filter(|round| round.state != RoundState::Draft);
    begun
        .flat_map(|round| &round.choices)
        .any(|choice| *choice == brick.id)
}
