//! Each time the question is asked: opened, shown, revealed, given up.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use crdt::round::Round;
use serde::{Deserialize, Serialize};
use store::{AskingError, NewAsking};
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::{AtRound, asking_id};
use super::publish::{Said, publish, publish_if_late, unpublish};
use super::refusals;
use super::show::asking_as_seen;
use super::views::AskingView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// The question is to be asked.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct OpenAsking {
    /// What this time is called, such as `Matin`; may be empty.
    #[serde(default)]
    #[schema(max_length = 40)]
    name: String,
}

/// An asking that was opened.
#[derive(Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AskingMade {
    /// Its key.
    asking: String,
}

/// Asks the question as it stands. From then on nothing of it changes, nor whether it is anonymous.
#[utoipa::path(post, path = "/api/rounds/{round}/askings", operation_id = "openAsking",
    request_body = OpenAsking,
    params(("round" = String, Path)), responses((status = 201, body = AskingMade),
        (status = 409, body = ErrorView, description = "`asking_open`: it is being asked already")))]
pub async fn open(
    State(app): State<App>,
    session: Session,
    Path(round): Path<String>,
    Body(asked): Body<OpenAsking>,
) -> Result<(StatusCode, Json<AskingMade>), Problem> {
    let at = AtRound::may(Deed::HoldRound, &session, &app, &round).await?;
    let name = refusals::NAME.maybe_empty_line(&asked.name)?;
    let Round {
        question, askings, ..
    } = at.round.read(&app).await?;
    let (anonymous, words) = (question.anonymous, question.words);
    let states = u32::try_from(question.states.len()).unwrap_or(0);
    let said = serde_json::to_string(&Said { name, question });
    let new = NewAsking {
        document: at.round.document,
        said: said.map_err(|_| Problem::INTERNAL)?,
        anonymous,
        words,
        states,
        after: askings.last().map_or(0, |asking| asking.number),
    };
    let asking = app.store.open_asking(new).await?;
    publish(&app, at.round, &asking).await?;
    tracing::info!(round = %at.round.document, asking = %asking.id, "an asking was opened");
    let made = AskingMade {
        asking: asking.id.to_string(),
    };
    Ok((StatusCode::CREATED, Json(made)))
}

/// Shows an asking.
#[utoipa::path(get, path = "/api/rounds/{round}/askings/{asking}", operation_id = "showAsking",
    params(("round" = String, Path), ("asking" = String, Path)), responses((status = 200, body = AskingView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path((round, asking)): Path<(String, String)>,
) -> Result<Json<AskingView>, Problem> {
    let at = AtRound::may(Deed::SeeAsking, &session, &app, &round).await?;
    let id = asking_id(&asking)?;
    let asking = app.store.asking(at.round.document, id).await;
    if matches!(asking, Err(AskingError::NotFound)) {
        // Given up, while the document still says that it is open. What is revealed stays: it may have come with an archive.
        drop_from_document_if_open(&app, &at, id).await?;
    }
    let asking = asking?;
    publish_if_late(&app, at.round, &asking).await?;
    asking_as_seen(&app, &at, asking).await
}

/// Reveals an asking to everybody at once.
#[utoipa::path(post, path = "/api/rounds/{round}/askings/{asking}/reveal", operation_id = "revealAsking",
    params(("round" = String, Path), ("asking" = String, Path)), responses((status = 200, body = AskingView),
        (status = 409, body = ErrorView, description = "`few_answers`: one could infer who answered what; it stays open")))]
pub async fn reveal(
    State(app): State<App>,
    session: Session,
    Path((round, asking)): Path<(String, String)>,
) -> Result<Json<AskingView>, Problem> {
    let at = AtRound::may(Deed::HoldRound, &session, &app, &round).await?;
    let id = asking_id(&asking)?;
    let asking = app.store.reveal_asking(at.round.document, id).await?;
    tracing::info!(round = %at.round.document, asking = %id, "an asking was revealed");
    publish(&app, at.round, &asking).await?;
    asking_as_seen(&app, &at, asking).await
}

/// Gives up an asking that is open: its answers are gone for good.
#[utoipa::path(delete, path = "/api/rounds/{round}/askings/{asking}", operation_id = "giveUpAsking",
    params(("round" = String, Path), ("asking" = String, Path)), responses((status = 204)))]
pub async fn give_up(
    State(app): State<App>,
    session: Session,
    Path((round, asking)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let at = AtRound::may(Deed::HoldRound, &session, &app, &round).await?;
    let id = asking_id(&asking)?;
    match app.store.drop_asking(at.round.document, id).await {
        Err(AskingError::NotFound) => drop_from_document_if_open(&app, &at, id).await?,
        given_up => {
            given_up?;
            unpublish(&app, at.round, id).await?;
        }
    }
    tracing::info!(round = %at.round.document, asking = %id, "an asking was given up");
    Ok(StatusCode::NO_CONTENT)
}

async fn drop_from_document_if_open(
    app: &App,
    at: &AtRound,
    id: store::AskingId,
) -> Result<(), Problem> {
    let said = at.round.read(app).await?.askings;
    let is_open = |asking: &crdt::round::Asking| asking.outcome.is_none();
    let open = said.iter().find(|asking| asking.id == id.to_string());
    if open.is_some_and(is_open) {
        unpublish(app, at.round, id).await?;
    }
    Ok(())
}
