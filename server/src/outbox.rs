//! What waits to be written to one socket: a bounded queue shared by rooms, presence and the writer.
//!
//! A slow peer costs only itself. When its queue is over the limit all of it is dropped, and more is
//! dropped until the writer has caught up; then the connection asks its rooms to bring the peer up to date.
//! Whoever opens many sockets and reads none of them does not fill the memory either: what was made for one peer, and what
//! is being written, takes of what all sockets share.

mod waiting;

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::budget::Budget;
use crate::budget::shares::{Owner, Share};
use waiting::Waiting;

/// Why the server ends a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// The session ended or never was: the client goes back to the way in.
    SessionEnded,
    /// The client sent what no client sends.
    Abuse,
    /// The client opened more sockets than a person has.
    TooMany,
    /// The server stops.
    GoingAway,
}

impl Farewell {
    /// WebSocket close code and reason.
    pub fn code(self) -> (u16, &'static str) {
        match self {
            Self::SessionEnded => (4401, "session ended"),
            Self::Abuse => (4400, "protocol abuse"),
            Self::TooMany => (1013, "too many connections"),
            Self::GoingAway => (1001, "going away"),
        }
    }
}

/// What the writer is to do next.
pub(crate) enum Mail {
    /// Write these in order, then flush once.
    Frames(Frames),
    /// Everything queued was dropped a while ago and the socket has caught up.
    CaughtUp,
    /// Close, without writing more.
    Close(Farewell),
}

/// Frames, and what they take of what all sockets share: to be held until they are written.
pub(crate) struct Frames {
    pub(crate) frames: VecDeque<Bytes>,
    pub(crate) shares: [Share; 2],
}

/// The queue of one socket; clones share it.
#[derive(Clone)]
pub struct Outbox(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

struct State {
    waiting: Waiting,
    farewell: Option<Farewell>,
}

impl Outbox {
    /// An empty one, for a socket of `owner`.
    pub(crate) fn new(budget: &Budget, owner: Owner) -> Self {
        let state = State {
            waiting: Waiting::new(budget.answers.none(owner), budget.writing.none(owner)),
            farewell: None,
        };
        Self(Arc::new(Shared {
            state: Mutex::new(state),
            changed: Notify::new(),
        }))
    }

    /// Queues a frame that others are sent as well, or drops it when this peer is too far behind.
    pub fn push(&self, frame: Bytes) {
        self.add(frame, Waiting::push);
    }

    /// Queues a frame that was made for this peer alone, or drops it when this peer is too far behind or too much waits
    /// for others.
    pub fn answer(&self, frame: Bytes) {
        self.add(frame, Waiting::answer);
    }

    fn add(&self, frame: Bytes, add: impl FnOnce(&mut Waiting, Bytes)) {
        let mut state = self.state();
        if state.farewell.is_some() {
            return;
        }
        add(&mut state.waiting, frame);
        drop(state);
        self.0.changed.notify_one();
    }

    /// Asks the writer to close the socket; the first reason given is the one told.
    pub fn close(&self, farewell: Farewell) {
        self.state().farewell.get_or_insert(farewell);
        self.0.changed.notify_one();
    }

    /// Why the connection is to end, once it is.
    pub(crate) fn farewell(&self) -> Option<Farewell> {
        self.state().farewell
    }

    /// Waits until the connection is to end. Cancelling it loses nothing.
    pub(crate) async fn closed(&self) {
        while self.farewell().is_none() {
            self.0.changed.notified().await;
        }
    }

    /// Waits until there is something to do for the writer. Cancelling it loses nothing.
    pub(crate) async fn next(&self) -> Mail {
        loop {
            let mut changed = pin!(self.0.changed.notified());
            let mail = poll_fn(|context| match self.take(context.waker()) {
                Some(mail) => Poll::Ready(Some(mail)),
                None => changed.as_mut().poll(context).map(|()| None),
            });
            if let Some(mail) = mail.await {
                return mail;
            }
        }
    }

    fn take(&self, waker: &Waker) -> Option<Mail> {
        let mut state = self.state();
        match state.farewell {
            Some(farewell) => Some(Mail::Close(farewell)),
            None => state.waiting.take(waker),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is consistent between any two statements, so a poisoned lock is still good.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
