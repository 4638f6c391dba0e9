//! The history of a document, whatever its kind: when people wrote in it, who, and how much.

use std::collections::HashMap;

use automerge::{ActorId, ChangeHash};
use axum::Json;
use axum::extract::{Path, Query, State};
use crdt::history::{Amount, Sitting};
use serde::{Deserialize, Serialize};
use store::ParticipantId;
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::app::pasts::{Copied, Past};
use crate::budget::shares::Owner;
use crate::limits::SITTINGS_PER_PAGE_MAX;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::heads;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// Which part of the history.
#[derive(Deserialize, IntoParams)]
pub struct Page {
    /// Only what was written in so many first steps: `next` of the page before. All of it when it is left out.
    before: Option<usize>,
}

/// When people wrote in a document, the latest first.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct HistoryView {
    /// How many changes the document consists of. A step is a number of them, from the first; steps move when something
    /// arrives that was written offline, heads never do.
    steps: usize,
    /// The heads of the last step.
    heads: Vec<String>,
    /// The sittings of this page, the latest first.
    sittings: Vec<SittingView>,
    /// What to ask for next; null when there is no more.
    next: Option<usize>,
}

/// A stretch of time in which people wrote without a long pause.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct SittingView {
    /// The step before it.
    from: usize,
    /// The step after it.
    to: usize,
    /// When it began, in milliseconds since 1970; null when nobody knows.
    #[ts(type = "number | null")]
    began: Option<u64>,
    /// When it ended, in milliseconds since 1970; null when nobody knows.
    #[ts(type = "number | null")]
    ended: Option<u64>,
    /// The heads after it.
    heads: Vec<String>,
    /// Who wrote.
    by: Vec<WrittenView>,
}

/// How much one person wrote.
#[derive(Debug, PartialEq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct WrittenView {
    /// Who; null for what the server wrote, and for somebody nobody knows any more.
    participant: Option<String>,
    /// Characters and lines that came.
    added: u32,
    /// Characters and lines that went.
    removed: u32,
}

/// Shows the history of a document, page by page.
#[utoipa::path(get, path = "/api/documents/{document}/history", operation_id = "showHistory",
    params(("document" = String, Path), Page), responses((status = 200, body = HistoryView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Address(visitor): Address,
    Query(page): Query<Page>,
    Path(document): Path<String>,
) -> Result<Json<HistoryView>, Problem> {
    let at = session.at_document(&app, &document).await?;
    let at = at.may(Deed::ExportDocument)?;
    let authors: Authors = app.store.authors(at.document).await?.into_iter().collect();
    let copied = match page.before {
        None => Copied::Now,
        Some(_) => Copied::Once,
    };
    let asked = (Owner::at(visitor), at.member.space, at.document);
    let view = app.look_back(asked, copied, move |past| view(past, &authors, page.before));
    Ok(Json(view.await?))
}

/// Whose actors are.
type Authors = HashMap<Vec<u8>, ParticipantId>;

fn view(Past { history, .. }: &Past, authors: &Authors, before: Option<usize>) -> HistoryView {
    let sittings = history.sittings(before.unwrap_or(usize::MAX));
    let sittings: Vec<_> = sittings.take(SITTINGS_PER_PAGE_MAX).collect();
    let ends: Vec<_> = sittings.iter().map(|sitting| sitting.to).collect();
    let ends = history.heads_after_each(&ends);
    let sittings: Vec<_> = sittings
        .into_iter()
        .zip(ends)
        .map(|(sitting, ends)| sitting_view(sitting, &ends, authors))
        .collect();
    HistoryView {
        steps: history.len(),
        heads: heads::shown(history.heads()),
        next: sittings
            .last()
            .map(|last| last.from)
            .filter(|&from| from > 0),
        sittings,
    }
}

fn sitting_view(sitting: Sitting<'_>, ends: &[ChangeHash], authors: &Authors) -> SittingView {
    SittingView {
        from: sitting.from,
        to: sitting.to,
        began: ms(sitting.began_s),
        ended: ms(sitting.ended_s),
        heads: heads::shown(ends),
        by: by_person(sitting.by, authors),
    }
}

/// Each opening of a page is an actor of its own: those of one person count together.
fn by_person(by: Vec<(&ActorId, Amount)>, authors: &Authors) -> Vec<WrittenView> {
    let mut people: Vec<WrittenView> = Vec::new();
    for (actor, amount) in by {
        let participant = authors.get(actor.to_bytes()).map(ToString::to_string);
        match people
            .iter_mut()
            .find(|known| known.participant == participant)
        {
            Some(known) => {
                known.added = known.added.saturating_add(amount.added);
                known.removed = known.removed.saturating_add(amount.removed);
            }
            None => people.push(WrittenView {
                participant,
                added: amount.added,
                removed: amount.removed,
            }),
        }
    }
    people
}

/// Milliseconds since 1970; none for a moment nobody knows.
fn ms(seconds: i64) -> Option<u64> {
    let seconds = u64::try_from(seconds).ok().filter(|&seconds| seconds > 0)?;
    seconds.checked_mul(1_000)
}
