//! The open documents: opened when first asked for, closed when nobody has been there for a while.

mod carry_out;
mod compaction;
mod edit;
mod followed;
mod keeper;
mod loading;
mod locks;
mod porch;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use automerge::Automerge;
use bytes::Bytes;
use hub::{AlreadySent, PeerKey};
use store::{
    Append, ChunkNumber, CommitError, DocumentId, ParticipantId, Role, SpaceId, Store,
    random_bytes, random_key,
};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::budget::shares::Share;
use crate::limits::ORDERS_WAITING_MAX;
use crate::metrics::Metrics;
use crate::outbox::Outbox;
use crate::problem::Problem;

use locks::Lock;

/// What a room is asked to do.
pub(crate) enum Order {
    /// A socket opens the document.
    Enter(Visitor),
    /// A socket closes it, or is gone.
    Leave(PeerKey),
    /// A sync or request message, with what it takes of what all share.
    Sync(PeerKey, Bytes, Option<Share>),
    /// An ephemeral message: the frame as it came, and who its originator is.
    Ephemeral(PeerKey, hub::wire::Ephemeral),
    /// A person's role changed; `None` removes the person.
    Role(ParticipantId, Option<Role>),
    /// The role of one socket's person is this.
    RoleOf(PeerKey, Role),
    /// The document or its whole space was locked, or is open again.
    Lock(Lock),
    /// This socket's queue was dropped and is empty again.
    CaughtUp(PeerKey),
    /// The disk takes writes again.
    StorageIsBack,
    /// Show the document to somebody outside.
    Read(Look),
    /// Open the document again from the disk: what was there is there no more.
    Reload,
    /// Let the server write into the document.
    Edit(edit::Wish),
    /// Finish what is under way, then stop.
    Close(oneshot::Sender<()>),
}

impl Order {
    /// Whether it is about what this socket did.
    fn comes_from(&self, who: PeerKey) -> bool {
        match self {
            Self::Enter(visitor) => visitor.peer == who,
            Self::Leave(peer)
            | Self::Sync(peer, _, _)
            | Self::Ephemeral(peer, _)
            | Self::RoleOf(peer, _)
            | Self::CaughtUp(peer) => *peer == who,
            _ => false,
        }
    }
}

/// Somebody outside of the room who wants to see the document, or to hear why it cannot be seen.
pub(crate) type Look = Box<dyn FnOnce(Result<&Automerge, ReadError>) + Send>;

/// One socket in one document.
pub(crate) struct Visitor {
    pub(crate) peer: PeerKey,
    pub(crate) peer_id: String,
    pub(crate) participant: ParticipantId,
    pub(crate) role: Role,
    /// What it may do at most, whatever its person may: nobody facilitates by a program.
    pub(crate) role_max: Role,
    pub(crate) outbox: Outbox,
    /// Whether this client understands our control messages.
    pub(crate) speaks_atelier: bool,
    /// Whether it reads automerge bundles.
    pub(crate) reads_bundles: bool,
    /// What it was told about the document on this connection, by others than the room it enters.
    pub(crate) already_sent: AlreadySent,
}

/// Why a document cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none of that id.
    #[error("no such document")]
    Unknown,
    /// What is on disk cannot be read; it is kept aside.
    #[error("the document is damaged on disk")]
    Damaged,
    /// The server stops or the store failed.
    #[error("the document cannot be opened now")]
    Unavailable,
}

pub use edit::EditError;

/// A room that orders can be sent to.
pub(crate) type RoomSender = mpsc::Sender<Order>;

struct Shared {
    open: Mutex<HashMap<DocumentId, (SpaceId, RoomSender)>>,
    store: Store,
    metrics: Metrics,
    followed: followed::Followed,
    /// The server's peer id on the wire; another one each time the process starts.
    peer_id: String,
    /// The automerge actor of merge changes; another one each time the process starts, so that a
    /// restored backup never writes a second history under a known actor.
    actor: [u8; 16],
    /// Instants are turned into the milliseconds the hub counts in.
    started: Instant,
}

/// The directory of open documents; clones share it.
#[derive(Clone)]
pub struct Rooms(Arc<Shared>);

impl Rooms {
    /// No document is open yet.
    pub fn new(store: Store, metrics: Metrics) -> Self {
        let actor = random_bytes::<16>();
        Self(Arc::new(Shared {
            open: Mutex::default(),
            store,
            metrics,
            followed: followed::Followed::default(),
            peer_id: format!("atelier-{}", random_key()),
            actor,
            started: Instant::now(),
        }))
    }

    /// The server's peer id: `senderId` of all it says.
    pub fn peer_id(&self) -> &str {
        &self.0.peer_id
    }

    /// The automerge actor of what the server itself writes.
    pub fn actor(&self) -> [u8; 16] {
        self.0.actor
    }

    /// What takes the orders of a document's room, opened when nobody was there.
    ///
    /// The room loads its document itself; what is sent meanwhile waits in order.
    pub(crate) fn room(&self, space: SpaceId, document: DocumentId) -> RoomSender {
        let mut open = self.open();
        if let Some((_, room)) = open.get(&document).filter(|(_, room)| !room.is_closed()) {
            return room.clone();
        }
        let (room, orders) = mpsc::channel(ORDERS_WAITING_MAX);
        open.insert(document, (space, room.clone()));
        tokio::spawn(keeper::keep(self.clone(), document, orders));
        room
    }

