//! Peers who come, go, gain and lose rights, and what they tell each other without keeping it.

use bytes::Bytes;

use super::peer::{Peer, Standing};
use super::pending::Waiting;
use super::{Access, AlreadySent, Effect, PeerKey, RefusalCode, Room};
use crate::limits::{EPHEMERAL_BYTES_MAX, PEERS_MAX};

impl Room {
    pub(super) fn enter(&mut self, key: PeerKey, mut peer: Peer, already_sent: AlreadySent) {
        if self.peers.len() >= PEERS_MAX && !self.peers.contains_key(&key) {
            return self.refuse(key, RefusalCode::Busy);
        }
        match already_sent {
            AlreadySent::Nothing => {}
            AlreadySent::Something => {
                // What it sent to the earlier room and we did not keep must come again.
                peer.standing = Standing::Waiting;
                peer.resend.want();
                self.owed.insert(key);
            }
            AlreadySent::Everything => peer.standing = Standing::Current,
        }
        self.peers.insert(key, peer);
    }

    /// What this peer sent and was admitted stays: it was sent while it had the right.
    pub(super) fn leave(&mut self, key: PeerKey) {
        self.peers.remove(&key);
        self.owed.remove(&key);
    }

    pub(super) fn set_access(&mut self, key: PeerKey, access: Access) {
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        peer.access = access;
        if peer.is_owed() {
            self.owed.insert(key);
        }
        if access == Access::Read && self.pending.holds_some_of(key) {
            self.drop_pending_of(key);
        }
    }

    /// Takes a peer's waiting changes out.
    fn drop_pending_of(&mut self, key: PeerKey) {
        let mut waiting = self.pending.take();
        self.strike_out(&waiting);
        self.refuse_for_now(key, RefusalCode::ReadOnly);
        waiting.retain(|one| one.peer != key);
        self.admit_again(waiting);
    }

    /// Takes the latest changes out of the ledger.
    pub(super) fn strike_out(&mut self, waiting: &[Waiting]) {
        for one in waiting.iter().rev() {
            self.ledger.undo(one.undo.clone());
        }
    }

    /// Admits changes whose ground has moved: what they build on may be gone.
    pub(super) fn admit_again(&mut self, waiting: Vec<Waiting>) {
        for one in waiting {
            let (peer, sender) = (one.peer, one.sender);
            if let Err(code) = self.admit(peer, sender, one.into_readable()) {
                self.refuse_for_now(peer, code);
            }
        }
    }

    pub(super) fn overflowed(&mut self, key: PeerKey) {
        if let Some(peer) = self.peers.get_mut(&key) {
            peer.standing = match peer.standing {
                Standing::Silent => Standing::Silent,
                _ => Standing::Overflowed,
            };
        }
    }

    pub(super) fn drained(&mut self, key: PeerKey) {
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        // Also one we think is up to date: the overflow may have been told to an earlier room.
        if peer.standing != Standing::Silent {
            peer.standing = Standing::Waiting;
            self.owed.insert(key);
        }
    }

    /// Passes on what somebody who writes here says. Readers have no caret to tell of. Stock clients send back every
    /// ephemeral message they receive; such an echo names another sender and is dropped without a word.
    pub(super) fn relay(&mut self, from: PeerKey, sender_id: &str, frame: Bytes) {
        let speaks = |peer: &Peer| peer.id == sender_id && peer.access == Access::Write;
        if !self.peers.get(&from).is_some_and(speaks) || frame.len() > EPHEMERAL_BYTES_MAX {
            return;
        }
        let listens = |peer: &Peer| peer.standing != Standing::Overflowed;
        let others = self.peers.iter().filter(|(key, _)| **key != from);
        let to: Vec<PeerKey> = others
            .filter(|(_, peer)| listens(peer))
            .map(|(key, _)| *key)
            .collect();
        if !to.is_empty() {
            self.emit(Effect::Send { to, frame });
        }
    }
}
