//! Pads: their versions, their images.

pub mod image_refusals;
pub mod images;
pub mod limits;
pub mod version;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, put};
use crdt::pad::KIND;
use utoipa::OpenApi;

use super::{KindRow, Route};

/// What pads need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[image_refusals::CODES],
    tasks: &[],
    people_changed: &[],
    daily: &[],
};

fn routes() -> Vec<Route> {
    vec![
        ("/api/pads/{document}/version", get(version::show)),
        (
            "/api/pads/{document}/images/{image}",
            put(images::put).layer(DefaultBodyLimit::max(limits::IMAGE_BYTES_MAX)),
        ),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(version::show, images::put))]
struct Description;
