//! Bringing a text of another tool: a look first, then a pad of it, all or nothing.

pub mod refusals;
mod views;

use automerge::ActorId;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use crdt::language::Language;
use crdt::pad::KIND;
use crdt::pad::foreign::{Found, understand};
use serde::Deserialize;
use store::limits::TITLE_CHARS_MAX;
use store::{Document, DocumentId, KindWord, Member, NewDocument, random_bytes};
use utoipa::IntoParams;

use crate::app::App;
use crate::budget::shares::Owner;
use crate::language;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::{self, Held};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::document_view;
use views::ImportedTextView;

/// What a file is called, and what is to be done with it.
#[derive(Deserialize, IntoParams)]
pub struct ImportAsked {
    /// The name of the file; what it ends with says what it is.
    name: String,
    /// The title of the pad. What the text says it is called, else the name of the file, when it is left out.
    title: Option<String>,
    /// Whether to make a pad of it; else it is only looked at.
    #[serde(default)]
    apply: bool,
}

/// Looks into a text of Word, LibreOffice, Etherpad, HedgeDoc or a web page, or makes a pad of all that is in it.
#[utoipa::path(post, path = "/api/spaces/{space}/documents/import", operation_id = "importText",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("space" = String, Path), ImportAsked), responses((status = 200, body = ImportedTextView)))]
pub async fn bring(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Address(visitor): Address,
    Query(asked): Query<ImportAsked>,
    request: Request,
) -> Result<Json<ImportedTextView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::CreateDocument)?;
    let Held { content, share } = body::raw(&app, request, refusals::FILE_TOO_LARGE).await?;
    let space = app.store.space(member.space).await?;
    let spoken = language::of_documents(space.ok_or(Problem::NOT_FOUND)?.language);
    let work = move || Looked::into(content, asked, &member, spoken);
    let looked = app.heavy.run(Owner::at(visitor), work).await??;
    drop(share);
    let Looked { mut view, new } = looked;
    if let Some(new) = new {
        let document = app.store.create_document(new).await?;
        view.document = document_view(&document, member.role);
        told(&app, &member, &document);
    }
    Ok(Json(view))
}

fn told(app: &App, member: &Member, document: &Document) {
    let (space, by) = (member.space, member.participant);
    tracing::info!(%space, document = %document.id, %by, "a text came from another tool");
    app.live.documents_changed(space);
}

/// What is in a file, and the pad that is to be made of it.
struct Looked {
    view: ImportedTextView,
    new: Option<NewDocument>,
}

impl Looked {
    fn into(
        content: Bytes,
        asked: ImportAsked,
        member: &Member,
        spoken: Language,
    ) -> Result<Self, Problem> {
        let mut found = understand(&asked.name, &content)?;
        drop(content);
        found.sign(spoken);
        let title = match &asked.title {
            Some(title) => Field::TITLE.line(title)?,
            None => proposed(&found, &asked.name),
        };
        let new = match asked.apply {
            true => Some(pad(&found, title.clone(), member)),
            false => None,
        };
        let view = ImportedTextView::of(found, title);
        Ok(Self { view, new })
    }
}

/// What the text says it is called, else the name of the file, in a line that may be a title.
fn proposed(found: &Found, name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let said = [found.title.as_deref().unwrap_or_default(), stem];
    let lines = said.map(|said| {
        let line: String = said.chars().take(TITLE_CHARS_MAX).collect();
        Field::TITLE.line(&line).ok()
    });
    let line = lines.into_iter().flatten().next();
    line.unwrap_or_else(|| "Pad".to_owned())
}

fn pad(found: &Found, title: String, member: &Member) -> NewDocument {
    let content = found.create(ActorId::from(random_bytes::<16>()));
    NewDocument {
        id: DocumentId::random(),
        space: member.space,
        kind: KindWord::from_static(KIND),
        title,
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    }
}
