//! Pictures people put into a pad. None is kept as it came: it is decoded and written anew, so that it holds nothing but what
//! one sees.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use crdt::pad::KIND;
use images::{Image, cleaned};
use serde::Deserialize;
use store::{AttachmentId, DocumentAccess, NewAttachment, StoreError};
use utoipa::IntoParams;

use super::image_refusals::{
    IMAGE_EMPTY, IMAGE_TAKEN, IMAGE_TOO_LARGE, IMAGES_FULL, IMAGES_TOO_MANY,
};
use super::limits::IMAGES_PER_PAD_MAX;
use crate::app::App;
use crate::budget::shares::Owner;
use crate::kinds::kanban::attachments::{address, last_name};
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::{self, Held};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::AttachmentView;

/// What an image is called.
#[derive(Deserialize, IntoParams)]
pub struct Named {
    /// As its file was; it is kept with the extension of what becomes of it.
    name: Option<String>,
}

/// Keeps an image beside a pad, under an identifier that whoever sends it made: 16 random bytes in base 58. The same may be
/// sent again when the answer was lost. What is kept is written anew, as a PNG or a JPEG 2000 pixels wide at most.
#[utoipa::path(put, path = "/api/pads/{document}/images/{image}", operation_id = "putImage",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("document" = String, Path), ("image" = String, Path), Named),
    responses((status = 201, body = AttachmentView), (status = 200, body = AttachmentView)))]
pub async fn put(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Path((document, image)): Path<(String, String)>,
    Query(named): Query<Named>,
    request: Request,
) -> Result<(StatusCode, Json<AttachmentView>), Problem> {
    let access = session.at(&app, KIND, &document, Deed::AttachFile).await?;
    let id: AttachmentId = image.parse().map_err(|_| Problem::NOT_FOUND)?;
    if let Some(kept) = kept(&app, &access, id).await? {
        return Ok((StatusCode::OK, kept));
    }
    let held = body::raw(&app, request, IMAGE_TOO_LARGE).await?;
    if held.content.is_empty() {
        return Err(IMAGE_EMPTY);
    }
    // One at a time until it is kept: so many pixels take much memory, and nobody is counted twice.
    let one = app.turns.images.acquire().await;
    let _one = one.map_err(|_| Problem::INTERNAL)?;
    let image = clean(&app, Owner::at(visitor), held).await?;
    // A photograph may take minutes to come: whoever may not write any more keeps none.
    let access = session.at(&app, KIND, &document, Deed::AttachFile).await?;
    let files = app.store.attachment_count(access.document).await?;
    if files >= IMAGES_PER_PAD_MAX {
        return Err(IMAGES_TOO_MANY);
    }
    let kept = keep(&app, &access, id, named, image).await?;
    Ok((StatusCode::CREATED, kept))
}

/// The same image when it is kept already.
async fn kept(
    app: &App,
    access: &DocumentAccess,
    id: AttachmentId,
) -> Result<Option<Json<AttachmentView>>, Problem> {
    let Some(file) = app.store.listed_attachment(id).await? else {
        return Ok(None);
    };
    let is_same = file.document == access.document && file.participant == access.member.participant;
    is_same.then_some(()).ok_or(IMAGE_TAKEN)?;
    let bytes = usize::try_from(file.bytes).unwrap_or(usize::MAX);
    let url = address(id);
    Ok(Some(Json(AttachmentView { url, bytes })))
}

async fn clean(app: &App, owner: Owner, held: Held<Bytes>) -> Result<Image, Problem> {
    let cleaned = app.heavy.run(owner, move || cleaned(&held.content)).await?;
    Ok(cleaned?)
}

async fn keep(
    app: &App,
    access: &DocumentAccess,
    id: AttachmentId,
    named: Named,
    image: Image,
) -> Result<Json<AttachmentView>, Problem> {
    let name = last_name(named.name.as_deref().unwrap_or_default());
    let stem = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    let bytes = image.bytes.len();
    let new = NewAttachment {
        document: access.document,
        participant: access.member.participant,
        name: format!("{stem}.{}", image.media_type.extension()),
        bytes: image.bytes,
    };
    app.store.attach_as(id, new).await.map_err(refused)?;
    tracing::info!(document = %access.document, file = %id, bytes, "an image was kept");
    let url = address(id);
    Ok(Json(AttachmentView { url, bytes }))
}

/// Why images are not kept.
pub(crate) fn refused(error: StoreError) -> Problem {
    match error {
        StoreError::TooMany {
            what: "bytes attached" | "attachments",
            ..
        } => IMAGES_FULL,
        other => other.into(),
    }
}
