//! What a host may have done with spaces, and doing it.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use store::{SpaceId, SpaceKind, SpaceOverview, Store, StoreError};

use crate::app::App;
use crate::spaces::show_out;

/// What is to be done.
#[derive(Serialize, Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// Every space.
    List,
    /// One.
    Show(SpaceId),
    /// Nobody gets in any more.
    Close(SpaceId),
    /// People get in again.
    Open(SpaceId),
    /// Everything of it is erased, at once.
    Erase(SpaceId),
}

/// A space as its host sees it. Moments are in milliseconds since 1970.
#[derive(Serialize, Deserialize, Debug, Clone)]
#[serde(rename_all = "camelCase")]
pub struct SpaceLine {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub kind: SpaceKind,
    /// Its title.
    pub title: String,
    /// How many people are in it.
    pub people: u64,
    /// How many documents.
    pub documents: u64,
    /// What it takes, in bytes.
    pub bytes: u64,
    /// When it was made.
    pub created_ms: u64,
    /// When somebody last looked at it or wrote in it.
    pub active_ms: u64,
    /// Since when it is closed.
    pub closed_ms: Option<u64>,
    /// When it is erased.
    pub deletes_ms: Option<u64>,
}

/// What came of an order.
#[derive(Debug, Default)]
pub struct Carried {
    /// The spaces that were asked for, or with which something was done.
    pub spaces: Vec<SpaceLine>,
    /// What was erased may have left traces in unused parts of the file, for which there was no room to be removed yet.
    pub traces_wait: bool,
}

/// Does it; when a server runs, whoever is in the space is told.
///
/// # Errors
/// When there is no such space, or the store fails.
pub async fn carry_out(order: &Order, store: &Store, running: Option<&App>) -> Result<Carried> {
    let mut carried = Carried::default();
    match *order {
        Order::List => {
            for space in store.space_ids().await? {
                let seen = store.space_overview(space).await?;
                carried.spaces.extend(seen.map(SpaceLine::from));
            }
            return Ok(carried);
        }
        Order::Show(_) => {}
        Order::Close(space) => close(space, store, running).await?,
        Order::Open(space) => {
            store.reopen_space(space).await.map_err(told)?;
            tracing::info!(%space, "opened by the host");
        }
        Order::Erase(space) => {
            carried.spaces.push(seen(store, space).await?);
            carried.traces_wait = erase(space, store, running).await?;
            return Ok(carried);
        }
    }
    if let Order::Show(space) | Order::Close(space) | Order::Open(space) = *order {
        carried.spaces.push(seen(store, space).await?);
    }
    Ok(carried)
}

async fn seen(store: &Store, space: SpaceId) -> Result<SpaceLine> {
    let seen = store.space_overview(space).await?;
    seen.map(SpaceLine::from).context(NO_SUCH_SPACE)
}

async fn close(space: SpaceId, store: &Store, running: Option<&App>) -> Result<()> {
    let people = store.people(space).await?;
    store
        .close_space(space, store.now_ms())
        .await
        .map_err(told)?;
    if let Some(app) = running {
        show_out(app, space, &people).await;
    }
    tracing::info!(%space, "closed by the host");
    Ok(())
}

/// Whether traces are still to be removed.
async fn erase(space: SpaceId, store: &Store, running: Option<&App>) -> Result<bool> {
    let people = store.people(space).await?;
    store.erase_space_at_once(space).await?;
    if let Some(app) = running {
        show_out(app, space, &people).await;
    }
    tracing::info!(%space, "erased by the host");
    let removed = store.remove_traces().await;
    if let Err(error) = &removed {
        tracing::warn!(%error, "traces of what was erased could not be removed yet");
    }
    Ok(removed.is_err())
}

const NO_SUCH_SPACE: &str = "there is no such space";

fn told(error: StoreError) -> anyhow::Error {
    match error {
        StoreError::NotFound => anyhow::anyhow!(NO_SUCH_SPACE),
        other => other.into(),
    }
}

impl From<SpaceOverview> for SpaceLine {
    fn from(seen: SpaceOverview) -> Self {
        Self {
            id: seen.space.id.to_string(),
            kind: seen.space.kind,
            title: seen.space.title,
            people: seen.people,
            documents: seen.documents,
            bytes: seen.bytes,
            created_ms: seen.space.created_ms,
            active_ms: seen.active_ms,
            closed_ms: seen.space.closed_ms,
            deletes_ms: seen.space.deletes_ms,
        }
    }
}
