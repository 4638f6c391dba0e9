//! Gathers what the one who asks may know of a round.

use axum::Json;
use store::{ParticipantId, Round, RoundState, Tally, Turnout};

use super::document::AtVote;
use super::lookup::is_revealed;
use super::views::{RoundSeen, RoundView};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;

/// A round as the one who asks may see it.
pub(super) async fn round_as_seen(
    app: &App,
    at: &AtVote,
    round: Round,
) -> Result<Json<RoundView>, Problem> {
    let electors = electors(app, at, &round).await?;
    let turnout = app.store.turnout(at.vote.document, round.id).await?;
    let told = RoundSeen {
        eligible: eligible(app, at, &round, turnout).await?,
        turnout,
        may_vote: electors.contains(&at.member.participant),
        done: done(app, at, &round, &electors).await?,
        latecomers: latecomers(app, at, &round).await?,
        electors: Some(electors).filter(|_| at.is_facilitator() && round.state == RoundState::Open),
        mine: mine(app, at, &round).await?,
        tally: tally(app, at, &round).await?,
        round,
    };
    Ok(Json(told.into()))
}

/// Those who may vote and are still there, in the order they came.
async fn electors(app: &App, at: &AtVote, round: &Round) -> Result<Vec<ParticipantId>, Problem> {
    let electors = app.store.electors(at.vote.document, round.id).await?;
    let people = app.store.people(at.member.space).await?.into_iter();
    Ok(people
        .map(|person| person.id)
        .filter(|person| electors.binary_search(person).is_ok())
        .collect())
}

/// Who came after a round opened and waits to be let in: for who holds the vote.
async fn latecomers(
    app: &App,
    at: &AtVote,
    round: &Round,
) -> Result<Option<Vec<ParticipantId>>, Problem> {
    if !at.is_facilitator() || round.state != RoundState::Open {
        return Ok(None);
    }
    let late = app.store.latecomers(at.vote.document, round.id).await?;
    Ok(Some(late))
}

/// How many may vote. Before a round opens: how many could if it opened now.
async fn eligible(app: &App, at: &AtVote, round: &Round, turnout: Turnout) -> Result<u32, Problem> {
    if round.state != RoundState::Draft {
        return Ok(turnout.eligible);
    }
    let people = app.store.people(at.member.space).await?;
    let least = Deed::CastBallot.least_role(at.member.kind);
    let may_vote = people.iter().filter(|person| person.role >= least);
    Ok(u32::try_from(may_vote.count()).unwrap_or(u32::MAX))
}

/// Who said that they are done: for who holds the vote to wait for the others, and for nobody else. Not beside totals
/// that are live in an anonymous round: whoever looks often would learn who has just voted.
async fn done(
    app: &App,
    at: &AtVote,
    round: &Round,
    electors: &[ParticipantId],
) -> Result<Option<Vec<ParticipantId>>, Problem> {
    let is_under_way = matches!(round.state, RoundState::Open | RoundState::Closed);
    let would_tell = round.rules.anonymous && !round.rules.secret;
    if !at.is_facilitator() || !is_under_way || would_tell {
        return Ok(None);
    }
    let done = app
        .store
        .who_is_done(at.vote.document, round.id, electors.to_vec())
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
