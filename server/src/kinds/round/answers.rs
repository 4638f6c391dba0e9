//! Answers.

use axum::Json;
use axum::extract::{Path, State};
use store::Answer;

use super::address::{AtRound, asking_id};
use super::news::News;
use super::publish::tell;
use super::refusals;
use super::views::AnswerView;
use crate::app::App;
use crate::control_messages;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Done;

/// Gives one's answer; until the reveal, again and again.
#[utoipa::path(put, path = "/api/rounds/{round}/askings/{asking}/answer", operation_id = "answerAsking",
    request_body = AnswerView,
    params(("round" = String, Path), ("asking" = String, Path)), responses((status = 200, body = Done),
        (status = 409, body = ErrorView, description = "`asking_revealed`: too late; the answer before stays")))]
pub async fn answer(
    State(app): State<App>,
    session: Session,
    Path((round, asking)): Path<(String, String)>,
    Body(asked): Body<AnswerView>,
) -> Result<Json<Done>, Problem> {
    let at = AtRound::may(Deed::GiveAnswer, &session, &app, &round).await?;
    let id = asking_id(&asking)?;
    let answer = Answer {
        state: asked.state,
        word: refusals::WORD.maybe_empty_line(&asked.word)?,
    };
    let (document, person) = (at.round.document, at.member.participant);
    app.store.put_answer(document, id, person, answer).await?;
    // Nothing is logged: who answered when is nobody's business.
    let frame = control_messages::news(document, &News::Answer { asking: id });
    app.live.tell_person(at.round.space, person, &frame);
    tell(&app, at.round, id).await?;
    Ok(Json(Done {}))
}
