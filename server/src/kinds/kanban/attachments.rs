//! Files people put beside an action plan, and take from there. They are handed out as they came, and never shown.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use crdt::kanban::forget_file;
use images::MediaType;
use serde::Deserialize;
use store::limits::TITLE_CHARS_MAX;
use store::{Attachment, AttachmentId, DocumentAccess, NewAttachment, StoreError};
use utoipa::IntoParams;

use super::at_kanban;
use super::limits::EXTENSION_CHARS_MAX;
use crate::app::App;
use crate::download::file_name;
use crate::problem::{Problem, refusals};
use crate::request::body::{self, Held};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::is_odd;
use crate::views::AttachmentView;

/// A file of anybody is kept by no browser.
const NEVER: &str = "no-store";
/// An image is kept by this browser alone, which asks each time whether it may still be shown.
const ASK_AGAIN: &str = "private, no-cache";
/// What browsers may do with a file of anybody: keep it.
const INERT: &str = "sandbox; default-src 'none'";

refusals! {
    /// A file longer than one may put beside a document.
    FILE_TOO_LARGE: 413 "too_large" {
        fr: "Ce fichier est trop gros\u{202f}: 5 Mo au plus. Déposez-le ailleurs, et mettez ici son adresse.",
        en: "This file is too large: at most 5 MB. Put it elsewhere, and its address here.",
    }
    /// A file with nothing in it.
    FILE_EMPTY: 400 "bad_request" {
        fr: "Ce fichier est vide.",
        en: "This file is empty.",
    }
    /// The files of a space take as much as they may.
    FILES_FULL: 409 "conflict" {
        fr: "Les fichiers joints prennent déjà 100 Mo, le maximum. Supprimez-en d’abord (les réglages donnent la liste des plus gros), ou déposez celui-ci ailleurs et mettez ici son adresse.",
        en: "The attached files take 100 MB already, the maximum. First delete some (the settings list the largest), or put this one elsewhere and its address here.",
    }
    /// There are as many files in the space as allowed.
    FILES_TOO_MANY: 409 "conflict" {
        fr: "Il y a déjà 5\u{202f}000 fichiers joints, le maximum. Supprimez-en d’abord qui ne servent plus, ou déposez celui-ci ailleurs et mettez ici son adresse.",
        en: "There are 5,000 attached files already, the maximum. First delete some that are of no use, or put this one elsewhere and its address here.",
    }
}

/// What a file is called.
#[derive(Deserialize, IntoParams)]
pub struct Named {
    /// With its extension; a folder before it is left out.
    name: Option<String>,
}

/// Keeps a file beside an action plan: the body, as it is. It takes 5 MiB at most, all files of a space 100 MiB.
#[utoipa::path(post, path = "/api/kanbans/{document}/attachments", operation_id = "attachFile",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("document" = String, Path), Named), responses((status = 201, body = AttachmentView)))]
pub async fn create(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
    Query(named): Query<Named>,
    request: Request,
) -> Result<(StatusCode, Json<AttachmentView>), Problem> {
    let access = at_kanban(&app, &session, &document, Deed::AttachFile).await?;
    let held = content(&app, request).await?;
    let new = NewAttachment {
        document: access.document,
        participant: access.member.participant,
        name: last_name(named.name.as_deref().unwrap_or_default()),
        bytes: held.content.into(),
    };
    let bytes = new.bytes.len();
    let id = app.store.attach(new).await.map_err(refused)?;
    tracing::info!(document = %access.document, file = %id, bytes, "a file was attached");
    let url = address(id);
    Ok((StatusCode::CREATED, Json(AttachmentView { url, bytes })))
}

/// Hands out a file. One of anybody's is to be kept and not to be shown; an image of a pad, which this server wrote, is shown.
#[utoipa::path(get, path = "/api/attachments/{attachment}", operation_id = "takeAttachment",
    params(("attachment" = String, Path)),
    responses((status = 200, description = "The file, as an attachment under its name; an image of a pad to be shown")))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Path(attachment): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let id: AttachmentId = attachment.parse().map_err(|_| Problem::NOT_FOUND)?;
    let document = app.store.attached_to(id).await?.ok_or(Problem::NOT_FOUND)?;
    let at = session.at_document(&app, &document.to_string()).await?;
    at.may(Deed::ExportDocument)?;
    // A file never changes: whoever may still have it needs it only once.
    let tag = format!("\"{id}\"");
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let file = app.store.attachment(id).await?.ok_or(Problem::NOT_FOUND)?;
    let (media_type, disposition, kept) = match image_of_pad(&app, &file).await? {
        Some(image) => (image.as_str(), "inline".to_owned(), ASK_AGAIN),
        None => ("application/octet-stream", disposition(&file.name), NEVER),
    };
    let headers = [
        (CONTENT_TYPE, media_type.to_owned()),
        (CONTENT_DISPOSITION, disposition),
        (CONTENT_SECURITY_POLICY, INERT.to_owned()),
        (CACHE_CONTROL, kept.to_owned()),
        (ETAG, tag),
    ];
    Ok((headers, file.bytes).into_response())
}

