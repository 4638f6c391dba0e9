//! A space: what is in it, its title, its code and links.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::{Role, SpaceId};
use ts_rs::TS;
use utoipa::ToSchema;

use super::workshops::link;
use crate::app::App;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::spaces::space_view;
use crate::views::{CodeView, LinkView, SpaceView};

/// What changes about a space; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeSpace {
    /// Another title.
    #[schema(max_length = 200)]
    #[ts(optional = nullable)]
    title: Option<String>,
    /// A structure: whether the facilitators of the workshop it comes from see how its plans stand.
    #[ts(optional = nullable)]
    shared: Option<bool>,
    /// Whether people talk to each other in it; what was said stays.
    #[ts(optional = nullable)]
    chat: Option<bool>,
    /// A workshop: closed for writing, so that those who facilitate alone write in any of it; or open again.
    #[ts(optional = nullable)]
    locked: Option<bool>,
}

/// Shows a space.
#[utoipa::path(get, path = "/api/spaces/{space}", operation_id = "showSpace",
    params(("space" = String, Path)),
    responses((status = 200, body = SpaceView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::SeeSpace)?;
    app.store
        .note_seen(member.space, app.store.now_ms())
        .await?;
    space_view(&app, member).await.map(Json)
}

/// Gives a space another title, shares a structure or stops sharing it, opens its chat or closes it, closes a workshop for writing or
/// opens it again.
///
/// When this returns, a workshop that was closed takes nothing from anybody who does not facilitate.
#[utoipa::path(patch, path = "/api/spaces/{space}", operation_id = "changeSpace",
    request_body = ChangeSpace,
    params(("space" = String, Path)), responses((status = 200, body = SpaceView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<ChangeSpace>,
) -> Result<Json<SpaceView>, Problem> {
    let deed = match asked.locked {
        Some(_) => Deed::LockSpace,
        None => Deed::ChangeSpace,
    };
    let member = session.in_space(&app, &space).await?.may(deed)?;
    let title = asked
        .title
        .map(|title| Field::TITLE.line(&title))
        .transpose()?;
    if let Some(shared) = asked.shared {
        app.store.share_space(member.space, shared).await?;
    }
    if let Some(chat) = asked.chat {
        app.store.turn_chat(member.space, chat).await?;
    }
    if let Some(title) = title {
        app.store.rename_space(member.space, title).await?;
    }
    if let Some(locked) = asked.locked {
        lock(&app, member.space, locked).await?;
    }
    app.live.space_changed(member.space);
    space_view(&app, member).await.map(Json)
}

/// Locks take effect in the order in which they are written.
async fn lock(app: &App, space: SpaceId, locked: bool) -> Result<(), Problem> {
    let one_at_a_time = app.turns.locking.lock().await;
    app.store.lock_space(space, locked).await?;
    app.rooms.lock_of_space_changed(space, locked).await;
    drop(one_at_a_time);
    tracing::info!(%space, locked, "a workshop was closed for writing or opened");
    Ok(())
}

/// Opens the door with a new code; the old one stops working.
#[utoipa::path(post, path = "/api/spaces/{space}/code", operation_id = "openDoor",
    params(("space" = String, Path)),
    responses((status = 200, body = CodeView)))]
pub async fn open_door(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<CodeView>, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::OpenDoor)?;
    let code = app.store.rotate_code(member.space).await?;
    app.live.space_changed(member.space);
    Ok(Json(CodeView {
        code: code.to_string(),
    }))
}

/// Closes the door: no code opens it.
#[utoipa::path(delete, path = "/api/spaces/{space}/code", operation_id = "closeDoor",
    params(("space" = String, Path)),
    responses((status = 204)))]
pub async fn close_door(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<StatusCode, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::CloseDoor)?;
    app.store.revoke_code(member.space).await?;
    app.live.space_changed(member.space);
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new link for a role; the old one stops working.
#[utoipa::path(post, path = "/api/spaces/{space}/links/{role}", operation_id = "rotateLink",
    params(("space" = String, Path), ("role" = crate::views::RoleView, Path)),
    responses((status = 200, body = LinkView)))]
pub async fn rotate_link(
    State(app): State<App>,
    session: Session,
    Path((space, role)): Path<(String, String)>,
    OurOrigin(origin): OurOrigin,
) -> Result<Json<LinkView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::RotateLink)?;
    let role = Role::from_word(&role).ok_or(Problem::NOT_FOUND)?;
    let secret = app.store.rotate_link(member.space, role).await?;
    tracing::info!(space = %member.space, %role, by = %member.participant, "a link was replaced");
    Ok(Json(LinkView {
        link: link(&origin, &secret),
    }))
}

/// Makes a link by which the one who asks comes back on another device; their last one stops working.
#[utoipa::path(post, path = "/api/spaces/{space}/return-link", operation_id = "takeReturnLink",
    params(("space" = String, Path)),
    responses((status = 200, body = LinkView)))]
pub async fn return_link(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    OurOrigin(origin): OurOrigin,
) -> Result<Json<LinkView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::TakeReturnLink)?;
    let secret = app
        .store
        .return_link(member.space, member.participant)
        .await?;
    Ok(Json(LinkView {
        link: link(&origin, &secret),
    }))
}
