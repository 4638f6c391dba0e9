//! Who may vote in a round: whom a facilitator lets in, and what changes when people go.

use axum::Json;
use axum::extract::{Path, State};
use store::{ParticipantId, SpaceId};

use super::document::{AtVote, VoteAddress};
use super::lookup::round_id;
use super::publish::tell;
use super::show::round_as_seen;
use super::views::RoundView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Lets somebody vote who came after the round was opened.
#[utoipa::path(put, path = "/api/votes/{vote}/rounds/{round}/electors/{participant}", operation_id = "letInElector",
    params(("vote" = String, Path), ("round" = String, Path), ("participant" = String, Path)),
    responses((status = 200, body = RoundView),
        (status = 409, body = ErrorView, description = "`round_state`: the round is not open")))]
pub async fn let_in(
    State(app): State<App>,
    session: Session,
    Path((vote, round, participant)): Path<(String, String, String)>,
) -> Result<Json<RoundView>, Problem> {
    let at = AtVote::may(Deed::HoldVote, &session, &app, &vote).await?;
    let latecomer: ParticipantId = participant.parse().map_err(|_| Problem::NOT_FOUND)?;
    let id = round_id(&round)?;
    let round = app.store.let_in(at.vote.document, id, latecomer).await?;
    tracing::info!(vote = %at.vote.document, round = %id, participant = %latecomer, "let in to a round");
    tell(&app, at.vote, id).await?;
    round_as_seen(&app, &at, round).await
}

/// Tells how the open rounds of a space stand after somebody was removed, or may only read from now on: their ballot is
/// no longer counted.
pub async fn tell_open_rounds(app: &App, space: SpaceId) -> Result<(), Problem> {
    for (document, round) in app.store.open_rounds(space).await? {
        tell(app, VoteAddress { document, space }, round).await?;
    }
    Ok(())
}
