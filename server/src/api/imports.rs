//! Bringing a text of another tool, with its pictures: a look first, then a pad of it, all or nothing.

mod pictures;
pub mod refusals;
mod views;

use automerge::ActorId;
use axum::Json;
use axum::extract::{Path, Query, Request, State};
use crdt::pad::KIND;
use crdt::pad::foreign::{Found, understand};
use serde::Deserialize;
use store::limits::TITLE_CHARS_MAX;
use store::{Document, DocumentId, KindWord, Member, NewDocument, random_bytes};
use utoipa::IntoParams;

use crate::app::App;
use crate::budget::shares::Owner;
use crate::kinds::pad::image_refusals::IMAGES_TOO_MANY;
use crate::kinds::pad::images;
use crate::kinds::pad::limits::IMAGES_PER_PAD_MAX;
use crate::language;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body::{self, Held};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::request::text::Field;
use crate::views::document_view;
use pictures::Files;
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
    /// A pad that is there, to which whoever asks adds the text: no pad is made, and its pictures are kept beside this one.
    beside: Option<String>,
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
    let beside = match &asked.beside {
        Some(pad) => Some(home(&app, &session, &member, pad).await?),
        None => None,
    };
    let Held { content, share } = body::raw(&app, request, refusals::FILE_TOO_LARGE).await?;
    let owner = Owner::at(visitor);
    let name = asked.name.clone();
    let found = app.heavy.run(owner, move || understand(&name, &content));
    let mut found = found.await??;
    let read = std::mem::take(&mut found.pictures);
    let images = pictures::decoded(&app, owner, read).await?;
    let home = beside.or_else(|| asked.apply.then(DocumentId::random));
    let (said, files) = match home {
        Some(home) => pictures::kept(images, home, member.participant),
        None => (pictures::unkept(images), Files::new()),
    };
    found.place(said)?;
    let space = app.store.space(member.space).await?;
    found.sign(language::of_documents(
        space.ok_or(Problem::NOT_FOUND)?.language,
    ));
    let pad = asked.beside.clone();
    let new = home.filter(|_| pad.is_none());
    let work = move || Looked::into(found, &asked, &member, new);
    let Looked { mut view, new } = app.heavy.run(owner, work).await??;
    drop(share);
    if let Some(new) = new {
        let made = app.store.create_document_with(new, files).await;
        let document = made.map_err(images::refused)?;
        view.document = document_view(&document, member.role);
        told(&app, &member, &document);
    } else if let Some(pad) = pad {
        keep_beside(&app, &session, &member, &pad, files).await?;
    }
    Ok(Json(view))
}

/// A pad of the space in which whoever asks may write.
async fn home(
    app: &App,
    session: &Session,
    member: &Member,
    pad: &str,
) -> Result<DocumentId, Problem> {
    let access = session.at(app, KIND, pad, Deed::AttachFile).await?;
    let is_here = access.member.space == member.space;
    is_here.then_some(access.document).ok_or(Problem::NOT_FOUND)
}

/// Keeps files beside a pad, all of them or none, if whoever asks still may.
async fn keep_beside(
    app: &App,
    session: &Session,
    member: &Member,
    pad: &str,
    files: Files,
) -> Result<(), Problem> {
    let document = home(app, session, member, pad).await?;
    let there = app.store.attachment_count(document).await?;
    if there + files.len() as u64 > IMAGES_PER_PAD_MAX {
        return Err(IMAGES_TOO_MANY);
    }
    app.store.attach_all(files).await.map_err(images::refused)
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
    /// `new`: under which identifier a pad is made of it; none when it is only looked at.
    fn into(
        found: Found,
        asked: &ImportAsked,
        member: &Member,
        new: Option<DocumentId>,
    ) -> Result<Self, Problem> {
        let title = match &asked.title {
            Some(title) => Field::TITLE.line(title)?,
            None => proposed(&found, &asked.name),
        };
        let new = new.map(|id| pad(&found, id, title.clone(), member));
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

fn pad(found: &Found, id: DocumentId, title: String, member: &Member) -> NewDocument {
    let content = found.create(ActorId::from(random_bytes::<16>()));
    NewDocument {
        id,
        space: member.space,
        kind: KindWord::from_static(KIND),
        title,
        bytes: content.save(),
        heads: content.get_heads().iter().map(|head| head.0).collect(),
    }
}
