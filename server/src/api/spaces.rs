//! A space: what is in it, its title, its code and links.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::{Member, ParticipantId, Role, SpaceId};
use ts_rs::TS;
use utoipa::ToSchema;

use super::workshops::link;
use crate::app::App;
use crate::clock::now_ms;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::{CodeView, LinkView, SpaceView, document_view, person_view};

/// What changes about a space; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeSpace {
    /// Another title.
    #[schema(max_length = 200)]
    #[ts(optional = nullable)]
    title: Option<String>,
    /// A structure: whether the facilitators of the workshop it comes from see how its boards stand.
    #[ts(optional = nullable)]
    shared: Option<bool>,
}

/// A space as one of its people sees it. Readers do not see the code: it opens as participant.
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
    let is_reader = member.role == Role::Reader;
    let code = space.code.filter(|_| !is_reader);
    let workshop = space.workshop.filter(|_| !is_reader);
    Ok(SpaceView {
        id: space.id.to_string(),
        kind: space.kind,
        title: space.title,
        language: space.language,
        role: member.role.into(),
        participant: member.participant.to_string(),
        documents: documents
            .iter()
            .filter_map(|document| document_view(document, member.role))
            .collect(),
        people: people.iter().map(present).collect(),
        code: code.map(|code| code.to_string()),
        deletes_at: space.deletes_ms,
        shared: space.shared,
        workshop: workshop.map(|workshop| workshop.to_string()),
        reminders: app.config.mail.is_some(),
    })
}

/// The same for one of its people, whoever asks.
///
/// # Errors
/// When the space or the person is gone, or cannot be read.
pub async fn space_as_seen_by(
    app: &App,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<SpaceView, Problem> {
    let member = app.store.member_called(space, participant).await?;
    space_view(app, member.ok_or(Problem::NotFound)?).await
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
    app.store.note_seen(member.space, now_ms()).await?;
    space_view(&app, member).await.map(Json)
}

/// Gives a space another title, shares a structure or stops sharing it.
#[utoipa::path(patch, path = "/api/spaces/{space}", operation_id = "changeSpace",
    request_body = ChangeSpace,
    params(("space" = String, Path)), responses((status = 200, body = SpaceView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<ChangeSpace>,
) -> Result<Json<SpaceView>, Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::ChangeSpace)?;
    let title = asked
        .title
        .map(|title| Field::Title.line(&title))
        .transpose()?;
    if let Some(shared) = asked.shared {
        app.store.share_space(member.space, shared).await?;
    }
    if let Some(title) = title {
        app.store.rename_space(member.space, title).await?;
    }
    app.live.space_changed(member.space);
    space_view(&app, member).await.map(Json)
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
    let role = Role::from_word(&role).ok_or(Problem::NotFound)?;
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
