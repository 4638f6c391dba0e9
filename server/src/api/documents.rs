//! Documents: making, naming, putting away.

use automerge::ActorId;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::limits::TITLE_CHARS_MAX;
use store::{DocumentAccess, DocumentChange, DocumentId, DocumentKind, NewDocument, Role};
use utoipa::ToSchema;

use super::body::{Body, Line};
use super::error::{ErrorView, Problem};
use super::session::Session;
use super::views::{DocumentView, document_view};
use crate::app::App;

/// A document to be made.
#[derive(Deserialize, ToSchema)]
pub struct NewDocumentBody {
    /// What it is: `pad`.
    #[schema(value_type = String)]
    kind: DocumentKind,
    /// Its title.
    #[schema(value_type = String, max_length = 200)]
    title: Line<TITLE_CHARS_MAX>,
}

/// Makes a document.
#[utoipa::path(post, path = "/api/spaces/{space}/documents", request_body = NewDocumentBody, responses(
    (status = 201, body = DocumentView), (status = 404, body = ErrorView), (status = 409, body = ErrorView),
    (status = 422, body = ErrorView)))]
pub async fn create(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(body): Body<NewDocumentBody>,
) -> Result<(StatusCode, Json<DocumentView>), Problem> {
    let member = session
        .member_at_least(&app, &space, Role::Participant)
        .await?;
    let content = match body.kind {
        DocumentKind::Pad => crdt::pad::create(ActorId::from(app.rooms.actor())),
    };
    let new = NewDocument {
        id: DocumentId::random(),
        space: member.space,
        kind: body.kind,
        title: body.title.0,
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    };
    let document = app.store.create_document(new).await?;
    tracing::info!(space = %member.space, document = %document.id, "a document was made");
    app.live.documents_changed(member.space);
    let view = document_view(&document, member.role).ok_or(Problem::NotFound)?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// What changes about a document; what is left out stays.
#[derive(Deserialize, ToSchema)]
pub struct DocumentChangeBody {
    /// Another title.
    #[schema(value_type = Option<String>, max_length = 200)]
    title: Option<Line<TITLE_CHARS_MAX>>,
    /// Put away, or taken out again.
    archived: Option<bool>,
}

/// Renames a document, puts it away or takes it out again.
#[utoipa::path(patch, path = "/api/documents/{document}", request_body = DocumentChangeBody, responses(
    (status = 200, body = DocumentView), (status = 404, body = ErrorView), (status = 422, body = ErrorView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
    Body(body): Body<DocumentChangeBody>,
) -> Result<Json<DocumentView>, Problem> {
    let access = access(&app, &session, &document).await?;
    if access.member.role < Role::Participant {
        return Err(Problem::NotFound);
    }
    let change = DocumentChange {
        title: body.title.map(|line| line.0),
        archived: body.archived,
    };
    let document = app.store.change_document(access.document, change).await?;
    app.live.documents_changed(access.member.space);
    document_view(&document, access.member.role)
        .map(Json)
        .ok_or(Problem::NotFound)
}

/// Who the session is for a document, alike for documents that do not exist and that are not for it.
pub(super) async fn access(
    app: &App,
    session: &Session,
    document: &str,
) -> Result<DocumentAccess, Problem> {
    let document: DocumentId = document.parse().map_err(|_| Problem::NotFound)?;
    app.store
        .access(session.0, document)
        .await?
        .ok_or(Problem::NotFound)
}
