//! Ballots, and the counts of people who voted without a device.

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use store::{Accepted, Ballot, BrickId, Entered, ParticipantId, RoundId, Voting};
use ts_rs::TS;
use utoipa::ToSchema;

use super::document::{AtVote, VoteAddress};
use super::lookup::{brick_id, round_id};
use super::news::News;
use super::publish::{publish, tell};
use super::show::round_as_seen;
use super::views::{Dots, RoundView};
use crate::app::App;
use crate::control_messages;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// A whole ballot: it replaces the one before.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CastBallot {
    /// Dots per brick.
    dots: Dots,
    /// Whether the person is done; they may still change their mind.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    done: bool,
}

/// A ballot that was taken.
#[derive(Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct BallotTaken {
    /// Dots the person has left.
    left: u32,
    /// Whether they said that they are done.
    done: bool,
}

/// The dots of people without a device: raised hands, dots on paper.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct EnterCounts {
    /// How many people.
    #[schema(maximum = 10000)]
    voters: u32,
    /// Their dots per brick.
    dots: Dots,
}

/// Casts one's whole ballot; until the round closes, again and again.
#[utoipa::path(put, path = "/api/votes/{vote}/rounds/{round}/ballot", operation_id = "castBallot",
    request_body = CastBallot,
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 200, body = BallotTaken),
        (status = 409, body = ErrorView, description = "`round_closed`: too late, `latecomer`: come after the opening, `device_voted`: \
            somebody else voted from this device; the ballot before stays"),
        (status = 422, body = ErrorView, description = "`over_budget`, `over_cap` and the like; the ballot before stays")))]
pub async fn cast(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
    Body(asked): Body<CastBallot>,
) -> Result<Json<BallotTaken>, Problem> {
    let at = AtVote::may(Deed::CastBallot, &session, &app, &vote).await?;
    let id = round_id(&round)?;
    let ballot = Ballot {
        dots: bricks(asked.dots)?.collect(),
        done: asked.done,
    };
    let voter = at.member.participant;
    let voting = Voting {
        participant: voter,
        device: session.0,
    };
    let Accepted { left, done } = app
        .store
        .put_ballot(at.vote.document, id, voting, ballot)
        .await?;
    // Nothing is logged: who voted when is nobody's business.
    tell_voter(&app, at.vote, id, voter);
    tell(&app, at.vote, id).await?;
    Ok(Json(BallotTaken { left, done }))
}

/// Enters the dots of people without a device.
#[utoipa::path(put, path = "/api/votes/{vote}/rounds/{round}/counts", operation_id = "enterCounts",
    request_body = EnterCounts,
    params(("vote" = String, Path), ("round" = String, Path)), responses((status = 200, body = RoundView)))]
pub async fn enter(
    State(app): State<App>,
    session: Session,
    Path((vote, round)): Path<(String, String)>,
    Body(asked): Body<EnterCounts>,
) -> Result<Json<RoundView>, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let entered = Entered {
        voters: asked.voters,
        dots: bricks(asked.dots)?.collect(),
    };
    let round = app
        .store
        .enter_counts(at.vote.document, round_id(&round)?, entered)
        .await?;
    publish(&app, at.vote, &round).await?;
    round_as_seen(&app, &at, round).await
}

/// Tells the other devices of who voted, and nobody else, that there is another ballot of theirs.
fn tell_voter(app: &App, vote: VoteAddress, round: RoundId, voter: ParticipantId) {
    let frame = control_messages::news(vote.document, &News::Ballot { round });
    app.live.tell_person(vote.space, voter, &frame);
}

fn bricks(dots: Dots) -> Result<impl Iterator<Item = (BrickId, u32)>, Problem> {
    let parsed = dots
        .into_iter()
        .map(|(brick, dots)| Ok((brick_id(&brick)?, dots)));
    Ok(parsed.collect::<Result<Vec<_>, Problem>>()?.into_iter())
}
