//! Finds what an address names in a vote.

use store::{BrickId, Round, RoundId, RoundState};

use super::document::AtVote;
use super::refusals;
use crate::app::App;
use crate::problem::Problem;

/// A round that is there.
pub(super) async fn found(app: &App, at: &AtVote, id: RoundId) -> Result<Round, Problem> {
    app.store
        .round(at.vote.document, id)
        .await?
        .ok_or(Problem::NOT_FOUND)
}

/// Whether what came of the round is known to everybody.
pub(super) fn is_revealed(round: &Round) -> bool {
    round.state == RoundState::Revealed
}

pub(super) fn round_id(text: &str) -> Result<RoundId, Problem> {
    text.parse().map_err(|_| Problem::NOT_FOUND)
}

pub(super) fn brick_id(text: &str) -> Result<BrickId, Problem> {
    text.parse().map_err(|_| refusals::UNKNOWN_BRICK)
}
