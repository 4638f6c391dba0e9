//! For those who watch over the server: is it well, and what does it count?

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::Serialize;
use store::StorageState;
use tokio::time::timeout;
use utoipa::ToSchema;

use crate::app::App;
use crate::limits::HEALTH_WAIT_MAX;
use crate::problem::Problem;

/// What the server can do with what people write.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Storage {
    /// Save it.
    Ok,
    /// Nothing until there is room on the disk; reading works all the same.
    Full,
    /// Nothing: the database does not answer.
    Gone,
}

/// Whether the server is well.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// What it can do with what people write.
    storage: Storage,
}

/// Whether the server can take what people write.
#[utoipa::path(get, path = "/healthz", operation_id = "showHealth",
    responses((status = 200, body = Health), (status = 503, body = Health)))]
pub async fn health(State(app): State<App>) -> impl IntoResponse {
    let storage = storage(&app).await;
    let status = match storage {
        Storage::Ok => StatusCode::OK,
        Storage::Full | Storage::Gone => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, Json(Health { storage }))
}

async fn storage(app: &App) -> Storage {
    // Only the database can answer this: a dead writer must show.
    match timeout(HEALTH_WAIT_MAX, app.store.quarantined()).await {
        Ok(Ok(_)) if *app.store.state().borrow() == StorageState::Ok => Storage::Ok,
        Ok(Ok(_)) => Storage::Full,
        Ok(Err(error)) => {
            tracing::error!(%error, "the database does not answer");
            Storage::Gone
        }
        Err(_) => Storage::Gone,
    }
}

/// Counters in the text format of Prometheus. They say how much, never who or what.
#[utoipa::path(get, path = "/metrics", operation_id = "showMetrics",
    responses((status = 200, description = "Prometheus text format", content_type = "text/plain")))]
pub async fn metrics(State(app): State<App>) -> Result<impl IntoResponse, Problem> {
    app.metrics.people_present(app.live.people_present());
    app.metrics.polling_open(app.polled.open_count());
    app.metrics.documents_open(app.rooms.open_count());
    app.metrics
        .storage_full(*app.store.state().borrow() == StorageState::Full);
    let text = app.metrics.text().map_err(|error| {
        tracing::error!(%error, "the metrics could not be written");
        Problem::INTERNAL
    })?;
    Ok((
        [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        text,
    ))
}
