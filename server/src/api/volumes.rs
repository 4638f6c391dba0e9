//! All pads of a space in one file.

use std::net::IpAddr;

use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use crdt::beside::Beside;
use crdt::cover::{Cover, DaysAs};
use crdt::language::Language;
use crdt::pad::comments::printed;
use crdt::pad::{Chapter, KIND, Volume, VolumeFile};
use store::{Document, Member, Person};

use super::exports::{INERT, Named, beside, names};
use crate::app::App;
use crate::budget::shares::Owner;
use crate::download::file_name;
use crate::language;
use crate::limits::VOLUME_BYTES_MAX;
use crate::problem::{Problem, refusals};
use crate::request::address::Address;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::rooms::ReadError;

refusals! {
    /// All pads together are too long for one file.
    TOO_LARGE: 413 "volume_too_large" {
        fr: "Il y a trop de texte ici pour un seul fichier. Téléchargez plutôt les pads un par un.",
        en: "There is too much text here for one file. Download the pads one by one instead.",
    }
}

/// A route for each format: its address is that of the space's pads, with the format behind a dot.
macro_rules! volume {
    ($name:ident, $path:literal, $id:literal, $file:expr, $about:literal) => {
        #[doc = $about]
        #[utoipa::path(get, path = $path, operation_id = $id, params(("space" = String, Path), Named),
            responses((status = 200, description = "The file, as an attachment named after the space")))]
        pub async fn $name(
            State(app): State<App>,
            session: Session,
            Address(visitor): Address,
            Query(named): Query<Named>,
            Path(space): Path<String>,
        ) -> Result<Response, Problem> {
            let asking = session.in_space(&app, &space).await?;
            let member = asking.may(Deed::ExportDocument)?;
            taken(&app, &member, visitor, &named, $file).await
        }
    };
}

volume!(
    zip,
    "/api/spaces/{space}/pads.zip",
    "exportPadsZip",
    VolumeFile::ZIP,
    "Every pad that was not put away, each as several files."
);
volume!(
    odt,
    "/api/spaces/{space}/pads.odt",
    "exportPadsOdt",
    VolumeFile::ODT,
    "Every pad that was not put away, in one document of LibreOffice."
);
volume!(
    docx,
    "/api/spaces/{space}/pads.docx",
    "exportPadsDocx",
    VolumeFile::DOCX,
    "Every pad that was not put away, in one document of Word."
);

volume!(
    pdf,
    "/api/spaces/{space}/pads.pdf",
    "exportPadsPdf",
    VolumeFile::PDF,
    "Every pad that was not put away, in one PDF."
);

async fn taken(
    app: &App,
    member: &Member,
    visitor: IpAddr,
    named: &Named,
    file: VolumeFile,
) -> Result<Response, Problem> {
    let space = app.store.space(member.space).await?;
    let space = space.ok_or(Problem::NOT_FOUND)?;
    let owner = Owner::at(visitor);
    let language = language::of_documents(space.language);
    let documents = app.store.documents(member.space).await?;
    let ids = documents.iter().map(|document| document.id).collect();
    let volume = Volume {
        pads: chapters(app, member, owner, named, language).await?,
        beside: beside(app, ids),
        title: space.title,
        language,
    };
    let name = file_name(&volume.title, file.extension);
    let bytes = app.heavy.run(owner, move || (file.write)(&volume)).await?;
    let headers = [
        (CONTENT_TYPE, file.media_type.to_owned()),
        (CONTENT_DISPOSITION, name),
        (CONTENT_SECURITY_POLICY, INERT.to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

async fn chapters(
    app: &App,
    member: &Member,
    owner: Owner,
    named: &Named,
    language: Language,
) -> Result<Vec<Chapter>, Problem> {
    let people = app.store.people(member.space).await?;
    let mut chapters = Vec::new();
    let mut bytes = 0;
    for document in app.store.documents(member.space).await? {
        if document.kind != KIND || document.archived {
            continue;
        }
        let cover = cover(app, &document, named, &people, language).await?;
        let Some(chapter) = chapter(app, &document, owner, cover).await? else {
            continue; // it was deleted meanwhile
        };
        bytes += length(&chapter);
        if bytes > VOLUME_BYTES_MAX {
            return Err(TOO_LARGE);
        }
        chapters.push(chapter);
    }
    Ok(chapters)
}

/// What the chapter of a pad says besides what is in the pad.
async fn cover(
    app: &App,
    document: &Document,
    named: &Named,
    people: &[Person],
    language: Language,
) -> Result<Cover, Problem> {
    let wrote = app.store.authors(document.id).await?;
    Ok(Cover {
        title: document.title.clone(),
        language,
        origin: String::new(),
        path: String::new(),
        names: names(people, &wrote),
        authors: named.authors(&wrote, people),
        comments: named.comments,
        days: DaysAs::default(),
        beside: Beside::default(),
    })
}

async fn chapter(
    app: &App,
    document: &Document,
    owner: Owner,
    cover: Cover,
) -> Result<Option<Chapter>, Problem> {
    let turn = app.heavy.turn(owner).await?;
    let copy = app.rooms.read(document.space, document.id, Clone::clone);
    let copy: automerge::Automerge = match copy.await {
        Err(ReadError::Unknown) => return Ok(None),
        read => read?,
    };
    let authors = cover.authors.clone();
    let blocks = turn.run(move || printed(&copy, &cover)).await?;
    Ok(Some(Chapter {
        title: document.title.clone(),
        authors,
        blocks: blocks.map_err(|_| Problem::DAMAGED)?,
    }))
}

fn length(chapter: &Chapter) -> usize {
    let runs = chapter.blocks.iter().flat_map(|block| &block.runs);
    runs.map(|run| run.text.len()).sum()
}
