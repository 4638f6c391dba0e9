//! Makes the document say what the askings are, as far as everybody may know; and tells the room.
//!
//! The rows of the store are what counts. Publishing again changes nothing, so a server that stops between the two makes it
//! good the next time anybody asks about the asking.

use crdt::round::{Asking as PublicAsking, AskingState, Outcome as PublicOutcome, Question};
use serde::{Deserialize, Serialize};
use store::{Asking, AskingError, AskingId, SpaceId};

use super::address::RoundAddress;
use super::news::News;
use crate::app::App;
use crate::control_messages;
use crate::problem::Problem;

/// What the store keeps for the document while it is not there yet.
#[derive(Serialize, Deserialize)]
pub(super) struct Said {
    pub(super) name: String,
    pub(super) question: Question,
}

/// Makes the document say how an asking stands, and tells everybody in the space that it changed.
pub(super) async fn publish(
    app: &App,
    round: RoundAddress,
    asking: &Asking,
) -> Result<(), Problem> {
    let wanted = public(asking)?;
    if !round.read(app).await?.askings.contains(&wanted) {
        round
            .write(app, move |edit| {
                Ok(crdt::round::publish_asking(edit, &wanted)?)
            })
            .await?;
    }
    tell(app, round, asking.id).await
}

/// Publishes an asking if the document says something else of it.
pub(super) async fn publish_if_late(
    app: &App,
    round: RoundAddress,
    asking: &Asking,
) -> Result<(), Problem> {
    let wanted = public(asking)?;
    if round.read(app).await?.askings.contains(&wanted) {
        return Ok(());
    }
    publish(app, round, asking).await
}

/// Takes an asking out of the document if it is there, but is no row any more.
pub(super) async fn unpublish(
    app: &App,
    round: RoundAddress,
    asking: AskingId,
) -> Result<(), Problem> {
    let id = asking.to_string();
    let said = round.read(app).await?.askings;
    if !said.iter().any(|known| known.id == id) {
        return Ok(());
    }
    round
        .write(app, move |edit| Ok(crdt::round::remove_asking(edit, &id)?))
        .await
}

/// Tells everybody in the space how many have answered. It is looked up and told of in one go, for answers that are taken at
/// the same time would else be told of in any order, and the last word might not be true.
pub(super) async fn tell(app: &App, round: RoundAddress, asking: AskingId) -> Result<(), Problem> {
    let _one_at_a_time = app.turns.telling_rounds.lock().await;
    let answered = match app.store.answered(round.document, asking).await {
        Err(AskingError::NotFound) => return Ok(()),
        answered => answered?,
    };
    let news = control_messages::news(round.document, &News::Asking { asking, answered });
    app.live.tell_space(round.space, &news);
    Ok(())
}

/// Tells how the open askings of a space stand after somebody was removed, or may only read from now on: their answer is no
/// longer counted.
pub(super) async fn tell_open_askings(app: &App, space: SpaceId) -> Result<(), Problem> {
    for (document, asking) in app.store.open_askings(space).await? {
        tell(app, RoundAddress { space, document }, asking).await?;
    }
    Ok(())
}

/// Without who answered what: people and what they chose never stand in a document.
fn public(asking: &Asking) -> Result<PublicAsking, Problem> {
    let said: Said = serde_json::from_str(&asking.said).map_err(|error| {
        tracing::error!(%error, asking = %asking.id, "an asking does not say what is asked");
        Problem::INTERNAL
    })?;
    let outcome = asking.outcome.as_ref().map(|outcome| PublicOutcome {
        counts: outcome.counts.clone(),
        words: outcome.words.clone(),
    });
    Ok(PublicAsking {
        id: asking.id.to_string(),
        number: asking.number,
        name: said.name,
        question: said.question,
        state: if outcome.is_some() {
            AskingState::Revealed
        } else {
            AskingState::Open
        },
        outcome,
    })
}
