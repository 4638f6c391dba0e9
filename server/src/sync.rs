//! Connections: from the handshake of a WebSocket at `/sync`, or the first of many plain requests, to the rooms of documents.

mod connection;
mod heart;
pub mod polling;
mod rate;
mod socket;
mod storage;
mod visits;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use serde::Deserialize;

use socket::Intake;
pub use storage::watch_storage;

use crate::app::App;
use crate::budget::shares::Owner;
use crate::limits::{READ_BUFFER_BYTES, WRITE_BUFFER_BYTES};
use crate::listen::Meter;
use crate::problem::{Problem, in_the_language_asked};
use crate::request::address::Address;
use crate::request::session::{known_token, session_of_socket};
use hub::limits::FRAME_BYTES_MAX;

/// `/sync` and nothing else.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/sync", get(upgrade))
        .layer(from_fn(in_the_language_asked))
        .with_state(app)
}

#[derive(Deserialize)]
struct Credentials {
    /// For clients without a cookie jar; single use.
    ticket: Option<String>,
    /// For programs that act for a person; good until it is revoked.
    token: Option<String>,
}

async fn upgrade(
    State(app): State<App>,
    Query(credentials): Query<Credentials>,
    meter: Option<Extension<Meter>>,
    visitor: Address,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Problem> {
    let session = match &credentials.token {
        Some(token) => match known_token(&app, token).await {
            // Stock clients throw at a refused handshake, and their process ends: this one is told once it is connected.
            Err(Problem::UNAUTHORIZED) => return Ok(upgrade.on_upgrade(socket::turn_away)),
            session => session?,
        },
        None => session_of_socket(&app, &headers, credentials.ticket.as_deref()).await?,
    };
    let meter = meter.map(|Extension(meter)| meter).unwrap_or_default();
    meter.expects_greeting();
    let owner = Owner::at(visitor.0);
    Ok(upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(WRITE_BUFFER_BYTES)
        .max_message_size(FRAME_BYTES_MAX)
        .max_frame_size(FRAME_BYTES_MAX)
        .on_upgrade(move |socket| socket::serve(app, socket, session, Intake { meter, owner })))
}
