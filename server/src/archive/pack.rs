//! Makes the archive of a space.

use automerge::Automerge;
use hub::limits::DOCUMENT_OPS_MAX;
use store::{Document, SpaceId, Star};
use tar::{Builder, Header};

use super::manifest::{
    ArchivedDocument, ArchivedFile, ArchivedPerson, ArchivedStar, FORMAT, Manifest, PATH, VERSION,
    attachment_path, digest, document_path, hexadecimal,
};
use super::{conduct, messages, refusals};
use crate::app::App;
use crate::budget::shares::Owner;
use crate::limits::{ARCHIVE_BYTES_MAX, MANIFEST_BYTES_MAX, MESSAGES_IN_ARCHIVE_BYTES_MAX};
use crate::problem::Problem;
use crate::rooms::ReadError;

/// What tar adds to a file at most: a header, and filling to 512 bytes.
const FRAME_BYTES: usize = 1_024;

/// Everything of a space but its secrets and ballots. Files that would make it too long to be read back are left out,
/// and the oldest messages when people said more than fits.
///
/// # Errors
/// When a document is damaged, or all of them together are too long to be read back.
pub(crate) async fn pack(
    app: &App,
    owner: Owner,
    space: SpaceId,
    now_ms: u64,
) -> Result<Vec<u8>, Problem> {
    let mut packing = Packing::default();
    let documents = pack_documents(app, owner, space, &mut packing).await?;
    let unsaid = pack_messages(app, space, &mut packing).await?;
    pack_conduct(app, space, &mut packing).await?;
    let (attachments, left_out) = pack_files(app, space, &mut packing).await?;
    let found = app.store.space(space).await?.ok_or(Problem::NOT_FOUND)?;
    let people = app.store.people(space).await?.into_iter();
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        space: space.to_string(),
        title: found.title,
        language: found.language,
        exported: now_ms,
        people: people
            .map(|person| ArchivedPerson {
                id: person.id.to_string(),
                name: person.name,
                structure: person.structure,
                role: person.role,
            })
            .collect(),
        documents,
        attachments,
        left_out: left_out + unsaid,
    };
    let manifest = serde_json::to_vec(&manifest).map_err(|_| Problem::INTERNAL)?;
    if manifest.len() > MANIFEST_BYTES_MAX {
        return Err(refusals::SPACE_TOO_LARGE);
    }
    packing.add(PATH, &manifest)?;
    packing.finish()
}

async fn pack_documents(
    app: &App,
    owner: Owner,
    space: SpaceId,
    packing: &mut Packing,
) -> Result<Vec<ArchivedDocument>, Problem> {
    let mut packed = Vec::new();
    for document in app.store.documents(space).await? {
        let turn = app.heavy.turn(owner).await?;
        let copy = match app.rooms.read(space, document.id, Automerge::clone).await {
            Err(ReadError::Unknown) => continue, // it was deleted meanwhile
            read => read?,
        };
        let (bytes, operations) = turn.run(move || history(&copy)).await?;
        packing.operations = packing.operations.saturating_add(operations);
        if packing.room() < bytes.len() || packing.operations > DOCUMENT_OPS_MAX {
            return Err(refusals::SPACE_TOO_LARGE);
        }
        let id = document.id.to_string();
        packing.add(&document_path(&id), &bytes)?;
        packed.push(described(app, document).await?);
    }
    Ok(packed)
}

/// Every change, and how many operations they hold. Not the whole as one chunk: that could not be checked change by
/// change when it comes back.
fn history(document: &Automerge) -> (Vec<u8>, u64) {
    let changes = document.get_changes(&[]);
    let operations = changes.iter().map(|change| change.len() as u64).sum();
    let mut bytes = Vec::new();
    for change in changes {
        bytes.extend_from_slice(change.raw_bytes());
    }
    (bytes, operations)
}

