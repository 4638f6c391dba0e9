//! Meets those who come while a document is still being loaded: what they lack lies on disk already.
//!
//! Loading the longest history takes a second; most who come have nothing of it, and what they are given is what it is
//! loaded from.

use automerge::ChangeHash;
use bytes::Bytes;

use super::Identity;
use super::opening::need_no_proof;
use crate::sync_message::{Outgoing, parse};

/// The answers there are before a document is in memory.
pub struct Porch {
    heads: Vec<ChangeHash>,
    everything: Bytes,
    nothing: Bytes,
}

impl Porch {
    /// `pieces` are exactly what the document is being loaded from: a snapshot that was verified when it was written, then
    /// commits in their order; `heads` are those after the last one. Nothing may be written until the room is open.
    ///
    /// `None` when something in the commits has to be proved by the whole document first. Blocking: a commit takes some
    /// microseconds.
    pub fn of(
        identity: &Identity,
        pieces: &[impl AsRef<[u8]>],
        heads: &[[u8; 32]],
    ) -> Option<Porch> {
        if !need_no_proof(pieces.get(1..)?) {
            return None;
        }
        let mut heads: Vec<ChangeHash> = heads.iter().copied().map(ChangeHash).collect();
        heads.sort_unstable();
        let message = Outgoing {
            heads: &heads,
            need: &[],
            last_sync: &heads,
        };
        Some(Porch {
            everything: identity.frame(message, pieces),
            nothing: identity.frame(message, &[] as &[&[u8]]),
            heads,
        })
    }

    /// The answer to somebody's first message, when they have nothing of the document or all of it; they enter the room as
    /// [`AlreadySent::Everything`](super::AlreadySent). What anybody else says is for the room.
    pub fn answer(&self, data: &Bytes) -> Option<Bytes> {
        let message = parse(data).ok()?;
        if !message.changes.is_empty() || !message.need.is_empty() {
            return None;
        }
        if message.claimed().next().is_none() {
            return Some(self.everything.clone());
        }
        (message.heads == self.heads).then(|| self.nothing.clone())
    }
}
