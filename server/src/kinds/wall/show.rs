//! Gathers what the one who asks may know of a wall.

use axum::Json;
use axum::extract::{Path, State};
use store::NoteState;

use super::address::AtWall;
use super::publish::publish;
use super::views::{OwnNoteView, WaitingNoteView, WallView};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Shows how many notes a wall has, and one's own.
#[utoipa::path(get, path = "/api/walls/{wall}", operation_id = "showWall",
    params(("wall" = String, Path)), responses((status = 200, body = WallView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(wall): Path<String>,
) -> Result<Json<WallView>, Problem> {
    let at = AtWall::may(Deed::SeeWall, &session, &app, &wall).await?;
    let _one_at_a_time = app.turns.walls.lock().await;
    publish(&app, at.wall).await?;
    wall_as_seen(&app, &at).await
}

/// A wall as the one who asks may see it.
pub(super) async fn wall_as_seen(app: &App, at: &AtWall) -> Result<Json<WallView>, Problem> {
    let document = at.wall.document;
    let counts = app.store.count_notes(document).await?;
    let mine = app.store.own_notes(document, at.member.participant).await?;
    let waiting = if at.is_facilitator() {
        let waiting = app
            .store
            .notes_of_wall(document, NoteState::Waiting)
            .await?;
        Some(waiting.into_iter().map(WaitingNoteView::from).collect())
    } else {
        None
    };
    Ok(Json(WallView {
        notes: counts.notes,
        fulfilled: counts.fulfilled,
        mine: mine.into_iter().map(OwnNoteView::from).collect(),
        waiting,
    }))
}
