//! Who is behind the actors of a document: what happened in it is in the document, names are not.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Who wrote in a document.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AuthorsView {
    /// By actor, in hexadecimal: the participant whose it is. The server's own actors are not among them.
    authors: BTreeMap<String, String>,
}

/// Shows who is behind each actor of a document.
#[utoipa::path(get, path = "/api/documents/{document}/authors", operation_id = "showAuthors",
    params(("document" = String, Path)), responses((status = 200, body = AuthorsView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
) -> Result<Json<AuthorsView>, Problem> {
    let at = session.at_document(&app, &document).await?;
    let access = at.may(Deed::ExportDocument)?;
    let authors = app.store.authors(access.document).await?;
    let authors = authors
        .into_iter()
        .map(|(actor, participant)| (hexadecimal(&actor), participant.to_string()))
        .collect();
    Ok(Json(AuthorsView { authors }))
}

fn hexadecimal(actor: &[u8]) -> String {
    actor.iter().map(|byte| format!("{byte:02x}")).collect()
}
