//! What a peer says: what it holds, what it misses, and changes for the gate.

use automerge::ChangeHash;
use bytes::Bytes;

use super::peer::Standing;
use super::{Access, PeerKey, RefusalCode, Room};
use crate::sync_message::{Incoming, ParseError, parse};

impl Room {
    pub(super) fn hear(&mut self, now_ms: u64, key: PeerKey, data: &Bytes) {
        if !self.peers.contains_key(&key) {
            return;
        }
        match parse(data) {
            Ok(message) => self.hear_message(now_ms, key, &message),
            Err(ParseError::TooLarge) => self.refuse(key, RefusalCode::TooLarge),
            Err(ParseError::Malformed) => self.refuse(key, RefusalCode::Malformed),
        }
    }

    fn hear_message(&mut self, now_ms: u64, key: PeerKey, message: &Incoming) {
        self.note_position(key, message);
        let outcome = self.take_changes(now_ms, key, &message.changes);
        self.note_heads(now_ms, key, message);
        if let Err(code) = outcome {
            match code {
                RefusalCode::ReadOnly | RefusalCode::Busy | RefusalCode::UnknownDependencies => {
                    self.refuse_for_now(key, code);
                }
                _ => self.refuse(key, code),
            }
        }
    }

    /// In the steady state this is all an acknowledgement costs.
    fn note_position(&mut self, key: PeerKey, message: &Incoming) {
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        peer.claimed = message.claimed().copied().collect();
        if !message.need.is_empty() {
            // It misses changes below the heads it names, so these tell nothing.
            peer.claimed.clear();
        }
        let lost = message.is_reset() || !message.need.is_empty();
        if peer.standing == Standing::Silent || (peer.standing == Standing::Current && lost) {
            peer.standing = Standing::Waiting;
            self.owed.insert(key);
        }
    }

    /// Heads that stay unknown after the changes were taken in mean that something got lost.
    fn note_heads(&mut self, now_ms: u64, key: PeerKey, message: &Incoming) {
        let known = message.heads.iter().all(|head| self.is_known(head));
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        // A peer that is not answered yet does not know what to send.
        let known = known || peer.standing != Standing::Current;
        peer.resend.note_heads(now_ms, known);
        if !known {
            self.owed.insert(key);
        }
    }

    /// Admits what may be admitted; returns the first reason why something was not.
    fn take_changes(
        &mut self,
        now_ms: u64,
        key: PeerKey,
        chunks: &[Bytes],
    ) -> Result<(), RefusalCode> {
        let Some(peer) = self.peers.get(&key).filter(|_| !chunks.is_empty()) else {
            return Ok(());
        };
        let sender = peer.participant;
        match peer.access {
            Access::Read => Err(RefusalCode::ReadOnly),
            Access::Write => self.deliver(now_ms, key, sender, chunks),
        }
    }

    pub(super) fn is_known(&self, hash: &ChangeHash) -> bool {
        self.pending.contains(hash) || self.document.get_change_meta_by_hash(hash).is_some()
    }
}
