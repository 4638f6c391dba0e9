//! Rounds: what is asked, each time it is asked, the answers, and whose turn it is to speak.

mod address;
pub mod answers;
pub mod askings;
mod news;
mod on_screen;
mod publish;
pub mod question;
pub mod refusals;
mod show;
pub mod speakers;
mod views;

use axum::routing::{get, patch, post, put};
use crdt::round::KIND;
use utoipa::OpenApi;

use super::{KindRow, OnScreen, Route};

/// What rounds need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[refusals::CODES],
    tasks: &[],
    daily: &[],
    people_changed: &[|app, space| Box::pin(publish::tell_open_askings(app, space))],
};

/// What a big screen shows of a round.
pub const ON_SCREEN: OnScreen =
    |app, space, document| Box::pin(on_screen::show(app, space, document));

fn routes() -> Vec<Route> {
    vec![
        ("/api/rounds/{round}", patch(question::change)),
        ("/api/rounds/{round}/askings", post(askings::open)),
        (
            "/api/rounds/{round}/askings/{asking}",
            get(askings::show).delete(askings::give_up),
        ),
        (
            "/api/rounds/{round}/askings/{asking}/answer",
            put(answers::answer),
        ),
        (
            "/api/rounds/{round}/askings/{asking}/reveal",
            post(askings::reveal),
        ),
        (
            "/api/rounds/{round}/speakers",
            get(speakers::list).delete(speakers::begin_anew),
        ),
        (
            "/api/rounds/{round}/speakers/{participant}",
            put(speakers::change),
        ),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(
    question::change,
    askings::open,
    askings::show,
    askings::give_up,
    askings::reveal,
    answers::answer,
    speakers::list,
    speakers::begin_anew,
    speakers::change,
))]
struct Description;
