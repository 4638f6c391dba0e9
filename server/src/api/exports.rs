//! A document as a file, in one of the ways of its kind.

use std::collections::HashMap;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use automerge::{Automerge, ChangeHash};
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use crdt::beside::{Beside, Picture};
use crdt::cover::Cover;
use crdt::file::File;
use crdt::kind::DocumentKind;
use crdt::pad::IMAGE_FOLDER;
use serde::Deserialize;
use store::{DocumentId, ParticipantId, Person};
use tokio::runtime::Handle;
use utoipa::IntoParams;

use super::authors::hexadecimal;
use crate::app::App;
use crate::budget::shares::Owner;
use crate::download::file_name;
use crate::kinds::kanban::calendars::Shown;
use crate::language;
use crate::limits::FILE_IMAGES_BYTES_MAX;
use crate::problem::Problem;
use crate::request::address::{Address, OurOrigin};
use crate::request::heads::{self, UNKNOWN_VERSION};
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::spaces::writers;
use crate::views::Extension;

/// What browsers may do with a file: show it, with the style of a pad's own page.
pub(super) const INERT: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// What a file of a text says of the people who made it.
#[derive(Deserialize, IntoParams)]
pub struct Named {
    /// `true` to say under the title of a text who wrote in it.
    #[serde(default)]
    pub(super) authors: bool,
    /// `false` to leave out what was said about it.
    #[serde(default = "with_comments")]
    pub(super) comments: bool,
}

const fn with_comments() -> bool {
    true
}

impl Named {
    /// Who wrote in a document, by name; nobody unless it is asked for.
    pub(super) fn authors(
        &self,
        wrote: &[(Vec<u8>, ParticipantId)],
        people: &[Person],
    ) -> Vec<String> {
        match self.authors {
            true => writers(wrote, people),
            false => Vec::new(),
        }
    }
}

/// Which version of it.
#[derive(Deserialize, IntoParams)]
pub struct Then {
    /// At these heads, in hexadecimal with commas between them; as it is when they are left out.
    at: Option<String>,
}

/// The document as a file, as it is or as it was.
#[utoipa::path(get, path = "/api/documents/{document}.{format}", operation_id = "exportDocument",
    params(("document" = String, Path), ("format" = inline(Extension), Path), Shown, Then, Named),
    responses((status = 200, description = "The file, as an attachment named after the document")))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    OurOrigin(origin): OurOrigin,
    Address(visitor): Address,
    (Query(shown), Query(then), Query(named)): (Query<Shown>, Query<Then>, Query<Named>),
    Path(address): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let (id, extension) = address.rsplit_once('.').ok_or(Problem::NOT_FOUND)?;
    let access = session
        .at_document(&app, id)
        .await?
        .may(Deed::ExportDocument)?;
    let listed = app
        .store
        .document(access.document)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let space = app
        .store
        .space(access.member.space)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let kind: DocumentKind = listed
        .kind
        .as_str()
        .parse()
        .map_err(|_| Problem::NOT_FOUND)?;
    let file = kind.file(extension).ok_or(Problem::NOT_FOUND)?;
    let name = file_name(&listed.title, extension);
    let people = app.store.people(access.member.space).await?;
    let wrote = app.store.authors(access.document).await?;
    let cover = Cover {
        title: listed.title,
        language: language::of_documents(space.language),
        origin,
        path: format!("/w/{}/{}", access.member.space, access.document),
        names: names(&people, &wrote),
        authors: named.authors(&wrote, &people),
        comments: named.comments,
        days: shown.r#as(),
        beside: beside(&app, vec![access.document]),
    };
    let heads = then.at.as_deref().map(heads::parse).transpose()?;
    let turn = app.heavy.turn(Owner::at(visitor)).await?;
    let (space, document) = (access.member.space, access.document);
    // Those who write in it go on: a copy takes a moment, a file may take long.
    let copy = app.rooms.read(space, document, Automerge::clone).await?;
    let written = turn.run(move || written(file, copy, heads, &cover));
    let bytes = written.await??;
    let headers = [
        (CONTENT_TYPE, file.media_type.to_owned()),
        (CONTENT_DISPOSITION, name),
        // Opened in a browser it is inert, whatever people wrote.
        (CONTENT_SECURITY_POLICY, INERT.to_owned()),
    ];
    Ok((headers, bytes))
}

fn written(
    file: &File,
    document: Automerge,
    heads: Option<Vec<ChangeHash>>,
    cover: &Cover,
) -> Result<Vec<u8>, Problem> {
    let document = match heads {
        None => document,
        Some(heads) => crdt::history::then(&document, &heads).ok_or(UNKNOWN_VERSION)?,
    };
    (file.write)(&document, cover).map_err(|_| Problem::DAMAGED)
}

/// The pictures beside documents, each fetched by the thread that writes a file when it needs it. Those that would make the
/// file too long are not to be had: their words stand there.
pub(super) fn beside(app: &App, of: Vec<DocumentId>) -> Beside {
    let (store, runtime) = (app.store.clone(), Handle::current());
    let room = AtomicUsize::new(FILE_IMAGES_BYTES_MAX);
    Beside::fetched(move |url| {
        let id = url.strip_prefix(IMAGE_FOLDER)?.parse().ok()?;
        let file = runtime.block_on(store.attachment(id)).ok()??;
        let media_type = images::media_type(&file.bytes)?;
        let (width, height) = images::size(&file.bytes)?;
        let is_theirs = of.contains(&file.document);
        let takes = |room: usize| room.checked_sub(file.bytes.len());
        let is_room = is_theirs && room.fetch_update(Relaxed, Relaxed, takes).is_ok();
        is_room.then_some(Picture {
            bytes: file.bytes,
            media_type: media_type.as_str(),
            extension: media_type.extension(),
            width,
            height,
        })
    })
}

/// What the people of a space are called; those who wrote in the document also by their actors.
pub(super) fn names(
    people: &[Person],
    wrote: &[(Vec<u8>, ParticipantId)],
) -> HashMap<String, String> {
    let mut names: HashMap<String, String> = people
        .iter()
        .map(|person| (person.id.to_string(), person.name.clone()))
        .collect();
    for (actor, participant) in wrote {
        if let Some(name) = names.get(&participant.to_string()).cloned() {
            names.insert(hexadecimal(actor), name);
        }
    }
    names
}
