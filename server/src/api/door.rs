//! The way in: looking through the door, and joining.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use store::limits::{NAME_CHARS_MAX, STRUCTURE_CHARS_MAX};
use store::{Join, RoomCode, Secret, StoreError, Way};
use utoipa::ToSchema;

use super::body::{Body, MaybeLine};
use super::error::{ErrorView, Problem};
use super::session::{Address, MaybeSession, cookie};
use super::views::{DoorView, JoinedView, KnownView, document_view};
use crate::app::App;

/// A link or a code; exactly one of them.
#[derive(Deserialize, ToSchema)]
pub struct WayBody {
    /// A link as it was given, or only its secret.
    link: Option<String>,
    /// The code of the room, however it was typed.
    code: Option<String>,
}

/// Someone who wants in.
#[derive(Deserialize, ToSchema)]
pub struct JoinBody {
    #[serde(flatten)]
    way: WayBody,
    /// The name to bear. May be left out by someone known.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 80)]
    name: MaybeLine<NAME_CHARS_MAX>,
    /// The structure one comes from.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 120)]
    structure: MaybeLine<STRUCTURE_CHARS_MAX>,
}

impl WayBody {
    /// What is meant; text that cannot be a link or code opens nothing, like a wrong one.
    fn read(&self) -> Result<Way, Problem> {
        match (&self.link, &self.code) {
            (Some(link), None) => {
                let secret = link.rsplit('#').next().unwrap_or(link).trim();
                match (Secret::parse(secret), RoomCode::parse(secret)) {
                    (Some(secret), _) => Ok(Way::Link(secret.hash())),
                    (None, Some(code)) => Ok(Way::Code(code)),
                    (None, None) => Err(Problem::WrongWay),
                }
            }
            (None, Some(code)) => RoomCode::parse(code)
                .map(Way::Code)
                .ok_or(Problem::WrongWay),
            _ => Err(Problem::BadRequest),
        }
    }
}

/// Looks before joining: what workshop is this, and does it know me?
#[utoipa::path(post, path = "/api/door", request_body = WayBody, responses(
    (status = 200, body = DoorView), (status = 404, body = ErrorView), (status = 429, body = ErrorView)))]
pub async fn look(
    State(app): State<App>,
    Address(address): Address,
    MaybeSession(session): MaybeSession,
    Body(body): Body<WayBody>,
) -> Result<Json<DoorView>, Problem> {
    let way = attempt(&app, address, body.read())?;
    let door = app
        .store
        .door(way, session.map(|session| session.hash()))
        .await?;
    let door = attempt(&app, address, door.ok_or(Problem::WrongWay))?;
    let known = door.known.map(|known| KnownView {
        name: known.name,
        structure: known.structure,
    });
    let (space, role) = ((&door.space).into(), door.role.into());
    Ok(Json(DoorView {
        space,
        role,
        structures: door.structures,
        known,
    }))
}

/// Comes in.
#[utoipa::path(post, path = "/api/join", request_body = JoinBody, responses(
    (status = 200, body = JoinedView), (status = 404, body = ErrorView), (status = 422, body = ErrorView),
    (status = 429, body = ErrorView)))]
pub async fn join(
    State(app): State<App>,
    Address(address): Address,
    MaybeSession(session): MaybeSession,
    Body(body): Body<JoinBody>,
) -> Result<impl IntoResponse, Problem> {
    let way = attempt(&app, address, body.way.read())?;
    let join = Join {
        way,
        name: body.name.0,
        structure: body.structure.0,
        session,
    };
    let joined = app.store.join(join).await.map_err(|error| match error {
        StoreError::NotFound => Problem::WrongWay,
        other => other.into(),
    });
    let joined = attempt(&app, address, joined)?;
    tracing::info!(space = %joined.space.id, participant = %joined.participant, new = joined.is_new, "joined");
    app.role_changed(joined.space.id, joined.participant, Some(joined.role))
        .await;
    let documents = app.store.documents(joined.space.id).await?;
    let view = JoinedView {
        participant: joined.participant.to_string(),
        role: joined.role.into(),
        space: (&joined.space).into(),
        documents: documents
            .iter()
            .filter_map(|document| document_view(document, joined.role))
            .collect(),
    };
    let session = AppendHeaders([(SET_COOKIE, cookie(&app.config, &joined.session))]);
    Ok((session, Json(view)))
}

/// Counts failed attempts, and refuses before the next one when there were too many.
fn attempt<T>(
    app: &App,
    address: std::net::IpAddr,
    outcome: Result<T, Problem>,
) -> Result<T, Problem> {
    let now = Instant::now();
    app.api.may_try(address, now)?;
    if matches!(outcome, Err(Problem::WrongWay)) {
        app.api.failed(address, now);
    }
    outcome
}
