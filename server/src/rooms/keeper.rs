//! The keeper of one open document: one task that feeds its room with what happens.
//!
//! The room decides, `carry_out` does what it wants; the keeper knows the clock, the disk and the order of things.

use std::collections::HashMap;

use crdt::kind::Complete;
use hub::{Access, AlreadySent, Input, PeerKey, Room};
use store::{ChunkNumber, CommitError, DocumentId, ParticipantId, Role};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinHandle, block_in_place};
use tokio::time::{Instant, sleep_until};

use super::compaction::{Saving, Tail, saved};
use super::edit::{Wish, Wishes};
use super::loading;
use super::loading::Loaded;
use super::locks::{Lock, Locks};
use super::{Look, Order, Rooms, Visitor, porch};
use crate::control_messages;
use crate::limits::DOCUMENT_IDLE_MAX;

/// Orders handled between two looks at the clock and the disk.
const ORDERS_AT_ONCE: usize = 256;

/// Everybody in one room.
pub(super) type Visitors = HashMap<PeerKey, Visitor>;

/// Keeps a document open until it is idle or told to close.
pub(super) async fn keep(rooms: Rooms, document: DocumentId, mut orders: mpsc::Receiver<Order>) {
    let mut waiting = Vec::new();
    loop {
        let loaded = match porch::load(&rooms, document, &mut waiting, &mut orders).await {
            Ok(loaded) => loaded,
            Err(error) => {
                rooms.forget(document);
                return loading::refuse_all(&rooms, document, &error, waiting, orders).await;
            }
        };
        match Keeper::new(&rooms, document, loaded)
            .run(waiting, &mut orders)
            .await
        {
            End::Idle => return hand_over(&rooms, document, orders).await,
            End::Rebuild(remaining) => waiting = remaining.into_values().map(returns).collect(),
        }
    }
}

/// Somebody who talked to a room that is gone comes into the next one.
fn returns(visitor: Visitor) -> Order {
    let already_sent = AlreadySent::Something;
    Order::Enter(Visitor {
        already_sent,
        ..visitor
    })
}

/// Leaves the directory; what was sent to this room meanwhile goes to the next one.
async fn hand_over(rooms: &Rooms, document: DocumentId, mut orders: mpsc::Receiver<Order>) {
    let space = rooms.forget(document);
    orders.close();
    while let (Some(order), Some(space)) = (orders.recv().await, space) {
        match order {
            Order::Close(done) => {
                let _ = done.send(());
            }
            // A room that closes at once as well means shutdown: nobody is left to tell.
            order => drop(rooms.room(space, document).send(order).await),
        }
    }
}

enum End {
    Idle,
    Rebuild(Visitors),
}

/// A commit under way: its number, and its answer.
pub(super) type Commit = (u64, JoinHandle<Result<ChunkNumber, CommitError>>);

pub(super) struct Keeper<'a> {
    pub(super) rooms: &'a Rooms,
    pub(super) document: DocumentId,
    pub(super) room: Room,
    pub(super) visitors: Visitors,
    pub(super) tick_at: Option<Instant>,
    pub(super) commit: Option<Commit>,
    pub(super) rebuild: bool,
    is_written_by_people: bool,
    locks: Locks,
    pub(super) tail: Tail,
    saving: Option<Saving>,
    pub(super) wishes: Wishes,
    looks: Vec<Look>,
    closing: Option<oneshot::Sender<()>>,
    complete: Option<Complete>,
}

impl<'a> Keeper<'a> {
    fn new(rooms: &'a Rooms, document: DocumentId, loaded: Loaded) -> Self {
        Self {
            rooms,
            document,
            room: loaded.room,
            visitors: Visitors::new(),
            tick_at: None,
            commit: None,
            rebuild: false,
            is_written_by_people: loaded.is_written_by_people,
            locks: loaded.locks,
            tail: loaded.tail,
            saving: None,
            wishes: Wishes::default(),
            looks: Vec::new(),
            closing: None,
            complete: loaded.complete,
        }
    }

