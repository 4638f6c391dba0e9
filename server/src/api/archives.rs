//! Taking a whole space away as one file, and making a structure from such a file.

use std::net::IpAddr;
use std::time::Instant;

use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::Deserialize;
use store::{StoreError, StructureImport};
use tokio::sync::{Semaphore, SemaphorePermit};
use utoipa::IntoParams;

use super::structures::created;
use crate::app::App;
use crate::archive;
use crate::archive::{Arrival, Waiting};
use crate::budget::shares::Owner;
use crate::clock::now_ms;
use crate::download::file_name;
use crate::problem::Problem;
use crate::request::address::{Address, OurOrigin};
use crate::request::host_code::GivenCode;
use crate::request::rights::Deed;
use crate::request::session::{MaybeSession, Session};
use crate::request::text::Field;
use crate::views::StructureView;

/// Who brings an archive.
#[derive(Deserialize, IntoParams)]
pub struct Bringer {
    /// Their name; may be given later.
    name: Option<String>,
}

/// The whole space as one file: every document with its history, its people, its files; no link and no ballot.
#[utoipa::path(get, path = "/api/spaces/{space}/archive", operation_id = "takeArchive",
    params(("space" = String, Path)),
    responses((status = 200, description = "A tar archive, named after the space")))]
pub async fn take(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Path(space): Path<String>,
) -> Result<impl IntoResponse, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::TakeArchive)?;
    let space = app.store.space(member.space).await?;
    let title = space.ok_or(Problem::NOT_FOUND)?.title;
    let turn = turn(&app.turns.departures).await?;
    let bytes = archive::pack(&app, Owner::at(visitor), member.space, now_ms()).await?;
    drop(turn);
    tracing::info!(space = %member.space, by = %member.participant, bytes = bytes.len(), "archived");
    let headers = [
        (CONTENT_TYPE, "application/x-tar".to_owned()),
        (CONTENT_DISPOSITION, file_name(&title, "tar")),
        (CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
    ];
    Ok((headers, bytes))
}

/// Makes a structure from an archive of this or another server, with full history: all of it, or nothing. Its people
/// have not come yet; the one who brings it is a member. Sets the cookie.
#[utoipa::path(post, path = "/api/structures/archive", operation_id = "openArchive",
    request_body(content = Vec<u8>, content_type = "application/x-tar"),
    params(Bringer, ("Atelier-Host-Code" = Option<String>, Header, description = "The code of the host, where one is needed")), responses((status = 201, body = StructureView)))]
pub async fn open(
    State(app): State<App>,
    MaybeSession(session): MaybeSession,
    OurOrigin(origin): OurOrigin,
    Address(visitor): Address,
    GivenCode(code): GivenCode,
    Query(bringer): Query<Bringer>,
    request: Request,
) -> Result<impl IntoResponse, Problem> {
    let name = bringer.name.as_deref();
    let name = name.map(|name| Field::NAME.maybe_empty_line(name));
    let name = name.transpose()?;
    app.doorkeeper
        .admit(visitor, Instant::now(), code.as_deref())?;
    app.creation.archive(visitor, Instant::now())?;
    let waiting = Waiting::receive(&app, request).await?;
    app.creation
        .archive_bytes(visitor, waiting.bytes_len(), Instant::now())?;
    // Only once all of it is there: whoever sends one slowly keeps nobody from anything.
    let turn = turn(&app.turns.arrivals).await?;
    let arrival = unpacked(&app, waiting, visitor).await?;
    let new = StructureImport {
        space: arrival.space,
        title: arrival.title,
        language: arrival.language,
        people: arrival.people,
        documents: arrival.documents,
        attachments: arrival.attachments,
        messages: arrival.messages,
        steps: arrival.steps,
        name,
        session,
    };
    let made = app
        .store
        .import_structure(new)
        .await
        .map_err(not_imported)?;
    drop(turn);
    tracing::info!(space = %made.space, "a structure came from an archive");
    Ok(created(&app, &origin, &made))
}

async fn turn(of: &Semaphore) -> Result<SemaphorePermit<'_>, Problem> {
    let turn = of.acquire().await;
    turn.map_err(|_| Problem::INTERNAL)
}

async fn unpacked(app: &App, waiting: Waiting, visitor: IpAddr) -> Result<Arrival, Problem> {
    let server = app.rooms.actor();
    let work = move || {
        let bytes = waiting.read()?;
        Ok(archive::unpack(&bytes, server, now_ms())?)
    };
    app.heavy.run(Owner::at(visitor), work).await?
}

/// What the store refuses of an archive is no fault of a form somebody filled in.
fn not_imported(error: StoreError) -> Problem {
    match error {
        StoreError::TooMany { .. } => archive::refusals::TOO_LARGE,
        StoreError::TooLong { .. } | StoreError::Empty(_) => archive::refusals::UNREADABLE,
        other => other.into(),
    }
}
