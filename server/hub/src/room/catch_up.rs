//! Full answers to peers who join, rejoin or fell behind, and requests to send again.

use automerge::ChangeHash;
use bytes::Bytes;

use super::peer::{Peer, Standing};
use super::{Access, Effect, PeerKey, Room};
use crate::guarded::guarded;
use crate::sync_message::Outgoing;

impl Room {
    /// Gives peers what they are owed. While the disk works nothing is said, since the document
    /// holds more than what may be told.
    pub(super) fn serve(&mut self, now_ms: u64) {
        if self.is_writing() || self.given_up {
            return;
        }
        for key in self.owed.iter().copied().collect::<Vec<_>>() {
            self.answer(key, now_ms);
            self.ask_again(key, now_ms);
        }
        let peers = &self.peers;
        self.owed
            .retain(|key| peers.get(key).is_some_and(Peer::is_owed));
    }

    /// When the next peer who is owed something can be given it.
    pub(super) fn owed_due_ms(&self) -> Option<u64> {
        if self.is_writing() {
            return None;
        }
        self.owed.iter().filter_map(|key| self.due_ms(*key)).min()
    }

    fn due_ms(&self, key: PeerKey) -> Option<u64> {
        let peer = self.peers.get(&key)?;
        match peer.standing {
            Standing::Waiting => Some(peer.full_syncs.due_ms()),
            Standing::Current if self.can_take_back(key) => peer.resend.due_ms(),
            _ => None,
        }
    }

    fn answer(&mut self, key: PeerKey, now_ms: u64) {
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        if peer.standing != Standing::Waiting || peer.full_syncs.take(now_ms).is_err() {
            return;
        }
        peer.standing = Standing::Current;
        let claimed = peer.claimed.clone();
        let frame = self.frame(&self.missing(&claimed));
        self.emit(Effect::Send {
            to: vec![key],
            frame,
        });
    }

    /// What a peer lacks that claims to hold these changes: nothing, the changes since, or, when
    /// it holds nothing or that is shorter, the whole document.
    fn missing(&self, claimed: &[ChangeHash]) -> Vec<Bytes> {
        if self.holds_all(claimed) {
            return Vec::new();
        }
        let since = self.changes_since(claimed);
        let changes = since.filter(|changes| changes.len() < self.baseline.bytes());
        changes.map_or_else(|| self.baseline.chunks(), |changes| vec![changes])
    }

    fn holds_all(&self, claimed: &[ChangeHash]) -> bool {
        self.durable_heads.iter().all(|head| claimed.contains(head))
    }

    fn changes_since(&self, claimed: &[ChangeHash]) -> Option<Bytes> {
        // With a commit that failed the document is ahead of the disk.
        if self.commit.is_some() {
            return None;
        }
        let known = |hash: &&ChangeHash| self.document.get_change_meta_by_hash(hash).is_some();
        let known: Vec<ChangeHash> = claimed.iter().filter(known).copied().collect();
        if known.is_empty() {
            return None;
        }
        guarded(|| Bytes::from(self.document.save_after(&known))).ok()
    }

    /// Makes a client forget what it has already sent, by heads that are empty ('we lost all'),
    /// and tells the true heads right after. It answers with all it has beyond `last_sync`.
    fn ask_again(&mut self, key: PeerKey, now_ms: u64) {
        if !self.can_take_back(key) {
            return;
        }
        let Some(peer) = self.peers.get_mut(&key) else {
            return;
        };
        if peer.resend.due_ms().is_none_or(|due_ms| due_ms > now_ms) {
            return;
        }
        peer.resend.asked(now_ms);
        let lost_all = Outgoing {
            heads: &[],
            need: &[],
            last_sync: &self.durable_heads,
        };
        for frame in [self.encode(lost_all, &[]), self.frame(&[])] {
            self.emit(Effect::Send {
                to: vec![key],
                frame,
            });
        }
    }

    /// Whether a peer may send everything again: only once what it sent before is settled, since it
    /// sends all the disk has not got.
    fn can_take_back(&self, key: PeerKey) -> bool {
        let peer = self.peers.get(&key);
        let ready =
            peer.is_some_and(|p| p.standing == Standing::Current && p.access == Access::Write);
        ready
            && self.commit.is_none()
            && self.pending.has_ample_room()
            && !self.pending.holds_some_of(key)
    }
}
