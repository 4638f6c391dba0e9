//! The conduct of a workshop: the step of its agenda that runs, on a clock everybody shares.

mod act;
mod conduct;
mod course;
mod limits;
mod plan;
mod refusals;
mod room;
mod tell;
mod watch;

pub use tell::look;
pub use watch::tell_of_changed_agendas;

use axum::routing::{delete, get, post, put};
use crdt::agenda::KIND;
use utoipa::OpenApi;

use super::{KindRow, Route};

/// What agendas need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[refusals::CODES],
    tasks: &[|app| Box::pin(tell_of_changed_agendas(app))],
    daily: &[],
    people_changed: &[|app, space| Box::pin(tell::tell_again(app, space))],
};

fn routes() -> Vec<Route> {
    vec![
        (
            "/api/spaces/{space}/conduct",
            get(conduct::show).post(conduct::act),
        ),
        ("/api/spaces/{space}/conduct/steps", get(conduct::steps)),
        (
            "/api/spaces/{space}/conduct/hand",
            put(room::raise).delete(room::lower),
        ),
        (
            "/api/spaces/{space}/conduct/hands/{participant}",
            delete(room::lower_other),
        ),
        ("/api/spaces/{space}/conduct/hands", delete(room::lower_all)),
        (
            "/api/spaces/{space}/conduct/ready-check",
            post(room::ask).delete(room::ask_no_more),
        ),
        (
            "/api/spaces/{space}/conduct/ready",
            put(room::ready).delete(room::not_ready),
        ),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(
    conduct::show,
    conduct::act,
    conduct::steps,
    room::raise,
    room::lower,
    room::lower_other,
    room::lower_all,
    room::ask,
    room::ask_no_more,
    room::ready,
    room::not_ready,
))]
struct Description;
