//! Walls: announced, written on, revealed, looked through by a facilitator, ended.

mod address;
pub mod course;
pub mod fulfilment;
pub mod moderation;
mod news;
pub mod notes;
mod publish;
pub mod refusals;
mod show;
mod views;

use axum::routing::{get, post, put};
use crdt::wall::KIND;
use utoipa::OpenApi;

use super::{KindRow, Route};

/// What walls need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[refusals::CODES],
    tasks: &[],
    daily: &[],
    people_changed: &[|app, space| Box::pin(publish::tell_open_walls(app, space))],
};

fn routes() -> Vec<Route> {
    vec![
        ("/api/walls/{wall}", get(show::show)),
        ("/api/walls/{wall}/announce", post(course::announce)),
        ("/api/walls/{wall}/reveal", post(course::reveal)),
        ("/api/walls/{wall}/close", post(course::close)),
        ("/api/walls/{wall}/end", post(course::end)),
        (
            "/api/walls/{wall}/notes/{note}",
            put(notes::write).delete(notes::take_back),
        ),
        (
            "/api/walls/{wall}/notes/{note}/fulfilment",
            put(fulfilment::fulfil),
        ),
        (
            "/api/walls/{wall}/notes/{note}/accept",
            post(moderation::accept),
        ),
        (
            "/api/walls/{wall}/notes/{note}/refuse",
            post(moderation::refuse),
        ),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(
    show::show,
    course::announce,
    course::reveal,
    course::close,
    course::end,
    notes::write,
    notes::take_back,
    fulfilment::fulfil,
    moderation::accept,
    moderation::refuse,
))]
struct Description;
