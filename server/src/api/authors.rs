//! Who is behind the actors of a document: what happened in it is in the document, names are not.

use std::collections::{BTreeMap, HashSet};

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::limits::ACTORS_PER_QUESTION_MAX;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// About whom it is asked.
#[derive(Deserialize, IntoParams)]
pub struct Asked {
    /// Only these actors, at most 100, in hexadecimal with commas between them; all of them when they are left out.
    actors: Option<String>,
}

/// Who wrote in a document.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AuthorsView {
    /// By actor, in hexadecimal: the participant whose it is. The server's own actors are not among them.
    authors: BTreeMap<String, String>,
}

/// Shows who is behind each actor of a document.
#[utoipa::path(get, path = "/api/documents/{document}/authors", operation_id = "showAuthors",
    params(("document" = String, Path), Asked), responses((status = 200, body = AuthorsView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Query(asked): Query<Asked>,
    Path(document): Path<String>,
) -> Result<Json<AuthorsView>, Problem> {
    let at = session.at_document(&app, &document).await?;
    let access = at.may(Deed::ExportDocument)?;
    let wanted = asked.actors.as_deref();
    let wanted: Option<HashSet<_>> =
        wanted.map(|actors| actors.split(',').take(ACTORS_PER_QUESTION_MAX).collect());
    let is_wanted = |actor: &str| (wanted.as_ref()).is_none_or(|wanted| wanted.contains(actor));
    let authors = app.store.authors(access.document).await?;
    let authors = authors
        .into_iter()
        .map(|(actor, participant)| (hexadecimal(&actor), participant.to_string()))
        .filter(|(actor, _)| is_wanted(actor))
        .collect();
    Ok(Json(AuthorsView { authors }))
}

/// An actor as documents write it.
pub(super) fn hexadecimal(actor: &[u8]) -> String {
    actor.iter().map(|byte| format!("{byte:02x}")).collect()
}
