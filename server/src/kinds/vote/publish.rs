//! Makes the document say what the rounds are, as far as everybody may know; and tells the room.
//!
//! The rows of the store are what counts. Publishing again changes nothing, so a server that stops between
//! the two makes it good the next time anybody asks about the round.

use crdt::vote::{Results, Round as PublicRound, RoundState as PublicState, Rules as PublicRules};
use store::{Round, RoundId, RoundState, Rules, Tally};

use super::document::VoteAddress;
use super::news::News;
use super::views::dots;
use crate::app::App;
use crate::control_messages;
use crate::problem::Problem;

/// Publishes a round and tells everybody in the space that it changed.
pub(super) async fn publish(app: &App, vote: VoteAddress, round: &Round) -> Result<(), Problem> {
    let public = public(round);
    vote.write(app, move |edit| {
        Ok(crdt::vote::publish_round(edit, &public)?)
    })
    .await?;
    tell(app, vote, round.id).await
}

/// Publishes a round if the document says something else of it.
pub(super) async fn publish_if_late(
    app: &App,
    vote: VoteAddress,
    round: &Round,
) -> Result<(), Problem> {
    let wanted = public(round);
    let said = vote.read(app).await?.rounds;
    if said.contains(&wanted) {
        return Ok(());
    }
    publish(app, vote, round).await
}

/// Takes a round out of the document if it is there, but is no row any more.
pub(super) async fn unpublish(app: &App, vote: VoteAddress, round: RoundId) -> Result<(), Problem> {
    let id = round.to_string();
    let said = vote.read(app).await?.rounds;
    if !said.iter().any(|known| known.id == id) {
        return Ok(());
    }
    vote.write(app, move |edit| Ok(crdt::vote::remove_round(edit, &id)?))
        .await
}

/// Tells everybody in the space how a round stands: counts only. It is looked up and told of in one go, for ballots
/// that are taken at the same time would else be told of in any order, and the last word might not be true.
pub(super) async fn tell(app: &App, vote: VoteAddress, round: RoundId) -> Result<(), Problem> {
    let one_at_a_time = app.turns.telling_rounds.lock().await;
    let Some(round) = app.store.round(vote.document, round).await? else {
        drop(one_at_a_time);
        return unpublish(app, vote, round).await;
    };
    let turnout = app.store.turnout(vote.document, round.id).await?;
    let news = News::Round {
        round: round.id,
        state: public_state(round.state).as_str(),
        voted: turnout.voted,
        done: turnout.done,
    };
    app.live
        .tell_space(vote.space, &control_messages::news(vote.document, &news));
    drop(one_at_a_time);
    Ok(())
}

fn public(round: &Round) -> PublicRound {
    let Rules {
        dots,
        cap,
        secret,
        anonymous,
        own,
        all,
        seconds,
    } = round.rules;
    PublicRound {
        id: round.id.to_string(),
        number: round.number,
        state: public_state(round.state),
        rules: PublicRules {
            dots,
            cap,
            secret,
            anonymous,
            own,
            all,
            seconds,
        },
        choices: round
            .choices
            .iter()
            .map(|choice| choice.brick.to_string())
            .collect(),
        run_off_of: round
            .run_off_of
            .map_or_else(String::new, |id| id.to_string()),
        closes_at: round.closes_ms.unwrap_or(0),
        results: round.results.as_ref().map(|tally| results(tally, round)),
    }
}

/// Without who voted what: people's names and choices never stand in a document.
fn results(tally: &Tally, round: &Round) -> Results {
    Results {
        voters: tally.voters,
        dots: dots(&tally.dots),
        entered_voters: round.entered.voters,
        entered: dots(&round.entered.dots),
    }
}

fn public_state(state: RoundState) -> PublicState {
    match state {
        RoundState::Draft => PublicState::Draft,
        RoundState::Open => PublicState::Open,
        RoundState::Closed => PublicState::Closed,
        RoundState::Revealed => PublicState::Revealed,
    }
}
