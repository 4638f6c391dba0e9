//! Connections whose client asks by HTTP, again and again: how a request finds the one it belongs to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::Bytes;
use store::{Secret, SecretHash};
use tokio::sync::{mpsc, oneshot};

use crate::budget::shares::Share;
use crate::outbox::{Frames, Outbox};

/// Those that are open, by the hash of their id.
#[derive(Default)]
pub struct Polled(Mutex<HashMap<SecretHash, Line>>);

/// The way from requests to one connection; clones share it.
#[derive(Clone)]
pub(crate) struct Line {
    session: SecretHash,
    /// Says why the connection ended.
    pub(crate) outbox: Outbox,
    pub(crate) posts: mpsc::Sender<Post>,
    pub(crate) polls: mpsc::Sender<Poll>,
    pub(crate) client: LastSign,
}

/// The other end of a line, for the connection itself. Without it the line is closed.
pub(crate) struct LineEnd {
    pub(crate) posts: mpsc::Receiver<Post>,
    pub(crate) polls: mpsc::Receiver<Poll>,
    pub(crate) client: LastSign,
    pub(crate) listed: Listed,
}

/// Messages of the client.
pub(crate) struct Post {
    /// The first is 1, and each is one more than the one before.
    pub(crate) number: u64,
    /// Each with what it takes of what all share.
    pub(crate) messages: Vec<(Bytes, Share)>,
    /// Whether they were handled, now or before; they are not when earlier ones are missing.
    pub(crate) is_handled: oneshot::Sender<bool>,
}

/// The client asks for what there is for it.
pub(crate) struct Poll {
    /// The number of the last batch it has.
    pub(crate) after: u64,
    /// When it wants an answer, whether there is something or not.
    pub(crate) until: Instant,
    pub(crate) answer: oneshot::Sender<Polling>,
}

/// What is answered to a poll.
pub(crate) enum Polling {
    /// There is nothing at the moment.
    Nothing,
    /// The next batch, or once more the one whose arrival was not confirmed.
    Batch(Arc<Frames>),
    /// The client has a batch that never was, or lost one that it has confirmed.
    OutOfOrder,
}

/// When the client last showed that it is there; clones share it.
#[derive(Clone)]
pub(crate) struct LastSign(Arc<Mutex<Instant>>);

impl Default for LastSign {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }
}

impl LastSign {
    /// It just did.
    pub(crate) fn now(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    pub(crate) fn at(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Polled {
    /// Lists a connection of a session under a new id.
    pub(crate) fn list(self: &Arc<Self>, session: SecretHash, outbox: Outbox) -> (Secret, LineEnd) {
        let id = Secret::random();
        let (posts, posted) = mpsc::channel(1);
        let (polls, polled) = mpsc::channel(1);
        let client = LastSign::default();
        let line = Line {
            session,
            outbox,
            posts,
            polls,
            client: client.clone(),
        };
        self.open().insert(id.hash(), line);
        let listed = Listed {
            among: self.clone(),
            id: id.hash(),
        };
        let end = LineEnd {
            posts: posted,
            polls: polled,
            client,
            listed,
        };
        (id, end)
    }

    /// The connection with this id, for the session that opened it and for no other.
    pub(crate) fn find(&self, id: &str, session: SecretHash) -> Option<Line> {
        let line = self.open().get(&Secret::parse(id)?.hash()).cloned();
        line.filter(|line| line.session == session)
    }

    /// How many are open.
    pub fn open_count(&self) -> usize {
        self.open().len()
    }

    fn open(&self) -> MutexGuard<'_, HashMap<SecretHash, Line>> {
        // Consistent between any two statements, so a poisoned lock is still good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection is found as long as this is held.
pub(crate) struct Listed {
    among: Arc<Polled>,
    id: SecretHash,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.among.open().remove(&self.id);
    }
}
