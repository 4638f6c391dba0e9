//! Documents: making, naming, putting away.

use automerge::{ActorId, Automerge};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use crdt::kind;
use serde::Deserialize;
use store::{Document, DocumentChange, DocumentId, KindWord, Language, NewDocument, random_bytes};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::app::App;
use crate::language;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::{DocumentKind, DocumentView, Template, document_view};

/// A document to be made.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct CreateDocument {
    /// What it is.
    kind: DocumentKind,
    /// Its title.
    #[schema(max_length = 200)]
    title: String,
    /// What it begins with. When it is left out, or is for another kind, what most people want: an empty pad, a vote about
    /// the built-in bricks, an action plan of three columns.
    #[ts(optional)]
    template: Option<Template>,
}

/// What changes about a document; what is left out stays.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeDocument {
    /// Another title.
    #[schema(max_length = 200)]
    #[ts(optional = nullable)]
    title: Option<String>,
    /// Put away, or taken out again.
    #[ts(optional = nullable)]
    archived: Option<bool>,
    /// Locked, so that those who facilitate alone write in it; or open again. For those who facilitate.
    #[ts(optional = nullable)]
    locked: Option<bool>,
}

/// Makes a document.
#[utoipa::path(post, path = "/api/spaces/{space}/documents", operation_id = "createDocument",
    request_body = CreateDocument,
    params(("space" = String, Path)), responses((status = 201, body = DocumentView)))]
pub async fn create(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<CreateDocument>,
) -> Result<(StatusCode, Json<DocumentView>), Problem> {
    let member = session
        .in_space(&app, &space)
        .await?
        .may(Deed::CreateDocument)?;
    let space = app.store.space(member.space).await?;
    let language = space.ok_or(Problem::NOT_FOUND)?.language;
    let content = first_content(asked.kind.0, asked.template, language);
    let new = NewDocument {
        id: DocumentId::random(),
        space: member.space,
        kind: KindWord::from_static(asked.kind.0.as_str()),
        title: Field::TITLE.line(&asked.title)?,
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    };
    let document = app.store.create_document(new).await?;
    tracing::info!(space = %member.space, document = %document.id, "a document was made");
    app.live.documents_changed(member.space);
    let view = document_view(&document, member.role).ok_or(Problem::NOT_FOUND)?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// Renames a document, puts it away or takes it out again, locks it or opens it again.
///
/// When this returns, a document that was locked takes nothing from anybody who does not facilitate.
#[utoipa::path(patch, path = "/api/documents/{document}", operation_id = "changeDocument",
    request_body = ChangeDocument,
    params(("document" = String, Path)), responses((status = 200, body = DocumentView)))]
pub async fn change(
    State(app): State<App>,
    session: Session,
    Path(document): Path<String>,
    Body(asked): Body<ChangeDocument>,
) -> Result<Json<DocumentView>, Problem> {
    let deed = match asked.locked {
        Some(_) => Deed::LockDocument,
        None => Deed::ChangeDocument,
    };
    let access = session.at_document(&app, &document).await?.may(deed)?;
    let title = asked
        .title
        .map(|title| Field::TITLE.line(&title))
        .transpose()?;
    let change = DocumentChange {
        title,
        archived: asked.archived,
        locked: asked.locked,
    };
    let document = changed(&app, access.document, change).await?;
    app.live.documents_changed(access.member.space);
    document_view(&document, access.member.role)
        .map(Json)
        .ok_or(Problem::NOT_FOUND)
}

/// Locks take effect in the order in which they are written.
async fn changed(
    app: &App,
    document: DocumentId,
    change: DocumentChange,
) -> Result<Document, Problem> {
    let Some(locked) = change.locked else {
        return Ok(app.store.change_document(document, change).await?);
    };
    let one_at_a_time = app.turns.locking.lock().await;
    let document = app.store.change_document(document, change).await?;
    app.rooms.lock_changed(document.id, locked).await;
    drop(one_at_a_time);
    tracing::info!(space = %document.space, document = %document.id, locked, "a lock");
    Ok(document)
}

/// The root structure, by an actor of its own: nobody writes under that name again.
///
/// A template that is for another kind counts as left out.
pub(super) fn first_content(
    kind: kind::DocumentKind,
    template: Option<Template>,
    language: Language,
) -> Automerge {
    let actor = ActorId::from(random_bytes::<16>());
    let template = template.map(|template| template.0);
    kind.create(template, actor, language::of_documents(language))
}
