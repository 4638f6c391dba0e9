//! The way in: looking through the door, and joining.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use store::{Join, Joined, RoomCode, Secret, StoreError, Way};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::Body;
use crate::request::cookie::cookie;
use crate::request::session::MaybeSession;
use crate::request::text::Field;
use crate::spaces::role_changed;
use crate::views::{DoorView, JoinedView, KnownView, document_view};

/// A door to look through: a link or a code, exactly one of them.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct LookThroughDoor {
    /// A link as it was given, or only its secret.
    #[ts(optional = nullable)]
    link: Option<String>,
    /// The code of the room, however it was typed.
    #[ts(optional = nullable)]
    code: Option<String>,
}

/// Someone who wants in: with a link or a code, exactly one of them.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct JoinSpace {
    /// A link as it was given, or only its secret.
    #[ts(optional = nullable)]
    link: Option<String>,
    /// The code of the room, however it was typed.
    #[ts(optional = nullable)]
    code: Option<String>,
    /// The name to bear. May be left out by someone known.
    #[schema(max_length = 80)]
    #[ts(optional = nullable)]
    name: Option<String>,
    /// The structure one comes from. Left out, a known one is kept; empty: none.
    #[schema(max_length = 120)]
    #[ts(optional = nullable)]
    structure: Option<String>,
}

/// Looks before joining: what workshop is this, and does it know me?
#[utoipa::path(post, path = "/api/door", operation_id = "lookThroughDoor",
    request_body = LookThroughDoor,
    responses((status = 200, body = DoorView)))]
pub async fn look(
    State(app): State<App>,
    Address(address): Address,
    MaybeSession(session): MaybeSession,
    Body(asked): Body<LookThroughDoor>,
) -> Result<Json<DoorView>, Problem> {
    app.attempts.may_try(address, Instant::now())?;
    let door = match way(asked.link, asked.code)? {
        Some(way) => {
            app.store
                .door(way, session.map(|session| session.hash()))
                .await?
        }
        None => None,
    };
    let door = app.attempts.count(address, Instant::now(), door)?;
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

/// Comes in. Sets the cookie.
#[utoipa::path(post, path = "/api/join", operation_id = "joinSpace",
    request_body = JoinSpace,
    responses((status = 200, body = JoinedView)))]
pub async fn join(
    State(app): State<App>,
    Address(address): Address,
    MaybeSession(session): MaybeSession,
    Body(asked): Body<JoinSpace>,
) -> Result<impl IntoResponse, Problem> {
    app.attempts.may_try(address, Instant::now())?;
    let name = asked.name.map(|name| Field::NAME.line(&name)).transpose()?;
    let structure = asked
        .structure
        .map(|text| Field::STRUCTURE.maybe_empty_line(&text))
        .transpose()?;
    let joined = match way(asked.link, asked.code)? {
        Some(way) => {
            enter(
                &app,
                Join {
                    way,
                    name,
                    structure,
                    session,
                },
            )
            .await?
        }
        None => None,
    };
    let joined = app.attempts.count(address, Instant::now(), joined)?;
    announce(&app, &joined).await;
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

/// What is meant; nothing when it cannot be a link or a code, which is told like a wrong one. A code
/// pasted as a link is taken too, and the other way round.
fn way(link: Option<String>, code: Option<String>) -> Result<Option<Way>, Problem> {
    let text = match (link, code) {
        (Some(text), None) | (None, Some(text)) => text,
        _ => {
            return Err(Problem::BadRequest(
                "give exactly one of link and code".to_owned(),
            ));
        }
    };
    let text = text.rsplit('#').next().unwrap_or_default().trim();
    let secret = Secret::parse(text).map(|secret| Way::Link(secret.hash()));
    Ok(secret.or_else(|| RoomCode::parse(text).map(Way::Code)))
}

/// Joins; nothing when the way is wrong, rotated or closed.
async fn enter(app: &App, join: Join) -> Result<Option<Joined>, Problem> {
    match app.store.join(join).await {
        Ok(joined) => Ok(Some(joined)),
        Err(StoreError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// Tells the others. Someone known may have come back with a stronger link, or on another device:
/// their open sockets ask again what they may do.
async fn announce(app: &App, joined: &Joined) {
    let (space, participant) = (joined.space.id, joined.participant);
    tracing::info!(%space, %participant, new = joined.is_new, "joined");
    if joined.is_new {
        app.live.people_changed(space, participant);
    } else {
        role_changed(app, space, participant, Some(joined.role)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_link(text: &str) -> bool {
        matches!(way(Some(text.to_owned()), None), Ok(Some(Way::Link(_))))
    }

    fn is_code(text: &str) -> bool {
        matches!(way(None, Some(text.to_owned())), Ok(Some(Way::Code(_))))
    }

    #[test]
    fn links_and_codes_are_taken_as_people_have_them() {
        let secret = Secret::random().reveal();
        assert!(is_link(&secret) && is_link(&format!(" https://a.example.org/join#{secret} ")));
        assert!(is_code("BALO lumi 472") && is_code("https://a.example.org/join#balo-lumi-472"));
    }

    #[test]
    fn what_is_neither_opens_nothing() {
        assert!(matches!(
            way(Some("https://a.example.org/join".to_owned()), None),
            Ok(None)
        ));
        assert!(matches!(way(None, Some(String::new())), Ok(None)));
    }

    #[test]
    fn one_way_is_asked_for() {
        assert!(
            way(None, None).is_err() && way(Some("a".to_owned()), Some("b".to_owned())).is_err()
        );
    }
}
