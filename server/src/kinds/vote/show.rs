//! Gathers what the one who asks may know of a round.

use axum::Json;
use store::{ParticipantId, Role, Round, RoundState, Tally};

use super::document::AtVote;
use super::lookup::is_revealed;
use super::views::{RoundView, Told};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;

/// A round as the one who asks may see it.
pub(super) async fn told(app: &App, at: &AtVote, round: Round) -> Result<Json<RoundView>, Problem> {
    let voters = voters(app, at).await?;
    let told = Told {
        turnout: app.store.turnout(at.vote.document, round.id).await?,
        eligible: u32::try_from(voters.len()).unwrap_or(u32::MAX),
        done: done(app, at, &round, voters).await?,
        mine: mine(app, at, &round).await?,
        tally: tally(app, at, &round).await?,
        round,
    };
    Ok(Json(told.into()))
}

/// Everybody who may cast a ballot.
async fn voters(app: &App, at: &AtVote) -> Result<Vec<ParticipantId>, Problem> {
    let people = app.store.people(at.member.space).await?;
    let kind = at.member.kind;
    let may_vote = |role: Role| role >= Deed::CastBallot.least_role(kind);
    Ok(people
        .iter()
        .filter(|person| may_vote(person.role))
        .map(|person| person.id)
        .collect())
}

/// Who said that they are done: for who holds the vote to wait for the others, and for nobody else.
async fn done(
    app: &App,
    at: &AtVote,
    round: &Round,
    voters: Vec<ParticipantId>,
) -> Result<Option<Vec<ParticipantId>>, Problem> {
    let is_under_way = matches!(round.state, RoundState::Open | RoundState::Closed);
    if !at.is_facilitator() || !is_under_way {
        return Ok(None);
    }
    let done = app
        .store
        .who_is_done(at.vote.document, round.id, voters)
        .await?;
    Ok(Some(done))
}

async fn mine(app: &App, at: &AtVote, round: &Round) -> Result<Option<store::Ballot>, Problem> {
    let may_vote = at.member.role >= Deed::CastBallot.least_role(at.member.kind);
    if !may_vote || (is_revealed(round) && round.rules.anonymous) {
        return Ok(None);
    }
    let cast = app
        .store
        .ballot(at.vote.document, round.id, at.member.participant)
        .await?;
    Ok(Some(cast.unwrap_or_default()))
}

/// What may be known of the results now: all of them once revealed, nothing of a secret round before.
async fn tally(app: &App, at: &AtVote, round: &Round) -> Result<Option<Tally>, Problem> {
    if let Some(results) = &round.results {
        return Ok(Some(results.clone()));
    }
    if round.rules.secret || round.state == RoundState::Draft {
        return Ok(None);
    }
    let tally = app.store.partial_tally(at.vote.document, round.id).await?;
    Ok(Some(tally))
}
