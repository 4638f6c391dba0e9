//! Keys to the WebSocket for clients without a cookie jar.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use super::error::{ErrorView, Problem};
use super::session::Session;
use super::views::TicketView;
use crate::app::App;

/// A ticket for `/sync?ticket=…`: good once, for thirty seconds.
#[utoipa::path(post, path = "/api/tickets", responses(
    (status = 201, body = TicketView), (status = 401, body = ErrorView), (status = 429, body = ErrorView)))]
pub async fn issue(
    State(app): State<App>,
    Session(session): Session,
) -> Result<(StatusCode, Json<TicketView>), Problem> {
    let ticket = app.api.issue_ticket(session, Instant::now())?;
    Ok((
        StatusCode::CREATED,
        Json(TicketView {
            ticket: ticket.reveal(),
        }),
    ))
}
