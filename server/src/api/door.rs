//! The way in: looking through the door, and joining.

use std::net::IpAddr;
use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Deserialize;
use store::{Door, Join, JoinCode, Joined, Secret, StoreError, Way};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::app::attempts::{Outcome, WRONG_WAY};
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::Body;
use crate::request::cookie::cookie;
use crate::request::refused_by_store::CLOSED;
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
    /// The code of the workshop, however it was typed.
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
    /// The code of the workshop, however it was typed.
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
    let way = way(asked.link, asked.code)?;
    let door = find_door(&app, address, &way, session.as_ref()).await?;
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
    let way = way(asked.link, asked.code)?;
    find_door(&app, address, &way, session.as_ref()).await?;
    let name = asked.name.map(|name| Field::NAME.line(&name)).transpose()?;
    let structure = asked
        .structure
        .map(|text| Field::STRUCTURE.maybe_empty_line(&text))
        .transpose()?;
    let join = Join {
        way,
        name,
        structure,
        session,
    };
    // Between the look and the step the way may have been closed.
    let joined = app.store.join(join).await.map_err(unknown_way)?;
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

/// What is meant. A code pasted as a link is taken too, and the other way round.
///
/// # Errors
/// When it cannot be a link or a code: it is told like a wrong one.
fn way(link: Option<String>, code: Option<String>) -> Result<Way, Problem> {
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
    let way = secret.or_else(|| JoinCode::parse(text).map(Way::Code));
    way.ok_or(WRONG_WAY)
}

/// What a way opens to a device. Codes can be guessed, so their failures are counted; links cannot.
///
/// # Errors
/// When it is wrong, replaced or closed, the device was put out, or there was too much guessing.
async fn find_door(
    app: &App,
    address: IpAddr,
    way: &Way,
    session: Option<&Secret>,
) -> Result<Door, Problem> {
    let door = app.store.door(way.clone(), session.map(Secret::hash)).await;
    let Way::Code(code) = way else {
        return door?.ok_or(WRONG_WAY);
    };
    let (opens, is_known) = match door {
        // That the space is closed is no more told to those who guess than that it is open.
        Err(StoreError::Closed) => (Some(Err(CLOSED)), false),
        other => {
            let door = other?;
            let is_known = door.as_ref().is_some_and(|door| door.known.is_some());
            (door.map(Ok), is_known)
        }
    };
    let outcome = Outcome { opens, is_known };
    app.attempts.count(address, Instant::now(), code, outcome)?
}

fn unknown_way(error: StoreError) -> Problem {
    match error {
        StoreError::NotFound => WRONG_WAY,
        other => other.into(),
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
        matches!(way(Some(text.to_owned()), None), Ok(Way::Link(_)))
    }

    fn is_code(text: &str) -> bool {
        matches!(way(None, Some(text.to_owned())), Ok(Way::Code(_)))
    }

    #[test]
    fn links_and_codes_are_taken_as_people_have_them() {
        let secret = Secret::random().reveal();
        assert!(is_link(&secret) && is_link(&format!(" https://a.example.org/join#{secret} ")));
        assert!(is_code("BALO lumi 472") && is_code("https://a.example.org/join#balo-lumi-472"));
    }

    #[test]
    fn what_is_neither_opens_nothing() {
        let page = way(Some("https://a.example.org/join".to_owned()), None);
        assert_eq!(page.err(), Some(WRONG_WAY));
        assert_eq!(way(None, Some(String::new())).err(), Some(WRONG_WAY));
    }

    #[test]
    fn one_way_is_asked_for() {
        assert!(
            way(None, None).is_err() && way(Some("a".to_owned()), Some("b".to_owned())).is_err()
        );
    }
}
