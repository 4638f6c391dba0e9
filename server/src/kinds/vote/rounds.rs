//! The rounds of a vote: prepared, opened, closed, revealed, shown.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use crdt::vote::Vote;
use serde::{Deserialize, Serialize};
use store::{Choice, NewRound, Rules, VoteError};
use ts_rs::TS;
use utoipa::ToSchema;

use super::document::AtVote;
use super::lookup::{brick_id, found, round_id};
use super::open::open;
use super::publish::{publish, publish_if_late, unpublish};
use super::refusals;
use super::show::round_as_seen;
use super::views::RoundView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// A round to be prepared, or what changes about a draft; what is left out is as it was, or usual.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct PrepareRound {
    /// Dots per person: 1 to 100, usually 5.
    #[schema(minimum = 1, maximum = 100)]
    #[ts(optional = nullable)]
    dots: Option<u32>,
    /// Most dots of one person on one brick; 0, as usual: no such limit.
    #[ts(optional = nullable)]
    cap: Option<u32>,
    /// Whether nothing is shown before the reveal; usually so.
    #[ts(optional = nullable)]
    secret: Option<bool>,
    /// Whether the link between person and ballot is destroyed at the reveal; usually so.
    #[ts(optional = nullable)]
    anonymous: Option<bool>,
    /// Whether one may vote for one's own proposal; usually so.
    #[ts(optional = nullable)]
    own: Option<bool>,
    /// Whether only ballots that use all dots count; usually not.
    #[ts(optional = nullable)]
    all: Option<bool>,
    /// How long it stays open; 0, as usual: until somebody closes it.
    #[schema(maximum = 86400)]
    #[ts(optional = nullable)]
    seconds: Option<u32>,
    /// The bricks one may vote for; usually all that stand alone and are not part of the day anyway.
    #[ts(optional = nullable)]
    choices: Option<Vec<String>>,
    /// The round whose ties it settles.
    #[ts(optional = nullable)]
    run_off_of: Option<String>,
}

/// What was weighed before a step is asked for.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Weighed {
    /// Reveal an anonymous round even if it holds so few ballots that one could infer who cast them.
    #[serde(default)]
    even_few: bool,
}

/// A round that was made.
#[derive(Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct RoundMade {
    /// Its key.
    round: String,
}

/// Prepares a round.
#[utoipa::path(post, path = "/api/votes/{vote}/rounds", operation_id = "createRound",
    request_body = PrepareRound,
    params(("vote" = String, Path)), responses((status = 201, body = RoundMade)))]
pub async fn create(
    State(app): State<App>,
    session: Session,
    Path(vote): Path<String>,
    Body(asked): Body<PrepareRound>,
) -> Result<(StatusCode, Json<RoundMade>), Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let run_off_of = asked.run_off_of.as_deref().map(round_id).transpose()?;
    let vote = at.vote.read(&app).await?;
    let new = NewRound {
        document: at.vote.document,
        rules: asked.rules(Rules::default()),
        choices: choices(&vote, asked.choices)?,
        run_off_of,
        after: vote.rounds.last().map_or(0, |round| round.number),
    };
    let round = app.store.create_round(new).await?;
    publish(&app, at.vote, &round).await?;
    tracing::info!(vote = %at.vote.document, round = %round.id, "a round was prepared");
    let made = RoundMade {
        round: round.id.to_string(),
    };
    Ok((StatusCode::CREATED, Json(made)))
}

/// Shows a round.
#[utoipa::path(get, path = "/api/votes/{vote}/rounds/{round}", operation_id = "showRound",
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 200, body = RoundView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
) -> Result<Json<RoundView>, Problem> {
    let at = AtVote::may(Deed::SeeRound, &session, &app, &vote).await?;
    let id = round_id(&round)?;
    let round = app.store.close_overdue(at.vote.document, id).await;
    if matches!(round, Err(VoteError::NotFound)) {
        unpublish(&app, at.vote, id).await?;
    }
    let round = round?;
    publish_if_late(&app, at.vote, &round).await?;
    round_as_seen(&app, &at, round).await
}

