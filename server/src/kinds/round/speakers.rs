//! Whose turn it is to speak: a facilitator says who is next, and everybody says for themselves that they have spoken.

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use store::{ParticipantId, Turn};
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::AtRound;
use super::news::News;
use crate::app::App;
use crate::control_messages;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Where somebody is in the turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum TurnView {
    /// They have not spoken.
    Waits,
    /// They speak now; whoever spoke before has spoken.
    Speaks,
    /// They have spoken.
    HasSpoken,
}

/// Somebody's place in the turn.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeSpeaker {
    /// Where they are from now on.
    turn: TurnView,
}

/// Who speaks and who has spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct SpeakersView {
    /// Who speaks now; null for nobody.
    speaks: Option<String>,
    /// Who has spoken.
    spoken: Vec<String>,
}

/// Shows who speaks and who has spoken.
#[utoipa::path(get, path = "/api/rounds/{round}/speakers", operation_id = "listSpeakers",
    params(("round" = String, Path)), responses((status = 200, body = SpeakersView)))]
pub async fn list(
    State(app): State<App>,
    session: Session,
    Path(round): Path<String>,
) -> Result<Json<SpeakersView>, Problem> {
    let at = AtRound::may(Deed::SeeAsking, &session, &app, &round).await?;
    seen(&app, &at).await
}

/// Puts somebody elsewhere in the turn: a facilitator anybody, others themselves, who may say that they have spoken or not.
#[utoipa::path(put, path = "/api/rounds/{round}/speakers/{participant}", operation_id = "changeSpeaker",
    request_body = ChangeSpeaker,
    params(("round" = String, Path), ("participant" = String, Path)), responses((status = 200, body = SpeakersView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path((round, participant)): Path<(String, String)>,
    Body(asked): Body<ChangeSpeaker>,
) -> Result<Json<SpeakersView>, Problem> {
    let at = AtRound::may(Deed::GiveAnswer, &session, &app, &round).await?;
    let who: ParticipantId = participant.parse().map_err(|_| Problem::NOT_FOUND)?;
    let is_own = who == at.member.participant && asked.turn != TurnView::Speaks;
    if !is_own && !at.is_facilitator() {
        return Err(Problem::NOT_FOUND);
    }
    let turn = match asked.turn {
        TurnView::Waits => Turn::Waits,
        TurnView::Speaks => Turn::Speaks,
        TurnView::HasSpoken => Turn::HasSpoken,
    };
    app.store.put_speaker(at.round.document, who, turn).await?;
    tell(&app, &at);
    seen(&app, &at).await
}

/// Begins the turn anew: nobody has spoken.
#[utoipa::path(delete, path = "/api/rounds/{round}/speakers", operation_id = "beginTurnAnew",
    params(("round" = String, Path)), responses((status = 200, body = SpeakersView)))]
pub async fn begin_anew(
    State(app): State<App>,
    session: Session,
    Path(round): Path<String>,
) -> Result<Json<SpeakersView>, Problem> {
    let at = AtRound::may(Deed::HoldRound, &session, &app, &round).await?;
    app.store.clear_speakers(at.round.document).await?;
    tell(&app, &at);
    seen(&app, &at).await
}

async fn seen(app: &App, at: &AtRound) -> Result<Json<SpeakersView>, Problem> {
    let speakers = app.store.speakers(at.round.document).await?;
    let of = |speaks: bool| {
        let those = speakers.iter().filter(move |each| each.speaks == speaks);
        those.map(|each| each.participant.to_string())
    };
    Ok(Json(SpeakersView {
        speaks: of(true).next(),
        spoken: of(false).collect(),
    }))
}

fn tell(app: &App, at: &AtRound) {
    let news = control_messages::news(at.round.document, &News::Speakers);
    app.live.tell_space(at.round.space, &news);
}
