//! What a peer says: what it holds, what it misses, and changes for the gate.

use automerge::ChangeHash;
use bytes::Bytes;

use super::peer::Standing;
use super::pending::{Known, Waiting};
use super::{Access, PeerKey, RefusalCode, Room};
use crate::gate::{Budget, RawChange, Readable, Sender, split};
use crate::limits::{DOCUMENT_BYTES_MAX, LATE_PASSES_MAX};
use crate::sync_message::{Incoming, ParseError, parse};

impl Room {
    pub(super) fn hear(&mut self, key: PeerKey, data: &Bytes) {
        if !self.peers.contains_key(&key) {
            return;
        }
        match parse(data) {
            Ok(message) => self.hear_message(key, &message),
            Err(ParseError::TooLarge) => self.refuse(key, RefusalCode::TooLarge),
            Err(ParseError::Malformed) => self.refuse(key, RefusalCode::Malformed),
        }
    }

    fn hear_message(&mut self, key: PeerKey, message: &Incoming) {
        self.note_position(key, message);
        let outcome = self.take_changes(key, &message.changes);
        if message.heads.iter().all(|head| self.is_known(head)) {
            self.note_complete(key);
        }
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

    fn note_complete(&mut self, key: PeerKey) {
        if let Some(peer) = self.peers.get_mut(&key) {
            peer.resend.confirm();
        }
    }

    /// Admits what may be admitted; returns the first reason why something was not.
    fn take_changes(&mut self, key: PeerKey, chunks: &[Bytes]) -> Result<(), RefusalCode> {
        let Some(peer) = self.peers.get(&key).filter(|_| !chunks.is_empty()) else {
            return Ok(());
        };
        if peer.access == Access::Read {
            return Err(RefusalCode::ReadOnly);
        }
        let sender = peer.participant;
        let mut late = Vec::new();
        let outcome = self.take_chunks(key, sender, chunks, &mut late);
        outcome.and(self.take_late(key, sender, late))
    }

    /// One bad change does not spoil the others. Bad framing does: no client writes it, and each
    /// such chunk may cost an inflation.
    fn take_chunks(
        &mut self,
        key: PeerKey,
        sender: Sender,
        chunks: &[Bytes],
        late: &mut Vec<Readable>,
    ) -> Result<(), RefusalCode> {
        let mut budget = Budget::default();
        let mut outcome = Ok(());
        for raw in chunks.iter().flat_map(|chunk| split(chunk)) {
            let raw = match raw {
                Ok(raw) => raw,
                Err(code) => return outcome.and(Err(code)),
            };
            let taken = self.take_chunk(key, &raw, &mut budget);
            let admitted = taken.and_then(|change| self.admit_or_keep(key, sender, change, late));
            outcome = outcome.and(admitted);
            if budget.is_spent() || admitted == Err(RefusalCode::Busy) {
                break;
            }
        }
        outcome
    }

    /// Reads a chunk; nothing comes of one that is known.
    fn take_chunk(
        &self,
        key: PeerKey,
        raw: &RawChange<'_>,
        budget: &mut Budget,
    ) -> Result<Option<Readable>, RefusalCode> {
        budget.spend_bytes(raw)?;
        if self.is_known(&raw.hash) {
            return Ok(None);
        }
        if self.quarantined.contains(&raw.hash) {
            return Err(RefusalCode::Damaged);
        }
        let bytes = raw.body().len();
        if self.baseline.bytes() + self.pending.bytes() + bytes > DOCUMENT_BYTES_MAX {
            return Err(RefusalCode::TooLarge);
        }
        match self.pending.has_room(key, bytes) {
            true => budget.read(raw).map(Some),
            false => Err(RefusalCode::Busy),
        }
    }

    fn admit_or_keep(
        &mut self,
        key: PeerKey,
        sender: Sender,
        change: Option<Readable>,
        late: &mut Vec<Readable>,
    ) -> Result<(), RefusalCode> {
        let Some(change) = change else {
            return Ok(());
        };
        match self.admit(key, sender, change.clone()) {
            Err(RefusalCode::UnknownDependencies) => late.push(change),
            outcome => outcome?,
        }
        Ok(())
    }

    /// Changes that came before what they build on get another chance once all were seen.
    fn take_late(
        &mut self,
        key: PeerKey,
        sender: Sender,
        mut late: Vec<Readable>,
    ) -> Result<(), RefusalCode> {
        for _ in 0..LATE_PASSES_MAX {
            let before = late.len();
            late.retain(|change| self.admit(key, sender, change.clone()).is_err());
            if late.is_empty() || late.len() == before {
                break;
            }
        }
        match late.is_empty() {
            true => Ok(()),
            false => Err(RefusalCode::UnknownDependencies),
        }
    }

    fn is_known(&self, hash: &ChangeHash) -> bool {
        self.pending.contains(hash) || self.document.get_change_meta_by_hash(hash).is_some()
    }

    /// Queues a change for the next tick if its place in the history is right.
    pub(super) fn admit(
        &mut self,
        peer: PeerKey,
        sender: Sender,
        readable: Readable,
    ) -> Result<(), RefusalCode> {
        let Readable { change, marks } = readable;
        let known = Known {
            document: &self.document,
            pending: &self.pending,
        };
        self.ledger.admit(&change, sender, &known)?;
        let undo = self.ledger.record(&change, Some(sender));
        self.pending.push(Waiting {
            peer,
            sender,
            change,
            marks,
            undo,
        });
        if let Some(peer) = self.peers.get_mut(&peer) {
            peer.resend.relax();
        }
        Ok(())
    }
}