/// What an image of a pad is; none for any other file.
async fn image_of_pad(app: &App, file: &Attachment) -> Result<Option<MediaType>, Problem> {
    let Some(image) = images::media_type(&file.bytes) else {
        return Ok(None);
    };
    let listed = app.store.document(file.document).await?;
    let is_in_pad = listed.is_some_and(|listed| listed.kind == crdt::pad::KIND);
    Ok(is_in_pad.then_some(image))
}

/// Deletes a file for good: it is handed out to nobody from then on, and taken off every card of its plan.
#[utoipa::path(delete, path = "/api/attachments/{attachment}", operation_id = "deleteAttachment",
    params(("attachment" = String, Path)), responses((status = 204)))]
pub async fn delete(
    State(app): State<App>,
    session: Session,
    Path(attachment): Path<String>,
) -> Result<StatusCode, Problem> {
    let id: AttachmentId = attachment.parse().map_err(|_| Problem::NOT_FOUND)?;
    let file = app.store.listed_attachment(id).await?;
    let file = file.ok_or(Problem::NOT_FOUND)?;
    let at = session
        .at_document(&app, &file.document.to_string())
        .await?;
    let deed = if at.is(file.participant) {
        Deed::DeleteOwnFile
    } else {
        Deed::DeleteFile
    };
    let access = at.may(deed)?;
    app.store.delete_attachment(id).await?;
    tracing::info!(document = %access.document, file = %id, by = %access.member.participant, "a file was deleted");
    take_off_cards(&app, &access, id).await;
    Ok(StatusCode::NO_CONTENT)
}

/// Everybody who looks at the plan sees that the file is gone. It is gone as well when that cannot be written.
async fn take_off_cards(app: &App, access: &DocumentAccess, id: AttachmentId) {
    let (space, document, address) = (access.member.space, access.document, address(id));
    let edit = app
        .rooms
        .edit(space, document, move |edit| forget_file(edit, &address));
    if let Err(error) = edit.await {
        tracing::warn!(%document, file = %id, %error, "a deleted file could not be taken off its cards");
    }
}

/// Where a file is, as it stands in documents.
pub(crate) fn address(id: AttachmentId) -> String {
    format!("/api/attachments/{id}")
}

async fn content(app: &App, request: Request) -> Result<Held<Bytes>, Problem> {
    let held = body::raw(app, request, FILE_TOO_LARGE).await?;
    if held.content.is_empty() {
        return Err(FILE_EMPTY);
    }
    Ok(held)
}

fn refused(error: StoreError) -> Problem {
    match error {
        StoreError::TooMany {
            what: "bytes attached",
            ..
        } => FILES_FULL,
        StoreError::TooMany {
            what: "attachments",
            ..
        } => FILES_TOO_MANY,
        StoreError::TooLong { .. } => FILE_TOO_LARGE,
        other => other.into(),
    }
}

/// The name without folders and characters nobody sees, cut to what is kept. A file is never refused for its name.
pub(crate) fn last_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|c| !is_odd(*c)).collect();
    let (stem, extension) = parts(seen.trim());
    let room = TITLE_CHARS_MAX - EXTENSION_CHARS_MAX - 1;
    let stem: String = stem.chars().take(room).collect();
    match (stem.trim(), extension) {
        ("", "") => "fichier".to_owned(),
        ("", extension) => format!("fichier.{extension}"),
        (stem, "") => stem.to_owned(),
        (stem, extension) => format!("{stem}.{extension}"),
    }
}

fn disposition(name: &str) -> String {
    match parts(name) {
        (stem, "") => file_name(stem, "bin"),
        (stem, extension) => file_name(stem, extension),
    }
}

/// What is before and after the dot of the extension; all of it when what follows is none.
fn parts(name: &str) -> (&str, &str) {
    let is_extension = |text: &str| {
        (1..=EXTENSION_CHARS_MAX).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    match name.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => (stem, extension),
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_last_of_its_path_and_always_one() {
        for (given, kept) in [
            ("devis.pdf", "devis.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Documents\\été 2026.ODT", "été 2026.ODT"),
            ("a\u{202e}fdp.exe\r\n", "afdp.exe"),
            ("", "fichier"),
            ("..", ".."),
            (".pdf", "fichier.pdf"),
        ] {
            assert_eq!(last_name(given), kept, "{given:?}");
        }
        let long = last_name(&format!("{}.pdf", "é".repeat(500)));
        assert!(long.ends_with("é.pdf") && long.chars().count() <= TITLE_CHARS_MAX);
    }

    #[test]
    fn a_file_is_handed_out_under_a_name_that_breaks_nothing() {
        assert!(disposition("a\"b.pdf").starts_with("attachment; filename=\"a-b.pdf\"; "));
        assert!(disposition("LICENSE").contains("filename=\"LICENSE.bin\""));
        assert!(disposition("..").contains("filename=\"atelier.bin\""));
    }
}