    /// Obeys what waited for the document, then what comes.
    async fn run(mut self, waiting: Vec<Order>, orders: &mut mpsc::Receiver<Order>) -> End {
        let mut batch = Vec::new();
        if let Some(complete) = self.complete.take() {
            self.obey(Order::Edit(Wish::to_complete(complete)));
        }
        waiting.into_iter().for_each(|order| self.obey(order));
        if self.has_closed() {
            return End::Idle;
        }
        // The server may have stopped before it got to it, and a long tail is slow to open and long to send.
        self.compact();
        while !self.rebuild {
            let patience = Instant::now() + DOCUMENT_IDLE_MAX;
            tokio::select! {
                biased;
                (number, written) = written(&mut self.commit) => self.written(number, written),
                () = due(self.tick_at) => self.tick(),
                (finished, took) = saved(&mut self.saving) => {
                    if let Some(finished) = &finished {
                        self.room.adopt(finished);
                    }
                    self.tail.rest(took, finished.as_ref());
                }
                got = orders.recv_many(&mut batch, ORDERS_AT_ONCE) => {
                    if got == 0 {
                        return End::Idle;
                    }
                    batch.drain(..).for_each(|order| self.obey(order));
                }
                () = sleep_until(patience), if self.is_idle() => {
                    self.compact_on_leaving();
                    return End::Idle;
                }
            }
            if self.has_closed() {
                return End::Idle;
            }
        }
        if let Some((_, writing)) = self.commit.take() {
            // Whether it succeeded shows when the document is loaded again.
            drop(writing.await);
        }
        End::Rebuild(self.visitors)
    }

    fn is_idle(&self) -> bool {
        self.visitors.is_empty() && self.commit.is_none() && self.room.is_idle()
    }

