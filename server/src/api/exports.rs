//! A document as a file, in one of the ways of its kind.

use std::collections::HashMap;

use automerge::Automerge;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use crdt::cover::Cover;
use crdt::kind::DocumentKind;
use store::SpaceId;

use crate::app::App;
use crate::kinds::kanban::calendars::Shown;
use crate::language;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Extension;

/// What browsers may do with a file: show it, with the style of a pad's own page.
const INERT: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/// The document as a file.
#[utoipa::path(get, path = "/api/documents/{document}.{format}", operation_id = "exportDocument",
    params(("document" = String, Path), ("format" = inline(Extension), Path), Shown),
    responses((status = 200, description = "The file, as an attachment named after the document")))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Query(shown): Query<Shown>,
    Path(address): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let (id, extension) = address.rsplit_once('.').ok_or(Problem::NotFound)?;
    let access = session
        .at_document(&app, id)
        .await?
        .may(Deed::ExportDocument)?;
    let listed = app
        .store
        .document(access.document)
        .await?
        .ok_or(Problem::NotFound)?;
    let space = app
        .store
        .space(access.member.space)
        .await?
        .ok_or(Problem::NotFound)?;
    let kind: DocumentKind = listed
        .kind
        .as_str()
        .parse()
        .map_err(|_| Problem::NotFound)?;
    let file = kind.file(extension).ok_or(Problem::NotFound)?;
    let name = file_name(&listed.title, extension);
    let cover = Cover {
        title: listed.title,
        language: language::of_documents(space.language),
        origin,
        path: format!("/w/{}/{}", access.member.space, access.document),
        names: names(&app, access.member.space).await?,
        days: shown.r#as(),
    };
    let write = move |document: &Automerge| (file.write)(document, &cover);
    let read = app.rooms.read(access.member.space, access.document, write);
    let bytes = read.await?.map_err(|_| Problem::Damaged)?;
    let headers = [
        (CONTENT_TYPE, file.media_type.to_owned()),
        (CONTENT_DISPOSITION, name),
        // Opened in a browser it is inert, whatever people wrote.
        (CONTENT_SECURITY_POLICY, INERT.to_owned()),
    ];
    Ok((headers, bytes))
}

/// What the people of a space are called.
async fn names(app: &App, space: SpaceId) -> Result<HashMap<String, String>, Problem> {
    let people = app.store.people(space).await?.into_iter();
    Ok(people
        .map(|person| (person.id.to_string(), person.name))
        .collect())
}

/// `attachment` with a name every system accepts: plain ASCII, and the title itself (RFC 6266, RFC 8187).
pub(crate) fn file_name(title: &str, extension: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let plain = match words.collect::<Vec<_>>().join("-") {
        nothing if nothing.is_empty() => "atelier".to_owned(),
        words => words,
    };
    let encoded: String = title
        .replace(['/', '\\'], "-")
        .bytes()
        .map(percent_encoded)
        .collect();
    format!("attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{encoded}.{extension}")
}

fn percent_encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_that_breaks_nothing() {
        let name = file_name("Compte-rendu d’été \"v2\"\r\n", "md");
        assert!(name.starts_with("attachment; filename=\"Compte-rendu-d-t-v2.md\"; "));
        assert!(name.ends_with(
            "filename*=UTF-8''Compte-rendu%20d%E2%80%99%C3%A9t%C3%A9%20%22v2%22%0D%0A.md"
        ));
        assert!(file_name("日本", "txt").contains("filename=\"atelier.txt\""));
    }
}
