//! How much of what a space may hold is taken, and by what.

use axum::Json;
use axum::extract::{Path, State};
use store::limits::{
    ATTACHMENTS_BYTES_PER_SPACE_MAX, BYTES_PER_SPACE_MAX, DOCUMENTS_PER_SPACE_MAX,
};
use store::{DocumentUsage, Usage};

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::{AmountView, DocumentUsageView, FileUsageView, UsageView};

/// Shows how much a space holds, and which of its documents and files hold most.
#[utoipa::path(get, path = "/api/spaces/{space}/usage", operation_id = "showUsage",
    params(("space" = String, Path)), responses((status = 200, body = UsageView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
) -> Result<Json<UsageView>, Problem> {
    let member = session.in_space(&app, &space).await?.may(Deed::SeeUsage)?;
    let usage = app.store.usage(member.space).await?;
    Ok(Json(view(&usage)))
}

fn view(usage: &Usage) -> UsageView {
    let total = |of: fn(&DocumentUsage) -> u64| usage.documents.iter().map(of).sum::<u64>();
    let amount = |used: u64, max: u64| AmountView { used, max };
    UsageView {
        documents: amount(total(|_| 1), DOCUMENTS_PER_SPACE_MAX),
        file_bytes: amount(
            total(|each| each.file_bytes),
            ATTACHMENTS_BYTES_PER_SPACE_MAX,
        ),
        bytes: amount(
            total(|each| each.bytes + each.file_bytes),
            BYTES_PER_SPACE_MAX,
        ),
        each: usage
            .documents
            .iter()
            .map(DocumentUsageView::from)
            .collect(),
        largest: usage.largest.iter().map(FileUsageView::from).collect(),
    }
}
