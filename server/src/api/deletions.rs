//! Deleting a document for good, and telling those who come with a copy of it by whom it was deleted.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use store::DocumentId;

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::DeletionView;

/// Deletes a document that was put away, for good: its history, files, rounds and ballots go with it. Whoever has it open
/// is told that it is unavailable.
#[utoipa::path(delete, path = "/api/documents/{document}", operation_id = "deleteDocument",
    params(("document" = String, Path)), responses((status = 204)))]
pub async fn delete(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
) -> Result<StatusCode, Problem> {
    let access = session
        .at_document(&app, &document)
        .await?
        .may(Deed::DeleteDocument)?;
    let (document, member) = (access.document, access.member);
    app.store
        .delete_document(document, member.participant)
        .await?;
    tracing::info!(space = %member.space, %document, by = %member.participant, "a document was deleted");
    // Sockets ask again what is theirs, then the room finds that there is nothing left to hold.
    app.live.rights_changed();
    app.rooms.reload(document).await;
    app.live.documents_changed(member.space);
    Ok(StatusCode::NO_CONTENT)
}

/// Says who deleted a document, to the people of its space who name it.
#[utoipa::path(get, path = "/api/documents/{document}/deletion", operation_id = "showDeletion",
    params(("document" = String, Path)), responses((status = 200, body = DeletionView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
) -> Result<Json<DeletionView>, Problem> {
    let document: DocumentId = document.parse().map_err(|_| Problem::NOT_FOUND)?;
    let deletion = app.store.deletion(document).await?;
    let deletion = deletion.ok_or(Problem::NOT_FOUND)?;
    let asking = session.in_space(&app, &deletion.space.to_string()).await?;
    asking.may(Deed::SeeSpace)?;
    Ok(Json(DeletionView {
        by: deletion.by.to_string(),
        at: deletion.at_ms,
    }))
}
