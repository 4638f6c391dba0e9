//! What waits to be written to one socket: a bounded queue shared by rooms, presence and the writer.
//!
//! A slow peer costs only itself. When its queue is over the limit all of it is dropped, and more is
//! dropped until the writer has caught up; then the connection asks its rooms to bring the peer up to date.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::sync::Notify;

use crate::limits::{OUTBOX_BYTES_MAX, OUTBOX_FRAMES_MAX};

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
#[derive(Debug, PartialEq, Eq)]
pub enum Mail {
    /// Write these in order, then flush once.
    Frames(VecDeque<Bytes>),
    /// Everything queued was dropped a while ago and the socket has caught up.
    CaughtUp,
    /// Close, without writing more.
    Close(Farewell),
}

/// The queue of one socket; clones share it.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Default)]
struct State {
    frames: VecDeque<Bytes>,
    bytes: usize,
    overflowed: bool,
    farewell: Option<Farewell>,
}

impl Outbox {
    /// Queues a frame, or drops it when this peer is too far behind.
    pub fn push(&self, frame: Bytes) {
        let mut state = self.state();
        if state.overflowed || state.farewell.is_some() {
            return;
        }
        state.bytes += frame.len();
        state.frames.push_back(frame);
        if state.bytes > OUTBOX_BYTES_MAX && state.frames.len() > 1
            || state.frames.len() > OUTBOX_FRAMES_MAX
        {
            state.frames.clear();
            state.bytes = 0;
            state.overflowed = true;
        }
        drop(state);
        self.0.changed.notify_one();
    }

    /// Asks the writer to close the socket; the first reason given is the one told.
    pub fn close(&self, farewell: Farewell) {
        self.state().farewell.get_or_insert(farewell);
        self.0.changed.notify_one();
    }

    /// Waits until there is something to do for the writer. Cancelling it loses nothing.
    pub async fn next(&self) -> Mail {
        loop {
            if let Some(mail) = self.take() {
                return mail;
            }
            self.0.changed.notified().await;
        }
    }

    fn take(&self) -> Option<Mail> {
        let mut state = self.state();
        if let Some(farewell) = state.farewell {
            return Some(Mail::Close(farewell));
        }
        if std::mem::take(&mut state.overflowed) {
            return Some(Mail::CaughtUp);
        }
        if state.frames.is_empty() {
            return None;
        }
        state.bytes = 0;
        Some(Mail::Frames(std::mem::take(&mut state.frames)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is consistent between any two statements, so a poisoned lock is still good.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(bytes: usize) -> Bytes {
        Bytes::from(vec![0; bytes])
    }

    #[tokio::test]
    async fn what_is_pushed_is_handed_over_in_order() {
        let outbox = Outbox::default();
        outbox.push(Bytes::from_static(b"one"));
        outbox.push(Bytes::from_static(b"two"));
        assert_eq!(
            outbox.next().await,
            Mail::Frames(VecDeque::from(["one".into(), "two".into()]))
        );
    }

    #[tokio::test]
    async fn an_overflow_drops_everything_until_the_writer_is_back() {
        let outbox = Outbox::default();
        outbox.push(frame(OUTBOX_BYTES_MAX / 2));
        outbox.push(frame(OUTBOX_BYTES_MAX / 2 + 1));
        outbox.push(frame(1));
        assert_eq!(outbox.next().await, Mail::CaughtUp);
        outbox.push(frame(1));
        assert_eq!(
            outbox.next().await,
            Mail::Frames(VecDeque::from([frame(1)]))
        );
    }

    #[tokio::test]
    async fn one_frame_of_any_size_passes() {
        let outbox = Outbox::default();
        outbox.push(frame(OUTBOX_BYTES_MAX + 1));
        assert!(matches!(outbox.next().await, Mail::Frames(frames) if frames.len() == 1));
    }

    #[tokio::test]
    async fn a_farewell_comes_before_what_is_queued() {
        let outbox = Outbox::default();
        outbox.push(frame(1));
        outbox.close(Farewell::SessionEnded);
        outbox.close(Farewell::GoingAway);
        assert_eq!(outbox.next().await, Mail::Close(Farewell::SessionEnded));
    }
}
