//! Reads what people's browsers send, JSON or files, within limits of length and time.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use crate::limits::{BODY_WAIT_MAX, FILE_WAIT_MAX};
use crate::problem::Problem;

/// A JSON body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        // Forms of other sites can be sent without being asked for, but not with this type.
        if !is_json(request.headers()) {
            return Err(unreadable("Content-Type must be application/json"));
        }
        let bytes = read(request, state, BODY_WAIT_MAX, Problem::TOO_LARGE).await?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| unreadable(&error.to_string()))
    }
}

/// A JSON body that holds a file, as long as its route takes; a longer one is `too_large`. To be read once it is known that whoever sends it may.
///
/// # Errors
/// When it is too long, does not come whole and in time, or is something else.
pub async fn with_file<T: DeserializeOwned>(
    request: Request,
    too_large: Problem,
) -> Result<T, Problem> {
    if !is_json(request.headers()) {
        return Err(unreadable("Content-Type must be application/json"));
    }
    let bytes = raw(request, too_large).await?;
    serde_json::from_slice(&bytes).map_err(|error| unreadable(&error.to_string()))
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    value
        .split(';')
        .next()
        .unwrap_or("")
        .trim()
        .eq_ignore_ascii_case("application/json")
}

/// A body that is a file, as long as its route takes; a longer one is `too_large`. To be read once it is known that whoever sends it may.
///
/// # Errors
/// When it is too long, or does not come whole and in time.
pub async fn raw(request: Request, too_large: Problem) -> Result<Bytes, Problem> {
    read(request, &(), FILE_WAIT_MAX, too_large).await
}

async fn read<S: Send + Sync>(
    request: Request,
    state: &S,
    wait_max: Duration,
    too_large: Problem,
) -> Result<Bytes, Problem> {
    let reading = timeout(wait_max, Bytes::from_request(request, state));
    let read = reading
        .await
        .map_err(|_| unreadable("the body did not come in time"))?;
    read.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => too_large,
        _ => unreadable("the body did not come whole"),
    })
}

fn unreadable(why: &str) -> Problem {
    Problem::BadRequest(why.to_owned())
}