/// Changes a draft.
#[utoipa::path(patch, path = "/api/votes/{vote}/rounds/{round}", operation_id = "changeRound",
    request_body = PrepareRound,
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 200, body = RoundView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
    Body(asked): Body<PrepareRound>,
) -> Result<Json<RoundView>, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let id = round_id(&round)?;
    let before = found(&app, &at, id).await?;
    let rules = asked.rules(before.rules);
    let choices = match asked.choices {
        Some(wanted) => choices(&at.vote.read(&app).await?, Some(wanted))?,
        None => before.choices,
    };
    let round = app
        .store
        .change_round(at.vote.document, id, rules, choices)
        .await?;
    publish(&app, at.vote, &round).await?;
    round_as_seen(&app, &at, round).await
}

/// Throws a draft away.
#[utoipa::path(delete, path = "/api/votes/{vote}/rounds/{round}", operation_id = "removeRound",
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let id = round_id(&round)?;
    app.store.delete_round(at.vote.document, id).await?;
    unpublish(&app, at.vote, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Opens, closes or reveals a round.
#[utoipa::path(post, path = "/api/votes/{vote}/rounds/{round}/{step}", operation_id = "stepRound",
    params(("vote" = String, Path), ("round" = String, Path),
        ("step" = String, Path, description = "open, close or reveal"),
        ("evenFew" = Option<bool>, Query, description = "reveal an anonymous round with one or two ballots too")),
    responses((status = 200, body = RoundView),
        (status = 409, body = ErrorView, description = "`few_ballots`: one could infer who voted what; weigh it, then ask with `evenFew=true`")))]
pub async fn step(
    State(app): State<App>,
    session: Session,
    Path((vote, round, step)): Path<(String, String, String)>,
    Query(weighed): Query<Weighed>,
) -> Result<Json<RoundView>, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let id = round_id(&round)?;
    let round = match step.as_str() {
        "open" => open(&app, &at, id).await?,
        "close" => app.store.close_round(at.vote.document, id).await?,
        "reveal" => {
            let even_few = weighed.even_few;
            app.store
                .reveal_round(at.vote.document, id, even_few)
                .await?
        }
        _ => return Err(Problem::NOT_FOUND),
    };
    tracing::info!(vote = %at.vote.document, round = %id, step, "a round went on");
    publish(&app, at.vote, &round).await?;
    app.rounds_changed.notify_one();
    round_as_seen(&app, &at, round).await
}

impl PrepareRound {
    fn rules(&self, before: Rules) -> Rules {
        Rules {
            dots: self.dots.unwrap_or(before.dots),
            cap: self.cap.unwrap_or(before.cap),
            secret: self.secret.unwrap_or(before.secret),
            anonymous: self.anonymous.unwrap_or(before.anonymous),
            own: self.own.unwrap_or(before.own),
            all: self.all.unwrap_or(before.all),
            seconds: self.seconds.unwrap_or(before.seconds),
        }
    }
}

/// The bricks of a round, each with who proposed it.
fn choices(vote: &Vote, wanted: Option<Vec<String>>) -> Result<Vec<Choice>, Problem> {
    let usual = || {
        let stand = vote
            .bricks
            .iter()
            .filter(|brick| !brick.always && brick.into.is_empty());
        stand.map(|brick| brick.id.clone()).collect()
    };
    let wanted = wanted.unwrap_or_else(usual);
    let choice = |id: &String| {
        let brick = vote.brick(id).ok_or(refusals::UNKNOWN_BRICK)?;
        Ok(Choice {
            brick: brick_id(id)?,
            proposed_by: brick.proposed_by.parse().ok(),
        })
    };
    wanted.iter().map(choice).collect()
}
