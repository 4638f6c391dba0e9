//! The HTTP interface, used by the web app itself: thin handlers from a request to the store and back.

mod address;
mod archives;
mod authors;
mod creators;
mod deletions;
mod documents;
mod door;
mod ending;
mod exports;
mod health;
mod history;
mod imports;
mod me;
mod messages;
mod openapi;
mod people;
pub mod refusals;
mod reminders;
mod screens;
mod spaces;
mod stars;
mod structures;
mod tickets;
mod tokens;
mod usage;
mod volumes;
mod workshops;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{any, delete, get, patch, post};

use crate::app::App;
use crate::headers;
use crate::kinds::{self, Route};
use crate::limits::{ARCHIVE_BYTES_MAX, BODY_BYTES_MAX, TEXT_FILE_BYTES_MAX};
use crate::problem::{self, Problem, Refusal};
use crate::sync::polling;

/// Every address of the API and what can be done there.
pub fn routes() -> Vec<Route> {
    let mut routes = own_routes();
    for row in kinds::ROWS {
        routes.extend((row.routes)());
    }
    routes.extend(polling::routes());
    routes
}

/// Those that are about no kind in particular.
fn own_routes() -> Vec<Route> {
    vec![
        ("/api/workshops", post(workshops::create)),
        ("/api/structures", post(structures::create)),
        (
            "/api/structures/archive",
            post(archives::open).layer(DefaultBodyLimit::max(ARCHIVE_BYTES_MAX)),
        ),
        ("/api/spaces/{space}/archive", get(archives::take)),
        ("/api/spaces/{space}/structures", get(structures::show)),
        ("/api/spaces/{space}/usage", get(usage::show)),
        ("/api/door", post(door::look)),
        ("/api/join", post(door::join)),
        ("/api/me", get(me::show).delete(me::forget)),
        (
            "/api/spaces/{space}",
            get(spaces::show).patch(spaces::change).delete(ending::end),
        ),
        ("/api/spaces/{space}/keep", post(ending::keep)),
        (
            "/api/spaces/{space}/reminders",
            get(reminders::show)
                .put(reminders::ask)
                .delete(reminders::end),
        ),
        ("/api/spaces/{space}/people", post(people::expect)),
        (
            "/api/spaces/{space}/people/{participant}/return-link",
            post(people::expected_link),
        ),
        (
            "/api/spaces/{space}/code",
            post(spaces::open_door).delete(spaces::close_door),
        ),
        (
            "/api/spaces/{space}/links/{role}",
            post(spaces::rotate_link),
        ),
        ("/api/spaces/{space}/return-link", post(spaces::return_link)),
        (
            "/api/spaces/{space}/people/{participant}",
            patch(people::change).delete(people::remove),
        ),
        (
            "/api/spaces/{space}/tokens",
            get(tokens::show).post(tokens::make),
        ),
        ("/api/spaces/{space}/tokens/{token}", delete(tokens::revoke)),
        (
            "/api/spaces/{space}/messages",
            get(messages::show).post(messages::say),
        ),
        (
            "/api/spaces/{space}/messages/{message}",
            delete(messages::take_back),
        ),
        ("/api/spaces/{space}/documents", post(documents::create)),
        (
            "/api/spaces/{space}/documents/import",
            post(imports::bring).layer(DefaultBodyLimit::max(TEXT_FILE_BYTES_MAX)),
        ),
        ("/api/spaces/{space}/pads.zip", get(volumes::zip)),
        ("/api/spaces/{space}/pads.odt", get(volumes::odt)),
        ("/api/spaces/{space}/pads.docx", get(volumes::docx)),
        ("/api/spaces/{space}/pads.pdf", get(volumes::pdf)),
        // The file is the document's identifier with the name of a format behind a dot.
        (
            "/api/documents/{document}",
            get(exports::show)
                .patch(documents::change)
                .delete(deletions::delete),
        ),
        ("/api/documents/{document}/deletion", get(deletions::show)),
        ("/api/documents/{document}/authors", get(authors::show)),
        ("/api/documents/{document}/history", get(history::show)),
        (
            "/api/documents/{document}/stars",
            get(stars::show).post(stars::give),
        ),
        (
            "/api/documents/{document}/stars/{star}",
            patch(stars::label).delete(stars::take),
        ),
        (
            "/api/spaces/{space}/screen",
            get(screens::kept)
                .post(screens::make)
                .put(screens::change)
                .delete(screens::end),
        ),
        ("/api/screen", get(screens::show)),
        ("/api/address", get(address::show)),
        ("/api/creators", get(creators::show)),
        ("/api/tickets", post(tickets::issue)),
        ("/api/openapi.json", get(openapi::show)),
        ("/healthz", get(health::health)),
        ("/metrics", get(health::metrics)),
    ]
}

/// The API as a router.
pub fn router(app: App) -> Router {
    let routes = routes().into_iter();
    routes
        .fold(Router::new(), |router, (path, methods)| {
            router.route(path, methods)
        })
        .method_not_allowed_fallback(async || Problem::WRONG_METHOD)
        .route("/api/", any(nothing_there))
        .route("/api/{*other}", any(nothing_there))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(from_fn(problem::in_the_language_asked))
        .layer(map_response(never_cached))
        .layer(from_fn_with_state(app.clone(), count_refusals))
        .layer(from_fn_with_state(app.config.clone(), headers::secure))
        .with_state(app)
}

async fn nothing_there() -> Problem {
    Problem::NOT_FOUND
}

/// Answers are about this moment and this session.
async fn never_cached(mut response: Response) -> Response {
    // A file that never changes says itself how it may be kept.
    let headers = response.headers_mut();
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

async fn count_refusals(State(app): State<App>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(refusal) = response.extensions().get::<&Refusal>() {
        app.metrics.request_refused(refusal.code);
    }
    response
}
