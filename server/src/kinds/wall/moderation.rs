//! A facilitator looks at notes: accepts those that wait, takes shown ones off the wall.

use axum::Json;
use axum::extract::{Path, State};
use store::WallError;

use super::address::{AtWall, note_id};
use super::publish::{publish, tell, tell_author, unpublish};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Done;

/// Accepts a note that waits: everybody sees it.
#[utoipa::path(post, path = "/api/walls/{wall}/notes/{note}/accept", operation_id = "acceptNote",
    params(("wall" = String, Path), ("note" = String, Path)), responses((status = 200, body = Done)))]
pub async fn accept(
    State(app): State<App>,
    session: Session,
    Path((wall, note)): Path<(String, String)>,
) -> Result<Json<Done>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let id = note_id(&note)?;
    let _one_at_a_time = app.turns.walls.lock().await;
    let author = app.store.accept_note(at.wall.document, id).await?;
    publish(&app, at.wall).await?;
    if let Some(author) = author {
        tell_author(&app, at.wall, author);
    }
    tell(&app, at.wall).await?;
    Ok(Json(Done {}))
}

/// Does not accept a note that waits, or takes a shown one off the wall. Its author keeps it, and is told.
#[utoipa::path(post, path = "/api/walls/{wall}/notes/{note}/refuse", operation_id = "refuseNote",
    params(("wall" = String, Path), ("note" = String, Path)), responses((status = 200, body = Done)))]
pub async fn refuse(
    State(app): State<App>,
    session: Session,
    Path((wall, note)): Path<(String, String)>,
) -> Result<Json<Done>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let id = note_id(&note)?;
    let _one_at_a_time = app.turns.walls.lock().await;
    let author = match app.store.refuse_note(at.wall.document, id).await {
        // What is shown of a wall that has ended, or came along with an archive, has no row.
        Err(WallError::NotFound | WallError::Ended | WallError::TooEarly) => None,
        refused => refused?,
    };
    unpublish(&app, at.wall, id).await?;
    if let Some(author) = author {
        tell_author(&app, at.wall, author);
    }
    tell(&app, at.wall).await?;
    Ok(Json(Done {}))
}
