//! Who is connected to which space, and how they hear of what changes around the documents.
//!
//! Presence is memory only. Changes are announced together a moment after the first of them, so that a
//! room arriving at once costs each socket a few messages and not one per arrival.

mod news;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use store::{ParticipantId, SecretHash, SpaceId};
use tokio::sync::Notify;

pub(crate) use news::News;

use crate::limits::SOCKETS_PER_SESSION_MAX;
use crate::outbox::{Farewell, Outbox};

/// Identifies a socket among all sockets this process ever opened.
pub type SocketId = u64;

/// A socket that looks at a space.
#[derive(Clone)]
pub(crate) struct SocketInSpace {
    pub(crate) participant: ParticipantId,
    peer_id: String,
    pub(crate) outbox: Outbox,
}

#[derive(Default)]
struct Space {
    sockets: HashMap<SocketId, SocketInSpace>,
    people_changed: HashSet<ParticipantId>,
    documents_changed: bool,
    itself_changed: bool,
}

impl Space {
    fn has_news(&self) -> bool {
        !self.people_changed.is_empty() || self.documents_changed || self.itself_changed
    }
}

/// Any socket, whatever it looks at.
struct Connected {
    session: SecretHash,
    outbox: Outbox,
}

#[derive(Default)]
struct Shared {
    sockets: Mutex<HashMap<SocketId, Connected>>,
    spaces: Mutex<HashMap<SpaceId, Space>>,
    news: Notify,
    rights: AtomicU64,
}

/// Presence of everybody; clones share it.
#[derive(Clone, Default)]
pub struct Live(Arc<Shared>);

impl Live {
    /// A socket begins. One more than a session may hold is sent away.
    pub fn connect(&self, socket: SocketId, session: SecretHash, outbox: &Outbox) {
        let mut sockets = self.sockets();
        let held = sockets
            .values()
            .filter(|connected| connected.session == session)
            .count();
        if held >= SOCKETS_PER_SESSION_MAX {
            outbox.close(Farewell::TooMany);
        }
        sockets.insert(
            socket,
            Connected {
                session,
                outbox: outbox.clone(),
            },
        );
    }

    /// A socket ended.
    pub fn disconnect(&self, socket: SocketId) {
        self.sockets().remove(&socket);
    }

    /// A session ended: its sockets are closed.
    pub fn end_session(&self, session: SecretHash) {
        for connected in self
            .sockets()
            .values()
            .filter(|connected| connected.session == session)
        {
            connected.outbox.close(Farewell::SessionEnded);
        }
    }

    /// The server stops: every socket is closed.
    pub fn close(&self) {
        for connected in self.sockets().values() {
            connected.outbox.close(Farewell::GoingAway);
        }
    }

    /// A socket looks at a space: its person is shown as present and it hears of changes.
    pub fn visit(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        socket: SocketId,
        peer_id: &str,
        outbox: &Outbox,
    ) {
        let present = SocketInSpace {
            participant,
            peer_id: peer_id.to_owned(),
            outbox: outbox.clone(),
        };
        self.spaces()
            .entry(space)
            .or_default()
            .sockets
            .insert(socket, present);
        self.people_changed(space, participant);
    }

    /// A socket no longer looks at a space.
    pub fn leave(&self, space: SpaceId, socket: SocketId) {
        let gone = self
            .spaces()
            .get_mut(&space)
            .and_then(|space| space.sockets.remove(&socket));
        if let Some(present) = gone {
            self.people_changed(space, present.participant);
        }
    }

    /// The peer ids of a person's sockets in a space; empty when the person is away.
    pub fn peers_of(&self, space: SpaceId, participant: ParticipantId) -> Vec<String> {
        let spaces = self.spaces();
        let sockets = spaces
            .get(&space)
            .into_iter()
            .flat_map(|space| space.sockets.values());
        let mut peers: Vec<_> = sockets
            .filter(|present| present.participant == participant)
            .map(|present| present.peer_id.clone())
            .collect();
        peers.sort();
        peers
    }

    /// A person arrived, left, or changed name, structure or role.
    pub fn people_changed(&self, space: SpaceId, participant: ParticipantId) {
        self.spaces()
            .entry(space)
            .or_default()
            .people_changed
            .insert(participant);
        self.0.news.notify_one();
    }

    /// A document of the space was created, renamed or archived.
    pub fn documents_changed(&self, space: SpaceId) {
        self.spaces().entry(space).or_default().documents_changed = true;
        self.0.news.notify_one();
    }

    /// The title or the code of the space changed.
    pub fn space_changed(&self, space: SpaceId) {
        self.spaces().entry(space).or_default().itself_changed = true;
        self.0.news.notify_one();
    }

    /// Somebody's rights changed: every socket asks again before its next message is believed.
    pub fn rights_changed(&self) {
        self.0.rights.fetch_add(1, Ordering::AcqRel);
    }

    /// A number that grows with each change of anybody's rights.
    pub fn rights(&self) -> u64 {
        self.0.rights.load(Ordering::Acquire)
    }

    /// Sends a frame to a person's sockets in a space.
    pub fn tell_person(&self, space: SpaceId, participant: ParticipantId, frame: &Bytes) {
        for present in self.present(space) {
            if present.participant == participant {
                present.outbox.push(frame.clone());
            }
        }
    }

    /// Sends a frame to every socket that looks at a space.
    pub fn tell_space(&self, space: SpaceId, frame: &Bytes) {
        for present in self.present(space) {
            present.outbox.push(frame.clone());
        }
    }

    /// Sends a frame to every socket that looks at some space.
    pub fn tell_everybody(&self, frame: &Bytes) {
        for present in self
            .spaces()
            .values()
            .flat_map(|space| space.sockets.values())
        {
            present.outbox.push(frame.clone());
        }
    }

    /// A person was removed: none of their sockets looks at the space any more.
    pub fn remove_person(&self, space: SpaceId, participant: ParticipantId) {
        if let Some(space) = self.spaces().get_mut(&space) {
            space
                .sockets
                .retain(|_, present| present.participant != participant);
        }
        self.people_changed(space, participant);
    }

    /// How many sockets are open.
    pub fn sockets_open(&self) -> usize {
        self.sockets().len()
    }

    /// How many people are present, over all spaces.
    pub fn people_present(&self) -> usize {
        let spaces = self.spaces();
        let in_space = |space: &Space| {
            space
                .sockets
                .values()
                .map(|present| present.participant)
                .collect::<HashSet<_>>()
                .len()
        };
        spaces.values().map(in_space).sum()
    }

    fn present(&self, space: SpaceId) -> Vec<SocketInSpace> {
        self.spaces()
            .get(&space)
            .map_or_else(Vec::new, |space| space.sockets.values().cloned().collect())
    }

    fn spaces(&self) -> MutexGuard<'_, HashMap<SpaceId, Space>> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.spaces.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn sockets(&self) -> MutexGuard<'_, HashMap<SocketId, Connected>> {
        self.0
            .sockets
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
