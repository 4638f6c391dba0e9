//! For those who watch over the server: is it well, and what does it count?

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{AppendHeaders, IntoResponse};
use serde::Serialize;
use store::StorageState;
use utoipa::ToSchema;

use super::error::Problem;
use crate::app::App;

/// Whether the server is well.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// `ok`, or `full` when the disk takes nothing new; reading works all the same.
    storage: &'static str,
}

/// Answers when the server and its database do.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = Health), (status = 500), (status = 503)))]
pub async fn health(State(app): State<App>) -> Result<impl IntoResponse, Problem> {
    // A question only the database can answer: a dead writer must show.
    app.store.quarantined().await?;
    let state = *app.store.state().borrow();
    Ok(match state {
        StorageState::Ok => (StatusCode::OK, Json(Health { storage: "ok" })),
        StorageState::Full => (
            StatusCode::SERVICE_UNAVAILABLE,
            Json(Health { storage: "full" }),
        ),
    })
}

/// Counters in the text format of Prometheus. They say how much, never who or what.
#[utoipa::path(get, path = "/metrics", responses((status = 200, description = "Prometheus text format")))]
pub async fn metrics(State(app): State<App>) -> Result<impl IntoResponse, Problem> {
    app.metrics.people_present(app.live.people_present());
    app.metrics.documents_open(app.rooms.open_count());
    let text = app.metrics.text().map_err(|error| {
        tracing::error!(%error, "the metrics could not be written");
        Problem::Internal
    })?;
    Ok((
        AppendHeaders([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")]),
        text,
    ))
}
