//! Brings a document from disk into memory, or says to everybody who asked why not.

use automerge::Automerge;
use crdt::kind::DocumentKind;
use hub::{Identity, Room};
use store::{DocumentId, StoreError, Stored};
use tokio::sync::mpsc;
use tokio::task::{JoinError, spawn_blocking};

use super::compaction::Tail;
use super::keeper::Visitors;
use super::{Order, ReadError, Rooms, Visitor};
use crate::tell;

/// A document in memory.
pub(super) struct Loaded {
    pub(super) room: Room,
    pub(super) tail: Tail,
    /// Or by the server alone, which is asked for every change.
    pub(super) is_written_by_people: bool,
}

/// Why it is not. A damaged document is never shown as an empty one.
#[derive(Debug, thiserror::Error)]
pub(super) enum LoadError {
    #[error("there is no such document")]
    Unknown,
    #[error("rows of it are damaged on disk")]
    Rows,
    #[error("its content is not what was last saved")]
    Heads,
    #[error("{0}")]
    Content(#[from] crdt::open::OpenError),
    #[error("{0}")]
    Room(#[from] hub::Damaged),
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Ended(#[from] JoinError),
}

/// Loads a document from its verified rows.
pub(super) async fn load(rooms: &Rooms, document: DocumentId) -> Result<Loaded, LoadError> {
    let stored = rooms
        .0
        .store
        .load_document(document)
        .await?
        .ok_or(LoadError::Unknown)?;
    if !stored.is_whole {
        return Err(LoadError::Rows);
    }
    let identity = Identity {
        document_id: document.to_string(),
        peer_id: rooms.0.peer_id.clone(),
        actor: rooms.0.actor,
        root_is_closed: true,
    };
    spawn_blocking(move || open(stored, identity)).await?
}

fn open(stored: Stored, identity: Identity) -> Result<Loaded, LoadError> {
    let document = crdt::open::open(stored.chunks.iter().map(|chunk| chunk.bytes.as_slice()))?;
    if !holds_exactly(&document, &stored.heads) {
        return Err(LoadError::Heads);
    }
    // A document of an unknown kind may come from a newer server: people go on as they did.
    let is_written_by_people =
        DocumentKind::of(&document).map_or(true, DocumentKind::is_written_by_people);
    let tail = Tail::new(stored.tail_bytes, stored.last);
    Ok(Loaded {
        room: room(document, stored, identity)?,
        tail,
        is_written_by_people,
    })
}

/// What loads is no proof that it is what was last saved.
fn holds_exactly(document: &Automerge, saved: &[[u8; 32]]) -> bool {
    let heads = document.get_heads();
    heads.len() == saved.len() && heads.iter().all(|head| saved.contains(&head.0))
}

fn room(document: Automerge, stored: Stored, identity: Identity) -> Result<Room, hub::Damaged> {
    let actors = stored
        .actors
        .into_iter()
        .map(|(actor, who)| (actor, who.0))
        .collect();
    // A verified snapshot and what follows it can serve those who join, as it is.
    let mut kinds = stored.chunks.iter().map(|chunk| chunk.is_snapshot);
    if kinds.next() == Some(true) && !kinds.any(|is_snapshot| is_snapshot) {
        let pieces = stored.chunks.into_iter().map(|chunk| chunk.bytes.into());
        return Room::open_from(document, pieces.collect(), identity, actors);
    }
    Room::open(document, identity, actors)
}

/// Tells everybody who is here or comes that the document cannot be opened, then ends.
pub(super) async fn refuse_all(
    rooms: &Rooms,
    document: DocumentId,
    error: &LoadError,
    visitors: Visitors,
    mut orders: mpsc::Receiver<Order>,
) {
    match error {
        LoadError::Unknown => tracing::info!(%document, "is not there any more"),
        _ => tracing::error!(%document, %error, "cannot be opened"),
    }
    orders.close();
    for visitor in visitors.into_values() {
        error.tell(document, rooms, &visitor);
    }
    while let Some(order) = orders.recv().await {
        match order {
            Order::Enter(visitor) => error.tell(document, rooms, &visitor),
            Order::Close(done) => {
                let _ = done.send(());
            }
            Order::Read(look) => look(Err(error.for_readers())),
            Order::Edit(wish) => wish.refuse(error.for_readers()),
            _ => {}
        }
    }
}

fn say_damaged(document: DocumentId, visitor: &Visitor) {
    if visitor.speaks_atelier {
        visitor
            .outbox
            .push(tell::refused(Some(document), "damaged"));
    }
}

impl LoadError {
    /// A document that was erased is answered like one that never was.
    fn tell(&self, document: DocumentId, rooms: &Rooms, visitor: &Visitor) {
        match self {
            Self::Unknown => visitor.outbox.push(tell::unavailable(
                &rooms.0.peer_id,
                &visitor.peer_id,
                &document.to_string(),
            )),
            _ => say_damaged(document, visitor),
        }
    }

    fn for_readers(&self) -> ReadError {
        match self {
            Self::Unknown => ReadError::Unknown,
            Self::Store(_) | Self::Ended(_) => ReadError::Unavailable,
            Self::Rows | Self::Heads | Self::Content(_) | Self::Room(_) => ReadError::Damaged,
        }
    }
}
