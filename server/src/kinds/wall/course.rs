//! The course of a wall: announced, revealed, closed, ended. It never goes back.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use store::WallRules;
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::AtWall;
use super::publish::{publish, tell};
use super::show::wall_as_seen;
use super::views::WallView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// What holds for every note of a wall, from when it is announced.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AnnounceWall {
    /// Whether notes are shown with the name of who wrote them.
    named: bool,
    /// Whether each person sees their own notes alone until all are revealed.
    hidden: bool,
    /// Whether a facilitator looks at each note before everybody sees it.
    moderated: bool,
}

/// Announces what holds for the notes; from then on people write them.
#[utoipa::path(post, path = "/api/walls/{wall}/announce", operation_id = "announceWall",
    request_body = AnnounceWall,
    params(("wall" = String, Path)), responses((status = 200, body = WallView),
        (status = 409, body = ErrorView, description = "`wall_announced`: what holds for its notes stays")))]
pub async fn announce(
    State(app): State<App>,
    session: Session,
    Path(wall): Path<String>,
    Body(asked): Body<AnnounceWall>,
) -> Result<Json<WallView>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let _one_at_a_time = app.turns.walls.lock().await;
    let AnnounceWall {
        named,
        hidden,
        moderated,
    } = asked;
    let rules = WallRules {
        named,
        hidden,
        moderated,
    };
    app.store.announce_wall(at.wall.document, rules).await?;
    tracing::info!(wall = %at.wall.document, "a wall was announced");
    changed(&app, &at).await
}

/// Reveals all notes to everybody at once; those of a moderated wall wait from then on for a facilitator.
#[utoipa::path(post, path = "/api/walls/{wall}/reveal", operation_id = "revealWall",
    params(("wall" = String, Path)), responses((status = 200, body = WallView)))]
pub async fn reveal(
    State(app): State<App>,
    session: Session,
    Path(wall): Path<String>,
) -> Result<Json<WallView>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let _one_at_a_time = app.turns.walls.lock().await;
    app.store.reveal_wall(at.wall.document).await?;
    tracing::info!(wall = %at.wall.document, "a wall was revealed");
    changed(&app, &at).await
}

/// Asks everybody what became of what they expected.
#[utoipa::path(post, path = "/api/walls/{wall}/close", operation_id = "closeWall",
    params(("wall" = String, Path)), responses((status = 200, body = WallView),
        (status = 409, body = ErrorView, description = "`wall_too_early`: its notes are hidden")))]
pub async fn close(
    State(app): State<App>,
    session: Session,
    Path(wall): Path<String>,
) -> Result<Json<WallView>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let _one_at_a_time = app.turns.walls.lock().await;
    app.store.close_wall(at.wall.document).await?;
    tracing::info!(wall = %at.wall.document, "a wall asks what became of it");
    changed(&app, &at).await
}

/// Ends a wall: tells what people said of their expectations, and forgets whose the notes were.
#[utoipa::path(post, path = "/api/walls/{wall}/end", operation_id = "endWall",
    params(("wall" = String, Path)), responses((status = 200, body = WallView),
        (status = 409, body = ErrorView, description = "`wall_too_early`: its notes are hidden")))]
pub async fn end(
    State(app): State<App>,
    session: Session,
    Path(wall): Path<String>,
) -> Result<Json<WallView>, Problem> {
    let at = AtWall::may(Deed::HoldWall, &session, &app, &wall).await?;
    let _one_at_a_time = app.turns.walls.lock().await;
    // What is only in rows is written down before they are gone.
    publish(&app, at.wall).await?;
    app.store.end_wall(at.wall.document).await?;
    tracing::info!(wall = %at.wall.document, "a wall has ended");
    changed(&app, &at).await
}

async fn changed(app: &App, at: &AtWall) -> Result<Json<WallView>, Problem> {
    publish(app, at.wall).await?;
    tell(app, at.wall).await?;
    wall_as_seen(app, at).await
}
