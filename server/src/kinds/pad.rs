//! Pads: their versions.

pub mod version;

use axum::routing::get;
use crdt::pad::KIND;
use utoipa::OpenApi;

use super::{KindRow, Route};

/// What pads need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[],
    tasks: &[],
    people_changed: &[],
    daily: &[],
};

fn routes() -> Vec<Route> {
    vec![("/api/pads/{document}/version", get(version::show))]
}

#[derive(OpenApi)]
#[openapi(paths(version::show))]
struct Description;
