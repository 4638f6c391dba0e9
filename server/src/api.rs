//! The HTTP interface, used by the web app itself: thin handlers from a request to the store and back.

mod body;
mod documents;
mod door;
pub mod error;
mod exports;
mod health;
mod me;
mod openapi;
mod people;
pub mod session;
mod spaces;
pub mod state;
mod tickets;
pub mod views;
mod workshops;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{from_fn, map_response};
use axum::response::Response;
use axum::routing::{get, patch, post};

pub use spaces::space_view;

use crate::app::App;
use error::Problem;

/// No request of ours is longer.
const BODY_BYTES_MAX: usize = 64 * 1024;

/// Every route of the API.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/api/workshops", post(workshops::create))
        .route("/api/door", post(door::look))
        .route("/api/join", post(door::join))
        .route("/api/me", get(me::show).delete(me::forget))
        .route(
            "/api/spaces/{space}",
            get(spaces::show).patch(spaces::change),
        )
        .route(
            "/api/spaces/{space}/code",
            post(spaces::open_door).delete(spaces::close_door),
        )
        .route(
            "/api/spaces/{space}/links/{role}",
            post(spaces::rotate_link),
        )
        .route("/api/spaces/{space}/return-link", post(spaces::return_link))
        .route(
            "/api/spaces/{space}/people/{participant}",
            patch(people::change).delete(people::remove),
        )
        .route("/api/spaces/{space}/documents", post(documents::create))
        .route(
            "/api/documents/{document}",
            get(exports::show).patch(documents::change),
        )
        .route("/api/tickets", post(tickets::issue))
        .route("/api/openapi.json", get(openapi::show))
        .route(
            "/api/{*other}",
            axum::routing::any(async || Problem::NotFound),
        )
        .route("/healthz", get(health::health))
        .route("/metrics", get(health::metrics))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(map_response(never_cached))
        .layer(from_fn(error::in_the_language_asked))
        .with_state(app)
}

/// Answers are about this moment and this session.
async fn never_cached(mut response: Response) -> Response {
    let no_store = "no-store".parse().expect("a constant header value");
    response.headers_mut().insert(CACHE_CONTROL, no_store);
    response
}
