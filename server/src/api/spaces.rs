//! A space: what is in it, its title, its code and links.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use store::limits::TITLE_CHARS_MAX;
use store::{Member, Role};
use utoipa::ToSchema;

use super::body::{Body, Line};
use super::error::{ErrorView, Problem};
use super::session::{Session, origin};
use super::views::{CodeView, LinkView, SpaceView, document_view, language_word, person_view};
use super::workshops::link;
use crate::app::App;

/// A space as one of its people sees it.
///
/// # Errors
/// When it is gone, or cannot be read.
pub async fn space_view(app: &App, member: Member) -> Result<SpaceView, Problem> {
    let space = app
        .store
        .space(member.space)
        .await?
        .ok_or(Problem::NotFound)?;
    let documents = app.store.documents(member.space).await?;
    let people = app.store.people(member.space).await?;
    let present =
        |person: &store::Person| person_view(person, app.live.peers_of(space.id, person.id));
    Ok(SpaceView {
        id: space.id.to_string(),
        kind: space.kind.to_string(),
        title: space.title,
        language: language_word(space.language),
        role: member.role.into(),
        participant: member.participant.to_string(),
        documents: documents
            .iter()
            .filter_map(|document| document_view(document, member.role))
            .collect(),
        people: people.iter().map(present).collect(),
        code: space.code.map(|code| code.to_string()),
    })
}

/// Shows a space.
#[utoipa::path(get, path = "/api/spaces/{space}", responses(
    (status = 200, body = SpaceView), (status = 401, body = ErrorView), (status = 404, body = ErrorView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session.member(&app, &space).await?;
    space_view(&app, member).await.map(Json)
}

/// What changes about a space.
#[derive(Deserialize, ToSchema)]
pub struct SpaceChangeBody {
    /// Another title.
    #[schema(value_type = String, max_length = 200)]
    title: Line<TITLE_CHARS_MAX>,
}

/// Gives a space another title.
#[utoipa::path(patch, path = "/api/spaces/{space}", request_body = SpaceChangeBody, responses(
    (status = 200, body = SpaceView), (status = 404, body = ErrorView), (status = 422, body = ErrorView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(body): Body<SpaceChangeBody>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session
        .member_at_least(&app, &space, Role::Facilitator)
        .await?;
    app.store.rename_space(member.space, body.title.0).await?;
    space_view(&app, member).await.map(Json)
}

/// Opens the door with a new code; the old one stops working.
#[utoipa::path(post, path = "/api/spaces/{space}/code", responses(
    (status = 200, body = CodeView), (status = 404, body = ErrorView)))]
pub async fn open_door(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<CodeView>, Problem> {
    let member = session
        .member_at_least(&app, &space, Role::Facilitator)
        .await?;
    let code = app.store.open_door(member.space).await?;
    Ok(Json(CodeView {
        code: code.to_string(),
    }))
}

/// Closes the door: no code opens it.
#[utoipa::path(delete, path = "/api/spaces/{space}/code", responses(
    (status = 204), (status = 404, body = ErrorView)))]
pub async fn close_door(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<StatusCode, Problem> {
    let member = session
        .member_at_least(&app, &space, Role::Facilitator)
        .await?;
    app.store.close_door(member.space).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new link for a role; the old one stops working.
#[utoipa::path(post, path = "/api/spaces/{space}/links/{role}", responses(
    (status = 200, body = LinkView), (status = 404, body = ErrorView)))]
pub async fn rotate_link(
    State(app): State<App>,
    session: Session,
    Path((space, role)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<LinkView>, Problem> {
    let member = session
        .member_at_least(&app, &space, Role::Facilitator)
        .await?;
    let role = Role::from_word(&role).ok_or(Problem::NotFound)?;
    let secret = app.store.rotate_link(member.space, role).await?;
    Ok(Json(LinkView {
        link: link(&origin(&app.config, &headers)?, &secret),
    }))
}

/// Makes a link by which the one who asks comes back on another device.
#[utoipa::path(post, path = "/api/spaces/{space}/return-link", responses(
    (status = 200, body = LinkView), (status = 404, body = ErrorView)))]
pub async fn return_link(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    headers: HeaderMap,
) -> Result<Json<LinkView>, Problem> {
    let member = session.member(&app, &space).await?;
    let secret = app
        .store
        .return_link(member.space, member.participant)
        .await?;
    Ok(Json(LinkView {
        link: link(&origin(&app.config, &headers)?, &secret),
    }))
}