    /// Shows a document to a reader outside of the room, as it is on disk.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub async fn read<T: Send + 'static>(
        &self,
        space: SpaceId,
        document: DocumentId,
        look: impl FnOnce(&Automerge) -> T + Send + 'static,
    ) -> Result<T, ReadError> {
        let (answer, answered) = oneshot::channel();
        let order = Order::Read(Box::new(move |document| {
            // A reader that went away needs no answer.
            drop(answer.send(document.map(look)));
        }));
        self.send(space, document, order).await;
        answered.await.unwrap_or(Err(ReadError::Unavailable))
    }

    /// Sends an order to a document's room. A room that is just closing is opened anew.
    pub(crate) async fn send(&self, space: SpaceId, document: DocumentId, order: Order) {
        if let Err(refused) = self.room(space, document).send(order).await {
            // A second room that closes at once means shutdown: nobody is left to tell.
            drop(self.room(space, document).send(refused.0).await);
        }
    }

    /// A person's role in a space changed; `None` removes the person. Takes effect in every open
    /// document of the space before any later message is handled there.
    pub async fn role_changed(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        role: Option<Role>,
    ) {
        for room in self.rooms_of(|of| of == space) {
            // A room that is closing has nobody whose role could matter.
            drop(room.send(Order::Role(participant, role)).await);
        }
    }

    /// A document that may be open was locked, or is open again. Takes effect before any later message is handled there.
    pub async fn lock_changed(&self, document: DocumentId, locked: bool) {
        let room = self.open().get(&document).map(|(_, room)| room.clone());
        if let Some(room) = room {
            // A room that opens later reads it from the disk.
            drop(room.send(Order::Lock(Lock::Document(locked))).await);
        }
    }

    /// The same for all documents of a space.
    pub async fn lock_of_space_changed(&self, space: SpaceId, locked: bool) {
        for room in self.rooms_of(|of| of == space) {
            drop(room.send(Order::Lock(Lock::Space(locked))).await);
        }
    }

    /// The disk takes writes again: rooms commit what they kept.
    pub async fn storage_is_back(&self) {
        for room in self.rooms_of(|_| true) {
            drop(room.send(Order::StorageIsBack).await);
        }
    }

    /// How many documents are open.
    pub fn open_count(&self) -> usize {
        self.open().len()
    }

    /// Waits until every room has finished what is under way.
    pub async fn close(&self) {
        self.shut(|_| true).await;
    }

    /// Lets go of the documents of a space that was erased: there is nothing left to write them to. Whoever asks for
    /// one afterwards is told that there is none.
    pub async fn dismiss(&self, space: SpaceId) {
        self.shut(|of| of == space).await;
    }

    /// Opens a document again from the disk, if it is open. When it was deleted, whoever has it open is told that there is
    /// none.
    pub async fn reload(&self, document: DocumentId) {
        let room = self.open().get(&document).map(|(_, room)| room.clone());
        if let Some(room) = room {
            // A room that ended by itself holds nothing any more.
            drop(room.send(Order::Reload).await);
        }
    }

    async fn shut(&self, wanted: impl Fn(SpaceId) -> bool) {
        for room in self.rooms_of(wanted) {
            let (done, finished) = oneshot::channel();
            if room.send(Order::Close(done)).await.is_ok() {
                // A room that ended by itself has finished too.
                drop(finished.await);
            }
        }
    }

    fn rooms_of(&self, wanted: impl Fn(SpaceId) -> bool) -> Vec<RoomSender> {
        let open = self.open();
        open.values()
            .filter(|(space, _)| wanted(*space))
            .map(|(_, room)| room.clone())
            .collect()
    }

    fn open(&self) -> MutexGuard<'_, HashMap<DocumentId, (SpaceId, RoomSender)>> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rooms {
    /// Milliseconds since the server started: the clock of every room.
    fn now_ms(&self) -> u64 {
        u64::try_from(self.0.started.elapsed().as_millis()).expect("less than 500 million years")
    }

    fn instant(&self, at_ms: u64) -> tokio::time::Instant {
        (self.0.started + Duration::from_millis(at_ms)).into()
    }

    fn write(&self, append: Append) -> JoinHandle<Result<ChunkNumber, CommitError>> {
        let store = self.0.store.clone();
        let timer = self.0.metrics.commit_begins();
        tokio::spawn(async move {
            let written = store.append(append).await;
            timer.observe_duration();
            written
        })
    }

    /// Sets bytes aside for a person to look at.
    fn quarantine(&self, document: DocumentId, bytes: Bytes) {
        let store = self.0.store.clone();
        tokio::spawn(async move {
            let kept = store
                .quarantine(document, "broke the document in memory", bytes.into())
                .await;
            if let Err(error) = kept {
                tracing::error!(%document, %error, "what was to be set aside could not be written");
            }
        });
    }

    /// The document is no longer open. Returns the space it is in.
    fn forget(&self, document: DocumentId) -> Option<SpaceId> {
        self.open().remove(&document).map(|(space, _)| space)
    }
}

impl From<EditError<Problem>> for Problem {
    fn from(error: EditError<Problem>) -> Self {
        match error {
            EditError::Refused(problem) => problem,
            EditError::Unavailable(why) => why.into(),
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Unknown => Self::NOT_FOUND,
            ReadError::Damaged => Self::DAMAGED,
            ReadError::Unavailable => Self::INTERNAL,
        }
    }
}
