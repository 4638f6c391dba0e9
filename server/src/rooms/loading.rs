//! Brings a document from disk into memory, or says to everybody who asked why not.

use automerge::Automerge;
use crdt::kind::{Complete, DocumentKind, Writer};
use hub::{Identity, Porch, Room};
use store::{DocumentId, StoreError, Stored};
use tokio::sync::mpsc;
use tokio::task::JoinError;

use super::compaction::Tail;
use super::locks::Locks;
use super::{Order, ReadError, Rooms, Visitor};
use crate::control_messages;
use crate::problem::Problem;

/// A document in memory.
pub(super) struct Loaded {
    pub(super) room: Room,
    pub(super) tail: Tail,
    /// Or by the server alone, which is asked for every change.
    pub(super) is_written_by_people: bool,
    /// Then by those who facilitate alone.
    pub(super) locks: Locks,
    /// What gives its root what documents made before lack.
    pub(super) complete: Option<Complete>,
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

/// Reads the verified rows of a document.
pub(super) async fn read(rooms: &Rooms, document: DocumentId) -> Result<Stored, LoadError> {
    let stored = rooms
        .0
        .store
        .load_document(document)
        .await?
        .ok_or(LoadError::Unknown)?;
    if stored.is_whole {
        Ok(stored)
    } else {
        Err(LoadError::Rows)
    }
}

/// Whose room a document's is.
pub(super) fn identity(rooms: &Rooms, document: DocumentId) -> Identity {
    Identity {
        document_id: document.to_string(),
        peer_id: rooms.0.peer_id.clone(),
        actor: rooms.0.actor,
        root_is_closed: true,
        // What a document keeps for the server is known once it is open.
        kept_keys: &[],
    }
}

/// What newcomers can be given before the document is in memory: a snapshot that was read back and loaded when it was
/// written, and commits in which nothing has to be proved. With anything else they wait. Blocking.
pub(super) fn porch(stored: &Stored, identity: &Identity) -> Option<Porch> {
    if !stored.damaged.is_empty() || !starts_with_its_only_snapshot(stored) {
        return None;
    }
    let pieces = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
    let pieces: Vec<&[u8]> = pieces.collect();
    Porch::of(identity, &pieces, &stored.heads)
}

/// A verified snapshot and what follows it can serve those who join, as it is.
fn starts_with_its_only_snapshot(stored: &Stored) -> bool {
    let mut kinds = stored.chunks.iter().map(|chunk| chunk.is_snapshot);
    kinds.next() == Some(true) && !kinds.any(|is_snapshot| is_snapshot)
}

/// Brings it into memory. Takes a second for the longest histories.
pub(super) fn open(stored: Stored, identity: Identity) -> Result<Loaded, LoadError> {
    let document = crdt::open::open(stored.chunks.iter().map(|chunk| chunk.bytes.as_slice()))?;
    if !holds_exactly(&document, &stored.heads) {
        return Err(LoadError::Heads);
    }
    // A document of an unknown kind may come from a newer server: people go on as they did.
    let kind = DocumentKind::of(&document).ok();
    let kept_keys = kind.map_or::<&[_], _>(&[], |kind| kind.kept_keys);
    let identity = Identity {
        kept_keys,
        ..identity
    };
    let is_written_by_people = kind.is_none_or(|kind| kind.written_by == Writer::People);
    let locks = Locks {
        document: stored.locked,
        space: stored.locked_with_space,
    };
    let tail = Tail::new(stored.tail_bytes, stored.last);
    Ok(Loaded {
        room: room(document, stored, identity)?,
        tail,
        is_written_by_people,
        locks,
        complete: kind.and_then(|kind| kind.complete),
    })
}

/// What loads is no proof that it is what was last saved.
fn holds_exactly(document: &Automerge, saved: &[[u8; 32]]) -> bool {
    let heads = document.get_heads();
    heads.len() == saved.len() && heads.iter().all(|head| saved.contains(&head.0))
}

fn room(document: Automerge, stored: Stored, identity: Identity) -> Result<Room, hub::Damaged> {
    let is_in_pieces = starts_with_its_only_snapshot(&stored);
    let actors = stored
        .actors
        .into_iter()
        .map(|(actor, who)| (actor, who.0))
        .collect();
    if is_in_pieces {
        let pieces = stored.chunks.into_iter().map(|chunk| chunk.bytes.into());
        return Room::open_from(document, pieces.collect(), identity, actors);
    }
    Room::open(document, identity, actors)
}

/// Tells everybody who waits or comes that the document cannot be opened, then ends.
pub(super) async fn refuse_all(
    rooms: &Rooms,
    document: DocumentId,
    error: &LoadError,
    waiting: Vec<Order>,
    mut orders: mpsc::Receiver<Order>,
) {
    error.report(document, rooms);
    orders.close();
    for order in waiting {
        error.refuse(order, document, rooms);
    }
    while let Some(order) = orders.recv().await {
        error.refuse(order, document, rooms);
    }
}

/// Clients that do not know our control messages are told in words, and that the document will not come: they would wait
/// for it for ever.
fn say_damaged(document: DocumentId, rooms: &Rooms, visitor: &Visitor) {
    if visitor.speaks_atelier {
        let refused = control_messages::refused(Some(document), "damaged");
        return visitor.outbox.push(refused);
    }
    let (server, client) = (rooms.peer_id(), &visitor.peer_id);
    let says = &Problem::DAMAGED.refusal().says;
    let words = format!("{} · {}", says.fr, says.en);
    let told = control_messages::error(server, client, &words);
    visitor.outbox.push(told);
    let ends = control_messages::unavailable(server, client, &document.to_string());
    visitor.outbox.push(ends);
}

impl LoadError {
    fn report(&self, document: DocumentId, rooms: &Rooms) {
        match self {
            Self::Unknown => tracing::info!(%document, "is not there any more"),
            error => tracing::error!(%document, %error, "cannot be opened"),
        }
        if matches!(self.for_readers(), ReadError::Damaged) {
            rooms.0.metrics.document_damaged();
        }
    }

    fn refuse(&self, order: Order, document: DocumentId, rooms: &Rooms) {
        match order {
            Order::Enter(visitor) => self.tell(document, rooms, &visitor),
            Order::Close(done) => {
                let _ = done.send(());
            }
            Order::Read(look) => look(Err(self.for_readers())),
            Order::Edit(wish) => wish.refuse(self.for_readers()),
            _ => {}
        }
    }

    /// A document that was erased is answered like one that never was.
    fn tell(&self, document: DocumentId, rooms: &Rooms, visitor: &Visitor) {
        match self {
            Self::Unknown => visitor.outbox.push(control_messages::unavailable(
                &rooms.0.peer_id,
                &visitor.peer_id,
                &document.to_string(),
            )),
            _ => say_damaged(document, rooms, visitor),
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

#[cfg(test)]
mod tests;
