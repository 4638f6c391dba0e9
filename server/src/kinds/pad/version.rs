//! A version of a pad, to be looked at: its text, who wrote each part, and what sets it apart from an earlier version.

use std::collections::HashMap;

use automerge::{ActorId, ChangeHash};
use axum::Json;
use axum::extract::{Path, Query, State};
use crdt::pad::{Apart, KIND, PadVersion, version};
use serde::{Deserialize, Serialize};
use store::ParticipantId;
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::app::pasts::{Copied, Past};
use crate::budget::shares::Owner;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::heads::{self, UNKNOWN_VERSION};
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Which version; the last one when nothing is said.
#[derive(Deserialize, IntoParams)]
pub struct Which {
    /// After so many steps of the history; after all when there are fewer.
    step: Option<usize>,
    /// At these heads, in hexadecimal with commas between them.
    at: Option<String>,
    /// Compared with the version at these heads.
    since: Option<String>,
}

/// A version of a pad. Positions count UTF-16 code units of its body, in which a marker is one.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct VersionView {
    /// How many changes the pad consists of.
    steps: usize,
    /// At which of them this version stands.
    step: usize,
    /// Its heads.
    heads: Vec<String>,
    /// Who made the last change; null for the server, and for somebody nobody knows any more.
    participant: Option<String>,
    /// When that was, in milliseconds since 1970; null when nobody knows.
    #[ts(type = "number | null")]
    at: Option<u64>,
    /// The body in the words of Automerge's `spans`.
    #[ts(type = "unknown[]")]
    #[schema(value_type = Vec<Object>)]
    spans: Vec<serde_json::Value>,
    /// Who wrote it, from its start to its end.
    authors: Vec<AuthorView>,
    /// What came since the other version: from where to where.
    added: Vec<(usize, usize)>,
    /// What went since the other version.
    removed: Vec<RemovedView>,
}

/// Who wrote a part.
#[derive(Debug, PartialEq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AuthorView {
    /// How long it is.
    units: usize,
    /// Who wrote it; null for the server, and for somebody nobody knows any more.
    participant: Option<String>,
}

/// Text that is not there any more.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct RemovedView {
    /// Before which unit it stood.
    at: usize,
    /// What it said; a line feed where a block began.
    text: String,
}

/// Shows a version of a pad.
#[utoipa::path(get, path = "/api/pads/{document}/version", operation_id = "showVersion",
    params(("document" = String, Path), Which), responses((status = 200, body = VersionView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Query(which): Query<Which>,
    Path(document): Path<String>,
) -> Result<Json<VersionView>, Problem> {
    let at = session
        .at(&app, KIND, &document, Deed::ExportDocument)
        .await?;
    let heads = which.at.as_deref().map(heads::parse).transpose()?;
    let since = which.since.as_deref().map(heads::parse).transpose()?;
    let named: Vec<ChangeHash> = heads.iter().chain(&since).flatten().copied().collect();
    let copied = match (which.step, named.is_empty()) {
        (None, true) => Copied::Now,
        (Some(_), true) => Copied::Once,
        (_, false) => Copied::With(named),
    };
    let authors: Authors = app.store.authors(at.document).await?.into_iter().collect();
    let asked = (Owner::at(visitor), at.member.space, at.document);
    let view = app.look_back(asked, copied, move |past| {
        view(past, heads, which.step, since.as_deref(), &authors)
    });
    view.await?.map(Json)
}

/// Whose actors are.
type Authors = HashMap<Vec<u8>, ParticipantId>;

fn view(
    Past { document, history }: &Past,
    heads: Option<Vec<ChangeHash>>,
    step: Option<usize>,
    since: Option<&[ChangeHash]>,
    authors: &Authors,
) -> Result<VersionView, Problem> {
    let heads = heads.unwrap_or_else(|| history.heads_after(step.unwrap_or(usize::MAX).max(1)));
    let step = history.step_of(&heads).ok_or(UNKNOWN_VERSION)?;
    if since.is_some_and(|since| !history.knows(since)) {
        return Err(UNKNOWN_VERSION);
    }
    let read = version(document, &heads, since).map_err(|_| Problem::DAMAGED)?;
    let last = history.last_of(step);
    let Apart { added, removed } = read.apart.clone().unwrap_or_default();
    let removed = removed.into_iter();
    Ok(VersionView {
        steps: history.len(),
        step,
        heads: heads::shown(&heads),
        participant: last.and_then(|(actor, _)| person(actor, authors)),
        at: last
            .and_then(|(_, at_s)| u64::try_from(at_s).ok()?.checked_mul(1_000))
            .filter(|at| *at > 0),
        authors: by_person(&read, authors),
        spans: read.spans,
        added,
        removed: removed
            .map(|gone| RemovedView {
                at: gone.at,
                text: gone.text,
            })
            .collect(),
    })
}

fn person(actor: &ActorId, authors: &Authors) -> Option<String> {
    authors.get(actor.to_bytes()).map(ToString::to_string)
}

/// Each opening of a page is an actor of its own: parts of one person that meet are one.
fn by_person(read: &PadVersion, authors: &Authors) -> Vec<AuthorView> {
    let mut parts: Vec<AuthorView> = Vec::new();
    for (units, actor) in &read.authors {
        let participant = person(actor, authors);
        match parts.last_mut() {
            Some(part) if part.participant == participant => part.units += units,
            _ => parts.push(AuthorView {
                units: *units,
                participant,
            }),
        }
    }
    parts
}
