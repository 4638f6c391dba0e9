//! Reads what people's browsers send, JSON or files, within limits of length, time, and of what all of them send at once.

mod received;

use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use super::address::Address;
use crate::app::App;
use crate::budget::shares::{Owner, Share, Shares};
use crate::limits::{BODY_WAIT_MAX, FILE_WAIT_MAX, SHORT_MESSAGE_BYTES_MAX};
use crate::problem::Problem;
pub(crate) use received::Pieces;

/// A JSON body.
pub struct Body<T>(pub T);

/// What was sent, and what it takes of the memory all share: to be held until nothing made of it is left.
pub(crate) struct Held<T> {
    pub(crate) content: T,
    pub(crate) share: Share,
}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        is_json(request.headers())?;
        let short = &app.budget.short_bodies;
        let pieces = pieces(app, request, short, Problem::TOO_LARGE).await?;
        let held = pieces.whole(BODY_WAIT_MAX).await?;
        Ok(Self(parsed(&held.content)?))
    }
}

/// A body that is a file, as long as its route takes; a longer one is `too_large`. To be read once it is known that whoever
/// sends it may.
///
/// # Errors
/// When it is too long, does not come whole and in time, or when others send too much at the moment.
pub(crate) async fn raw(
    app: &App,
    request: Request,
    too_large: Problem,
) -> Result<Held<Bytes>, Problem> {
    let pieces = pieces(app, request, &app.budget.in_flight, too_large).await?;
    pieces.whole(FILE_WAIT_MAX).await
}

/// A body with messages of a connection. Whoever sends long ones does not keep others from sending short ones.
///
/// # Errors
/// When it is too long, does not come whole and in time, or when others send too much at the moment.
pub(crate) async fn messages(
    app: &App,
    request: Request,
    wait_max: Duration,
) -> Result<Held<Bytes>, Problem> {
    let announced = request.body().size_hint().exact();
    let is_short = announced.is_some_and(|bytes| bytes <= SHORT_MESSAGE_BYTES_MAX as u64);
    let of = match is_short {
        true => &app.budget.short_bodies,
        false => &app.budget.in_flight,
    };
    let pieces = pieces(app, request, of, Problem::TOO_LARGE).await?;
    pieces.whole(wait_max).await
}

/// A body piece by piece, each of which takes of these shares.
///
/// # Errors
/// When it is not known who sends it.
pub(crate) async fn pieces(
    app: &App,
    request: Request,
    of: &Shares,
    too_large: Problem,
) -> Result<Pieces, Problem> {
    let (owner, request) = owned(app, request).await?;
    Ok(Pieces::of(request, of.none(owner), too_large))
}

/// Who sends it.
async fn owned(app: &App, request: Request) -> Result<(Owner, Request), Problem> {
    let (mut parts, body) = request.into_parts();
    let Address(visitor) = Address::from_request_parts(&mut parts, app).await?;
    Ok((Owner::at(visitor), Request::from_parts(parts, body)))
}

/// Forms of other sites can be sent without being asked for, but not with this type.
///
/// # Errors
/// When it is another one.
pub(crate) fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let kind = value.split(';').next().unwrap_or("").trim();
    match kind.eq_ignore_ascii_case("application/json") {
        true => Ok(()),
        false => Err(unreadable("Content-Type must be application/json")),
    }
}

/// Reads JSON.
///
/// # Errors
/// When it is none, or something else than is expected.
pub(crate) fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| unreadable(&error.to_string()))
}

fn unreadable(why: &str) -> Problem {
    Problem::BadRequest(why.to_owned())
}
