//! Issuing tickets: keys to the WebSocket for clients without a cookie jar.

use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::problem::Problem;
use crate::request::session::Session;
use crate::views::TicketView;

/// A ticket for `/sync?ticket=…`: good once, for thirty seconds.
#[utoipa::path(post, path = "/api/tickets", operation_id = "issueTicket",
    responses((status = 201, body = TicketView)))]
pub async fn issue(
    State(app): State<App>,
    Session(session): Session,
) -> Result<(StatusCode, Json<TicketView>), Problem> {
    let ticket = app.tickets.issue(session, Instant::now())?;
    Ok((
        StatusCode::CREATED,
        Json(TicketView {
            ticket: ticket.reveal(),
        }),
    ))
}
