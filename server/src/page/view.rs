//! What a page shows before any script runs: a title, and the text of a pad, to those who may read it.

use automerge::Automerge;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use crdt::pad;
use store::{Document, DocumentKind, Member};

use super::shell::{Filling, escaped, filled};
use crate::api::error::Problem;
use crate::api::rights::Deed;
use crate::api::session::session_of_page;
use crate::app::App;

/// A longer text is left to the editor: a page should not be slow for being early.
const VIEW_BYTES_MAX: usize = 1024 * 1024;

/// The page of a space.
pub(super) async fn space(
    State(app): State<App>,
    Path(space): Path<String>,
    headers: HeaderMap,
) -> Response {
    let filling = see_space(&app, &headers, &space).await;
    filled(&headers, &quietly(filling))
}

/// The page of a document.
pub(super) async fn document(
    State(app): State<App>,
    Path((space, document)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let filling = read_document(&app, &headers, &space, &document).await;
    filled(&headers, &quietly(filling))
}

/// When there is nothing to show, the web app says why: the page is the same for all who may not see
/// it, and for what does not exist.
fn quietly(filling: Result<Filling, Problem>) -> Filling {
    filling.unwrap_or_default()
}

async fn see_space(app: &App, headers: &HeaderMap, space: &str) -> Result<Filling, Problem> {
    let session = session_of_page(app, headers).ok_or(Problem::Unauthorized)?;
    let member = session.in_space(app, space).await?.may(Deed::SeeSpace)?;
    let space = app
        .store
        .space(member.space)
        .await?
        .ok_or(Problem::NotFound)?;
    Ok(Filling {
        title: Some(space.title),
        view: String::new(),
        language: Some(space.language),
    })
}

async fn read_document(
    app: &App,
    headers: &HeaderMap,
    space: &str,
    document: &str,
) -> Result<Filling, Problem> {
    let session = session_of_page(app, headers).ok_or(Problem::Unauthorized)?;
    let access = session
        .at_document(app, document)
        .await?
        .may(Deed::ExportDocument)?;
    if access.member.space.to_string() != space {
        return Err(Problem::NotFound);
    }
    let space = app
        .store
        .space(access.member.space)
        .await?
        .ok_or(Problem::NotFound)?;
    let document = app
        .store
        .document(access.document)
        .await?
        .ok_or(Problem::NotFound)?;
    let text = text(app, access.member, &document).await?;
    let language = space.language;
    let view = format!(
        "<article lang=\"{language}\" aria-label=\"{}\" data-document=\"{}\">{text}</article>",
        escaped(&document.title),
        document.id
    );
    let view = if view.len() > VIEW_BYTES_MAX {
        String::new()
    } else {
        view
    };
    Ok(Filling {
        title: Some(document.title),
        view,
        language: Some(language),
    })
}

async fn text(app: &App, member: Member, document: &Document) -> Result<String, Problem> {
    let html = match document.kind {
        DocumentKind::Pad => {
            |document: &Automerge| pad::read(document).map(|blocks| pad::html_fragment(&blocks))
        }
    };
    app.rooms
        .read(member.space, document.id, html)
        .await?
        .map_err(|_| Problem::Damaged)
}
