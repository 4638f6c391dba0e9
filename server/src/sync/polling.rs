//! The same connection over plain requests, for networks that let no WebSocket through: the client posts what it has to say,
//! and asks for what there is for it, again and again.
//!
//! What is sent either way is numbered: a post or an answer that is lost is sent once more, and counts once.

mod batch;
mod line;
mod posted;
mod requests;

use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, post};
use utoipa::OpenApi;

use crate::kinds::Route;
use crate::limits::{GREETING_BYTES_MAX, POSTED_BYTES_MAX};

#[derive(OpenApi)]
#[openapi(paths(requests::open, requests::poll, requests::say, requests::leave))]
struct Description;

/// Its addresses.
pub fn routes() -> Vec<Route> {
    let greeting = DefaultBodyLimit::max(GREETING_BYTES_MAX);
    let messages = DefaultBodyLimit::max(POSTED_BYTES_MAX);
    vec![
        ("/api/sync", post(requests::open).layer(greeting)),
        ("/api/sync/{connection}", delete(requests::leave)),
        ("/api/sync/{connection}/poll", post(requests::poll)),
        (
            "/api/sync/{connection}/messages",
            post(requests::say).layer(messages),
        ),
    ]
}

/// The same, described for programs.
pub fn description() -> utoipa::openapi::OpenApi {
    Description::openapi()
}
