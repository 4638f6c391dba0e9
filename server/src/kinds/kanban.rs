//! Action plans: files beside cards, calendars, imports from other tools, reminders, how boards stand, their trash.

pub mod attachments;
pub mod calendars;
pub mod card_links;
pub mod due_cards;
pub mod imports;
pub mod progress;
pub mod trash;

use crdt::kanban::KIND;
use store::{Document, DocumentAccess};

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Lets through who may do this at an action plan.
async fn at_board(
    app: &App,
    session: &Session,
    document: &str,
    deed: Deed,
) -> Result<DocumentAccess, Problem> {
    session.at(app, KIND, document, deed).await
}

/// Whether it is an action plan that was not put away.
fn is_live_board(document: &Document) -> bool {
    document.kind == KIND && !document.archived
}
