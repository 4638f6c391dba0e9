//! A document as a file: Markdown, text, web page, table, calendar, data, or the automerge document itself.

mod plan;

use automerge::Automerge;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use crdt::root::Unreadable;
use crdt::{pad, vote};
use store::{DocumentKind, Language};

use crate::app::App;
use crate::kinds::kanban::calendars::Shown;
use crate::language;
use crate::problem::Problem;
use crate::request::address::OurOrigin;
use crate::request::rights::Deed;
use crate::request::session::Session;
use plan::PlanCover;

/// What browsers may do with a file: show it, with the style of a pad's own page.
const INERT: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Markdown,
    Text,
    Html,
    Csv,
    Calendar,
    Json,
    Automerge,
}

/// What a file says besides what is in the document.
struct Cover {
    kind: DocumentKind,
    title: String,
    language: Language,
    plan: PlanCover,
}

impl Format {
    /// The format of an extension; none when documents of this kind have no such file.
    fn of(extension: &str, kind: DocumentKind) -> Option<Self> {
        Some(match (extension, kind) {
            ("md", _) => Self::Markdown,
            ("txt", DocumentKind::Pad) => Self::Text,
            ("html", DocumentKind::Pad | DocumentKind::Kanban) => Self::Html,
            ("csv", DocumentKind::Vote | DocumentKind::Kanban) => Self::Csv,
            ("ics", DocumentKind::Kanban) => Self::Calendar,
            ("json", _) => Self::Json,
            ("automerge", _) => Self::Automerge,
            _ => return None,
        })
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Calendar => "text/calendar; charset=utf-8",
            Self::Json => "application/json",
            Self::Automerge => "application/octet-stream",
        }
    }

    fn write(self, document: &Automerge, cover: &Cover) -> Result<Vec<u8>, Problem> {
        if self == Self::Automerge {
            return Ok(document.save());
        }
        let text = match cover.kind {
            DocumentKind::Pad => self.of_pad(document, cover),
            DocumentKind::Vote => self.of_vote(document, cover),
            DocumentKind::Kanban => self.of_plan(document, cover),
        };
        text.map(String::into_bytes).map_err(|_| Problem::Damaged)
    }

    fn of_pad(self, document: &Automerge, cover: &Cover) -> Result<String, Unreadable> {
        let blocks = pad::read(document)?;
        let (title, language) = (cover.title.as_str(), cover.language.as_str());
        Ok(match self {
            Self::Markdown => pad::markdown(&blocks),
            Self::Text => pad::plain_text(&blocks),
            Self::Json => pad::json(&blocks),
            _ => pad::html_page(pad::Page { title, language }, &blocks),
        })
    }

    fn of_vote(self, document: &Automerge, cover: &Cover) -> Result<String, Unreadable> {
        vote::check(document)?;
        let read = vote::read(document);
        let language = language::of_documents(cover.language);
        Ok(match self {
            Self::Csv => vote::csv(&read, language),
            Self::Markdown => vote::markdown(&cover.title, &read, language),
            _ => vote::json(&read),
        })
    }
}

/// The document as a file.
#[utoipa::path(get, path = "/api/documents/{document}.{format}", operation_id = "exportDocument",
    params(("document" = String, Path), ("format" = String, Path, description = "of a pad: md, txt, html, json or automerge; of a vote: csv, md, json or automerge; of an action plan: csv, md, html, ics, json in Trello's shape, or automerge"), Shown),
    responses((status = 200, description = "The file, as an attachment named after the document")))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Query(shown): Query<Shown>,
    Path(file): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let (id, extension) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
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
    let format = Format::of(extension, listed.kind).ok_or(Problem::NotFound)?;
    let name = file_name(&listed.title, extension);
    let cover = Cover {
        kind: listed.kind,
        title: listed.title,
        language: space.language,
        plan: PlanCover::of(&app, &access, origin, shown.r#as()).await?,
    };
    let write = move |document: &Automerge| format.write(document, &cover);
    let bytes = app
        .rooms
        .read(access.member.space, access.document, write)
        .await??;
    let headers = [
        (CONTENT_TYPE, format.content_type().to_owned()),
        (CONTENT_DISPOSITION, name),
        // Opened in a browser it is inert, whatever people wrote.
        (CONTENT_SECURITY_POLICY, INERT.to_owned()),
    ];
    Ok((headers, bytes))
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
