//! One connection after its greeting, whatever carries it: which documents it has open, which spaces it looks at, what it may do there.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use bytes::Bytes;
use hub::wire::{self, ClientMessage, DecodeError, Ephemeral, Join};
use hub::{AlreadySent, PeerKey};
use store::{DocumentAccess, DocumentId, Member, Role, Scope, SecretHash, SpaceId, StoreError};
use tokio::time::sleep;

use super::rate::{Rate, Verdict, Weight};
use super::visits;
use super::visits::Visit;
use crate::app::App;
use crate::budget::shares::Share;
use crate::control_messages;
use crate::limits::{DOCUMENTS_PER_SOCKET_MAX, SPACES_PER_SOCKET_MAX};
use crate::live::SocketId;
use crate::outbox::{Farewell, Outbox};
use crate::rooms::{Order, Visitor};

pub(super) struct Connection {
    app: App,
    socket: SocketId,
    session: SecretHash,
    join: Join,
    outbox: Outbox,
    open: HashMap<DocumentId, Member>,
    visited: BTreeSet<SpaceId>,
    rate: Rate,
    /// The state of everybody's rights when ours were last asked for.
    rights: u64,
}

fn next_id() -> SocketId {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Connection {
    /// Greets back before anything else is said.
    pub(super) fn begin(app: App, session: SecretHash, join: Join, outbox: Outbox) -> Self {
        let storage_id = app.store.storage_id().to_string();
        let greeting = wire::encode_peer(app.rooms.peer_id(), &join.peer_id, &storage_id);
        outbox.push(greeting);
        let socket = next_id();
        app.metrics.socket_opened();
        app.live.connect(socket, session, &outbox);
        let rights = app.live.rights();
        Self {
            app,
            socket,
            session,
            join,
            outbox,
            open: HashMap::new(),
            visited: BTreeSet::new(),
            rate: Rate::new(Instant::now()),
            rights,
        }
    }

    /// Takes a frame as it came: handles it at once or after a pause, or drops it.
    pub(super) async fn receive(&mut self, frame: Bytes, share: Option<Share>) {
        let message = wire::decode(&frame);
        // What is long is in the message, or of no use.
        drop(frame);
        match self.judge(Instant::now(), Weight::of(&message)) {
            Verdict::Handle => self.hear(message, share).await,
            Verdict::Wait(pause) => {
                sleep(pause).await;
                self.hear(message, share).await;
            }
            Verdict::Drop => {}
            Verdict::SendAway => self.send_away(Farewell::Abuse),
        }
    }

    /// What to do with a message of this weight.
    fn judge(&mut self, now: Instant, weight: Weight) -> Verdict {
        let verdict = self.rate.judge(now, weight);
        match verdict {
            Verdict::Handle => {}
            Verdict::Wait(_) => self.app.metrics.slowed(),
            Verdict::Drop | Verdict::SendAway => self.app.metrics.refused("rate"),
        }
        verdict
    }

    /// Handles one message. What it takes of what all share is held until its room has seen to it.
    async fn hear(&mut self, message: Result<ClientMessage, DecodeError>, share: Option<Share>) {
        if self.rights != self.app.live.rights() {
            self.ask_for_rights().await;
        }
        match message {
            Ok(ClientMessage::Sync { document_id, data }) => {
                self.sync(&document_id, data, share).await
            }
            Ok(ClientMessage::Ephemeral(message)) => self.ephemeral(message).await,
            Ok(ClientMessage::Control { kind, frame }) if kind == visits::KIND => {
                self.visit(&frame).await
            }
            Ok(ClientMessage::Leave) => self.send_away(Farewell::GoingAway),
            Ok(
                ClientMessage::Join(_)
                | ClientMessage::Unavailable { .. }
                | ClientMessage::Control { .. }
                | ClientMessage::Ignored,
            ) => {}
            Err(DecodeError::TooLarge { .. }) => self.refuse("too_large"),
            Err(DecodeError::Malformed(_)) => self.refuse("malformed"),
        }
    }

    /// The socket reads again after everything queued for it was dropped.
    pub(super) async fn caught_up(&mut self) {
        self.app.metrics.behind();
        for (&document, member) in &self.open {
            self.app
                .rooms
                .send(member.space, document, Order::CaughtUp(self.peer()))
                .await;
        }
        for &space in &self.visited.clone() {
            self.show(space).await;
        }
    }

    fn send_away(&self, farewell: Farewell) {
        self.outbox.close(farewell);
    }

    /// Leaves every document and space.
    pub(super) async fn end(self) {
        for (&document, member) in &self.open {
            self.app
                .rooms
                .send(member.space, document, Order::Leave(self.peer()))
                .await;
        }
        for &space in &self.visited {
            self.app.live.leave(space, self.socket);
        }
        let Rate {
            slowed, dropped, ..
        } = self.rate;
        if slowed > 0 || dropped > 0 {
            tracing::warn!(
                socket = self.socket,
                slowed,
                dropped,
                "a socket sent too many messages"
            );
        }
        self.app.live.disconnect(self.socket);
        self.app.metrics.socket_closed();
    }

    fn peer(&self) -> PeerKey {
        PeerKey(self.socket)
    }

    fn refuse(&self, code: &'static str) {
        self.app.metrics.refused(code);
        if self.join.understands_control {
            self.outbox.push(control_messages::refused(None, code));
        }
    }

    async fn sync(&mut self, document_id: &str, data: Bytes, share: Option<Share>) {
        match self.member_of(document_id).await {
            Some((document, member)) => {
                let order = Order::Sync(self.peer(), data, share);
                self.app.rooms.send(member.space, document, order).await;
            }
            None => self.outbox.push(control_messages::unavailable(
                self.app.rooms.peer_id(),
                &self.join.peer_id,
                document_id,
            )),
        }
    }

    /// Relays what is said in the name of the one who says it. Stock clients send back what they hear: such an echo names
    /// another sender, and is dropped without a word.
    async fn ephemeral(&mut self, mut message: Ephemeral) {
        if message.sender_id != self.join.peer_id {
            return;
        }
        let opened = message.document_id.parse::<DocumentId>().ok();
        let Some((document, member)) = opened.and_then(|id| self.open.get_key_value(&id)) else {
            return;
        };
        let Some(frame) = message.said_by(&member.participant.to_string()) else {
            return;
        };
        message.frame = frame;
        let order = Order::Ephemeral(self.peer(), message);
        self.app.rooms.send(member.space, *document, order).await;
    }

    /// Who we are in a document, entering its room the first time. Nothing alike for documents that do not
    /// exist and documents that are not ours.
    async fn member_of(&mut self, document_id: &str) -> Option<(DocumentId, Member)> {
        let document = document_id.parse().ok()?;
        if let Some(&member) = self.open.get(&document) {
            return Some((document, member));
        }
        if self.open.len() >= DOCUMENTS_PER_SOCKET_MAX {
            self.refuse("busy");
            return None;
        }
        let before = self.app.live.rights();
        let access = self.access(document).await?;
        self.enter(document, access.member).await;
        if before != self.app.live.rights() {
            // A right was taken while we entered: the room may not have known us then.
            self.ask_for_rights().await;
        }
        self.open.get(&document).map(|&member| (document, member))
    }

    async fn access(&self, document: DocumentId) -> Option<DocumentAccess> {
        match self.app.store.access(self.session, document).await {
            Ok(access) => access.filter(DocumentAccess::is_visible),
            Err(StoreError::Closed) => None,
            Err(error) => {
                tracing::error!(%document, %error, "rights could not be read: access is refused");
                None
            }
        }
    }

    async fn enter(&mut self, document: DocumentId, member: Member) {
        let visitor = Visitor {
            peer: self.peer(),
            peer_id: self.join.peer_id.clone(),
            participant: member.participant,
            role: member.role,
            role_max: member.scope.map_or(Role::Facilitator, Scope::role_max),
            outbox: self.outbox.clone(),
            speaks_atelier: self.join.understands_control,
            reads_bundles: self.join.reads_bundles,
            already_sent: AlreadySent::Nothing,
        };
        self.open.insert(document, member);
        self.app
            .rooms
            .send(member.space, document, Order::Enter(visitor))
            .await;
    }

    /// Somebody's rights changed: asks for ours again, for every open document.
    async fn ask_for_rights(&mut self) {
        self.rights = self.app.live.rights();
        for (document, held) in self.open.clone() {
            let now = self.access(document).await.map(|access| access.member);
            match now {
                Some(member) if member.participant == held.participant => {
                    let order = Order::RoleOf(self.peer(), member.role);
                    self.open.insert(document, member);
                    self.app.rooms.send(member.space, document, order).await;
                }
                _ => {
                    self.open.remove(&document);
                    self.app
                        .rooms
                        .send(held.space, document, Order::Leave(self.peer()))
                        .await;
                }
            }
        }
    }

    async fn visit(&mut self, frame: &[u8]) {
        let Ok(Visit { space }) = wire::decode_control(frame) else {
            return self.refuse("malformed");
        };
        if self.visited.len() < SPACES_PER_SOCKET_MAX && self.show(space).await {
            self.visited.insert(space);
        }
    }

    /// Shows a space as it is, and from then on its changes.
    async fn show(&self, space: SpaceId) -> bool {
        visits::show(
            &self.app,
            space,
            self.session,
            self.socket,
            &self.join.peer_id,
            &self.outbox,
        )
        .await
    }
}