async fn described(app: &App, document: Document) -> Result<ArchivedDocument, Problem> {
    let stored = app.store.load_document(document.id).await?;
    let actors = stored.ok_or(Problem::NOT_FOUND)?.actors.into_iter();
    let stars = app.store.stars(document.id).await?.into_iter();
    Ok(ArchivedDocument {
        id: document.id.to_string(),
        kind: document.kind,
        title: document.title,
        archived: document.archived,
        actors: actors
            .map(|(actor, who)| (hexadecimal(&actor), who.to_string()))
            .collect(),
        stars: stars.map(archived).collect(),
    })
}

fn archived(star: Star) -> ArchivedStar {
    ArchivedStar {
        label: star.label,
        heads: star.heads.iter().map(|head| hexadecimal(head)).collect(),
        participant: star.participant.to_string(),
        at: star.at_ms,
    }
}

/// What people said to each other; how much of it did not fit.
async fn pack_messages(app: &App, space: SpaceId, packing: &mut Packing) -> Result<usize, Problem> {
    let (said, left_out) = app
        .store
        .latest_messages(space, MESSAGES_IN_ARCHIVE_BYTES_MAX)
        .await?;
    let bytes = messages::write(&said).map_err(|_| Problem::INTERNAL)?;
    if packing.room() < bytes.len() {
        return Ok(left_out + said.len());
    }
    if !said.is_empty() {
        packing.add(messages::PATH, &bytes)?;
    }
    Ok(left_out)
}

/// The steps of agendas that ran: 2000 of some 300 bytes at most.
async fn pack_conduct(app: &App, space: SpaceId, packing: &mut Packing) -> Result<(), Problem> {
    let steps = app.store.conducted_steps(space).await?;
    if steps.is_empty() {
        return Ok(());
    }
    let bytes = conduct::write(&steps).map_err(|_| Problem::INTERNAL)?;
    if packing.room() < bytes.len() {
        return Err(refusals::SPACE_TOO_LARGE);
    }
    packing.add(conduct::PATH, &bytes)
}

/// The files, oldest first, as long as they fit; and how many did not.
async fn pack_files(
    app: &App,
    space: SpaceId,
    packing: &mut Packing,
) -> Result<(Vec<ArchivedFile>, usize), Problem> {
    let (mut packed, mut left_out) = (Vec::new(), 0);
    for id in app.store.attachments(space).await? {
        let Some(file) = app.store.attachment(id).await? else {
            continue; // it was deleted meanwhile
        };
        if packing.room() < file.bytes.len() {
            left_out += 1;
            continue;
        }
        packing.add(&attachment_path(&id.to_string()), &file.bytes)?;
        packed.push(ArchivedFile {
            id: id.to_string(),
            document: file.document.to_string(),
            participant: file.participant.to_string(),
            sha256: digest(&file.bytes),
            name: file.name,
        });
    }
    Ok((packed, left_out))
}

#[derive(Default)]
struct Packing {
    archive: Option<Builder<Vec<u8>>>,
    bytes: usize,
    operations: u64,
}

impl Packing {
    /// How long a file may be that still fits.
    fn room(&self) -> usize {
        let taken = self.bytes + FRAME_BYTES + MANIFEST_BYTES_MAX;
        ARCHIVE_BYTES_MAX.saturating_sub(taken)
    }

    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), Problem> {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        let archive = self.archive.get_or_insert_with(|| Builder::new(Vec::new()));
        self.bytes += bytes.len() + FRAME_BYTES;
        let added = archive.append_data(&mut header, path, bytes);
        added.map_err(|error| failed(&error))
    }

    fn finish(self) -> Result<Vec<u8>, Problem> {
        let archive = self.archive.unwrap_or_else(|| Builder::new(Vec::new()));
        let bytes = archive.into_inner().map_err(|error| failed(&error))?;
        if bytes.len() <= ARCHIVE_BYTES_MAX {
            Ok(bytes)
        } else {
            Err(refusals::SPACE_TOO_LARGE)
        }
    }
}

fn failed(error: &std::io::Error) -> Problem {
    tracing::error!(%error, "an archive could not be written");
    Problem::INTERNAL
}
