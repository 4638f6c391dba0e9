//! The dot vote: bricks, rounds, ballots, and the pads that come of it.

pub mod ballots;
pub mod bricks;
mod deadline;
mod document;
pub mod electorate;
mod lookup;
mod news;
mod on_screen;
mod open;
pub mod pads;
mod publish;
pub mod refusals;
pub mod rounds;
pub mod settings;
mod show;
mod views;

pub use deadline::close_rounds_in_time;

use axum::routing::{get, patch, post, put};
use crdt::vote::KIND;
use utoipa::OpenApi;

use super::{KindRow, OnScreen, Route};

/// What votes need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[refusals::CODES],
    tasks: &[|app| Box::pin(close_rounds_in_time(app))],
    daily: &[],
    people_changed: &[|app, space| Box::pin(electorate::tell_open_rounds(app, space))],
};

/// What a big screen shows of a vote.
pub const ON_SCREEN: OnScreen =
    |app, space, document| Box::pin(on_screen::show(app, space, document));

fn routes() -> Vec<Route> {
    vec![
        ("/api/votes/{vote}", patch(settings::change)),
        ("/api/votes/{vote}/bricks", post(bricks::create)),
        (
            "/api/votes/{vote}/bricks/{brick}",
            patch(bricks::change).delete(bricks::remove),
        ),
        ("/api/votes/{vote}/rounds", post(rounds::create)),
        (
            "/api/votes/{vote}/rounds/{round}",
            get(rounds::show)
                .patch(rounds::change)
                .delete(rounds::remove),
        ),
        (
            "/api/votes/{vote}/rounds/{round}/ballot",
            put(ballots::cast),
        ),
        (
            "/api/votes/{vote}/rounds/{round}/counts",
            put(ballots::enter),
        ),
        (
            "/api/votes/{vote}/rounds/{round}/electors/{participant}",
            put(electorate::let_in),
        ),
        ("/api/votes/{vote}/rounds/{round}/pads", post(pads::open)),
        (
            "/api/votes/{vote}/rounds/{round}/{step}",
            post(rounds::step),
        ),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(
    settings::change,
    bricks::create,
    bricks::change,
    bricks::remove,
    rounds::create,
    rounds::show,
    rounds::change,
    rounds::remove,
    rounds::step,
    ballots::cast,
    ballots::enter,
    electorate::let_in,
    pads::open,
))]
struct Description;
