//! What became of what people expected.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use store::Fulfilment;
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::{AtWall, note_id};
use super::publish::{tell, tell_author};
use super::views::FulfilmentView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Done;

/// What became of what one expected.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct FulfilNote {
    /// Whether it was met; null takes back what one said.
    fulfilment: Option<FulfilmentView>,
}

/// Says what became of what one wrote on a note of one's own, while the wall asks. Only sums are ever told.
#[utoipa::path(put, path = "/api/walls/{wall}/notes/{note}/fulfilment", operation_id = "fulfilNote",
    request_body = FulfilNote,
    params(("wall" = String, Path), ("note" = String, Path)), responses((status = 200, body = Done),
        (status = 409, body = ErrorView, description = "`wall_too_early`: it does not ask. `wall_ended`: no more")))]
pub async fn fulfil(
    State(app): State<App>,
    session: Session,
    Path((wall, note)): Path<(String, String)>,
    Body(asked): Body<FulfilNote>,
) -> Result<Json<Done>, Problem> {
    let at = AtWall::may(Deed::WriteNote, &session, &app, &wall).await?;
    let id = note_id(&note)?;
    let (document, person) = (at.wall.document, at.member.participant);
    let said = asked.fulfilment.map(Fulfilment::from);
    let _one_at_a_time = app.turns.walls.lock().await;
    app.store.fulfil_note(document, person, id, said).await?;
    tell_author(&app, at.wall, person);
    tell(&app, at.wall).await?;
    Ok(Json(Done {}))
}
