//! The one HTML page of the web app, in the visitor's language, with a pad's text in it when there is one to show.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use store::{DocumentId, DocumentKind, Language};

use super::embedded::find;
use crate::api::session::session_of_page;
use crate::app::App;
use crate::language;

/// Where the text of a pad goes.
const VIEW: &str = "<!--atelier:view-->";
/// What is replaced by the visitor's language.
const LANGUAGE: &str = "<html lang=\"fr\"";

/// A page that the web app fills.
pub(super) async fn page(headers: HeaderMap) -> Response {
    shell(StatusCode::OK, language::asked(&headers), "")
}

/// A document's page: people read its text before any script has run.
pub(super) async fn pad(
    State(app): State<App>,
    Path((_, document)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let text = view(&app, &document, &headers).await.unwrap_or_default();
    shell(StatusCode::OK, language::asked(&headers), &text)
}

/// A page that does not exist: the web app says so in words.
pub(super) fn not_found() -> Response {
    shell(StatusCode::NOT_FOUND, Language::French, "")
}

/// The pad as HTML, when this visitor may read it. When not, the web app says why.
async fn view(app: &App, document: &str, headers: &HeaderMap) -> Option<String> {
    let document: DocumentId = document.parse().ok()?;
    let session = session_of_page(app, headers)?;
    let access = app.store.access(session, document).await.ok()??;
    let listed = app.store.document(document).await.ok()??;
    match listed.kind {
        DocumentKind::Pad => {
            let show = |document: &automerge::Automerge| {
                crdt::pad::read(document).map(|blocks| crdt::pad::html_fragment(&blocks))
            };
            app.rooms
                .read(access.member.space, document, show)
                .await
                .ok()?
                .ok()
        }
    }
}

fn shell(status: StatusCode, language: Language, view: &str) -> Response {
    let Some(file) = find("index.html") else {
        return not_built();
    };
    let html = String::from_utf8_lossy(&file.bytes)
        .replacen(LANGUAGE, &format!("<html lang=\"{language}\""), 1)
        .replacen(VIEW, view, 1);
    let headers = AppendHeaders([
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        // It may hold what people wrote, and names assets that the next version replaces.
        (CACHE_CONTROL, "no-store"),
        (VARY, "Accept-Language, Cookie"),
    ]);
    (status, headers, html).into_response()
}

/// The server was built without the web app.
fn not_built() -> Response {
    let text = "This Atelier was built without its pages. Build it with `make build`.\n";
    (
        StatusCode::NOT_FOUND,
        AppendHeaders([(CONTENT_TYPE, "text/plain; charset=utf-8")]),
        text,
    )
        .into_response()
}