    /// Told to close and nothing under way: says so.
    fn has_closed(&mut self) -> bool {
        if self.commit.is_some() || self.tick_at.is_some() {
            return false;
        }
        let Some(done) = self.closing.take() else {
            return false;
        };
        // Whoever asked may have stopped waiting.
        let _ = done.send(());
        true
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Enter(visitor) => self.enter(visitor),
            Order::Leave(peer) => self.leave(peer),
            Order::Sync(peer, data, _share) => self.handle(Input::Sync { peer, data }),
            Order::Ephemeral(peer, message) => self.handle(Input::Ephemeral {
                peer,
                sender_id: message.sender_id,
                frame: message.frame,
            }),
            Order::Role(participant, role) => self.set_role(participant, role),
            Order::RoleOf(peer, role) => self.set_role_of(peer, role),
            Order::Lock(lock) => self.set_lock(lock),
            Order::CaughtUp(peer) => {
                self.handle(Input::Overflowed { peer });
                self.handle(Input::Drained { peer });
            }
            Order::StorageIsBack => self.handle(Input::Retry),
            Order::Reload => self.rebuild = true,
            Order::Read(look) => {
                self.looks.push(look);
                self.answer_looks();
            }
            Order::Edit(wish) => {
                self.wishes.push(wish);
                self.grant_wishes();
            }
            Order::Close(done) => self.closing = Some(done),
        }
    }

    fn enter(&mut self, visitor: Visitor) {
        let input = Input::Enter {
            peer: visitor.peer,
            peer_id: visitor.peer_id.clone(),
            participant: visitor.participant.0,
            access: self.access_of(&visitor),
            reads_bundles: visitor.reads_bundles,
            already_sent: visitor.already_sent,
        };
        self.visitors.insert(visitor.peer, visitor);
        self.handle(input);
    }

    /// A role allows to write; whether people write in this document at all depends on what it is.
    fn access_of(&self, visitor: &Visitor) -> Access {
        let role = visitor.role.min(visitor.role_max);
        if self.is_written_by_people && role.writes_in(self.locks.any()) {
            Access::Write
        } else {
            Access::Read
        }
    }

    fn leave(&mut self, peer: PeerKey) {
        self.visitors.remove(&peer);
        self.handle(Input::Leave { peer });
    }

    fn set_role(&mut self, participant: ParticipantId, role: Option<Role>) {
        let theirs = self
            .visitors
            .values()
            .filter(|visitor| visitor.participant == participant);
        for peer in theirs.map(|visitor| visitor.peer).collect::<Vec<_>>() {
            self.set_role_of(peer, role.unwrap_or(Role::Reader));
            if role.is_none() {
                self.send_away(peer);
            }
        }
    }

    fn set_role_of(&mut self, peer: PeerKey, role: Role) {
        if let Some(visitor) = self.visitors.get_mut(&peer) {
            visitor.role = role;
            self.tell_access_of(peer);
        }
    }

    fn set_lock(&mut self, lock: Lock) {
        self.locks.set(lock);
        for peer in self.visitors.keys().copied().collect::<Vec<_>>() {
            self.tell_access_of(peer);
        }
    }

    fn tell_access_of(&mut self, peer: PeerKey) {
        if let Some(visitor) = self.visitors.get(&peer) {
            let access = self.access_of(visitor);
            self.handle(Input::SetAccess { peer, access });
        }
    }

    fn send_away(&mut self, peer: PeerKey) {
        if let Some(visitor) = self.visitors.get(&peer) {
            visitor.outbox.push(control_messages::unavailable(
                &self.rooms.0.peer_id,
                &visitor.peer_id,
                &self.document.to_string(),
            ));
        }
        self.leave(peer);
    }

    fn tick(&mut self) {
        self.tick_at = None;
        self.handle(Input::Tick);
    }

    fn written(&mut self, commit: u64, written: Result<ChunkNumber, CommitError>) {
        match written {
            Ok(number) => {
                self.tail.reaches(number);
                self.handle(Input::Committed { commit });
                self.rooms.0.followed.committed(self.document);
                self.wishes.committed(commit);
                self.answer_looks();
                self.grant_wishes();
                self.compact();
            }
            Err(CommitError::Full) => {
                self.wishes.fail();
                self.handle(Input::CommitFailed { commit });
            }
            Err(CommitError::Gone) => {
                tracing::error!(document = %self.document, "cannot be written: opened again from disk");
                self.rebuild = true;
            }
        }
    }

    /// What is not on disk is shown to nobody.
    fn answer_looks(&mut self) {
        if self.room.is_settled() && !self.looks.is_empty() {
            let document = self.room.document();
            let looks = self.looks.drain(..);
            block_in_place(|| looks.for_each(|look| look(Ok(document))));
        }
    }

    fn compact(&mut self) {
        if self.saving.is_none() && self.tail.wants_snapshot() {
            self.save();
        }
    }

    fn compact_on_leaving(&mut self) {
        if self.saving.is_none() && self.tail.wants_snapshot_on_leaving() {
            self.save();
        }
    }

    /// Beside the room: making a snapshot of a long document takes longer than anybody should wait for a letter.
    fn save(&mut self) {
        if let Some(draft) = block_in_place(|| self.room.draft()) {
            self.saving = Some(self.tail.save(&self.rooms.0.store, self.document, draft));
        }
    }

    fn handle(&mut self, input: Input) {
        let now_ms = self.rooms.now_ms();
        let effects = if is_heavy(&input) {
            block_in_place(|| self.room.handle(now_ms, input))
        } else {
            self.room.handle(now_ms, input)
        };
        for effect in effects {
            self.carry_out(effect);
        }
    }
}

/// Inputs that may take longer than a task of the runtime may block.
fn is_heavy(input: &Input) -> bool {
    /// About forty changes of one letter: well under a millisecond to check.
    const LIGHT_BYTES_MAX: usize = 4 * 1024;
    match input {
        Input::Sync { data, .. } => data.len() > LIGHT_BYTES_MAX,
        Input::Tick | Input::Drained { .. } | Input::Committed { .. } => true,
        _ => false,
    }
}

/// Waits for the commit under way, or for ever when there is none.
async fn written(commit: &mut Option<Commit>) -> (u64, Result<ChunkNumber, CommitError>) {
    let Some((number, writing)) = commit else {
        return std::future::pending().await;
    };
    let answer = (
        number.to_owned(),
        writing.await.unwrap_or(Err(CommitError::Gone)),
    );
    *commit = None;
    answer
}

async fn due(tick_at: Option<Instant>) {
    match tick_at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}
