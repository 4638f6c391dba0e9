//! Action plans: files beside cards, calendars, imports from other tools, reminders, how plans stand, their trash.

pub mod attachments;
pub mod calendars;
pub mod card_links;
pub mod due_cards;
pub mod imports;
pub mod limits;
pub mod sharing;
pub mod trash;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use crdt::kanban::KIND;
use store::limits::ATTACHMENT_BYTES_MAX;
use store::{Document, DocumentAccess};
use utoipa::OpenApi;

use super::{KindRow, Route};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// What action plans need of the server.
pub const ROW: KindRow = KindRow {
    kind: KIND,
    routes,
    description: Description::openapi,
    refusals: &[imports::refusals::CODES, attachments::CODES],
    tasks: &[],
    people_changed: &[],
    daily: &[|app, now_ms| Box::pin(trash::empty_all(app, now_ms))],
};

fn routes() -> Vec<Route> {
    vec![
        (
            "/api/kanbans/{document}/attachments",
            post(attachments::create).layer(DefaultBodyLimit::max(ATTACHMENT_BYTES_MAX)),
        ),
        (
            "/api/attachments/{attachment}",
            get(attachments::show).delete(attachments::delete),
        ),
        (
            "/api/kanbans/{document}/imports",
            post(imports::bring).layer(DefaultBodyLimit::max(limits::IMPORT_BYTES_MAX)),
        ),
        (
            "/api/kanbans/{document}/calendar",
            get(calendars::address)
                .put(calendars::make)
                .delete(calendars::end),
        ),
        // The secret with `.ics` behind it, as calendars expect.
        ("/api/calendars/{file}", get(calendars::show)),
    ]
}

#[derive(OpenApi)]
#[openapi(paths(
    attachments::create,
    attachments::show,
    attachments::delete,
    imports::bring,
    calendars::address,
    calendars::make,
    calendars::end,
    calendars::show,
))]
struct Description;

/// Lets through who may do this at an action plan.
async fn at_kanban(
    app: &App,
    session: &Session,
    document: &str,
    deed: Deed,
) -> Result<DocumentAccess, Problem> {
    session.at(app, KIND, document, deed).await
}

/// Whether it is an action plan that was not put away.
fn is_live_kanban(document: &Document) -> bool {
    document.kind == KIND && !document.archived
}
