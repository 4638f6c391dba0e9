//! The description of the API for programs, at `/api/openapi.json`.

use axum::Json;
use utoipa::OpenApi;

use super::{documents, door, exports, health, me, people, spaces, tickets, workshops};

/// Every route of the API.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Atelier",
        description = "Workshops, their people and documents. Sessions live in a cookie that `POST /api/workshops` \
            and `POST /api/join` set; refusals are `{error: {code, message}}` in the language of `Accept-Language`.",
        license(name = "AGPL-3.0-or-later")
    ),
    paths(
        workshops::create,
        door::look,
        door::join,
        me::show,
        me::forget,
        spaces::show,
        spaces::change,
        spaces::open_door,
        spaces::close_door,
        spaces::rotate_link,
        spaces::return_link,
        people::change,
        people::remove,
        documents::create,
        documents::change,
        exports::show,
        tickets::issue,
        health::health,
        health::metrics,
    )
)]
pub struct Description;

/// Shows the description.
pub async fn show() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}
