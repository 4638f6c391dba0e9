//! The changes of one message on their way through the gate to the next tick.

use bytes::Bytes;

use super::pending::{Known, Waiting};
use super::{PeerKey, RefusalCode, Room};
use crate::gate::{Budget, RawChange, Readable, Sender, split};
use crate::limits::{DOCUMENT_BYTES_MAX, LATE_PASSES_MAX};

/// One message's worth of changes.
struct Delivery {
    now_ms: u64,
    peer: PeerKey,
    sender: Sender,
    budget: Budget,
    /// Changes that came before what they build on.
    late: Vec<Readable>,
}

impl Room {
    pub(super) fn deliver(
        &mut self,
        now_ms: u64,
        peer: PeerKey,
        sender: Sender,
        chunks: &[Bytes],
    ) -> Result<(), RefusalCode> {
        let mut delivery = Delivery {
            now_ms,
            peer,
            sender,
            budget: Budget::default(),
            late: Vec::new(),
        };
        let outcome = self.take_chunks(&mut delivery, chunks);
        outcome.and(self.take_late(delivery))
    }

    /// One bad change does not spoil the others. Bad framing does: no client writes it, and each
    /// such chunk may cost an inflation.
    fn take_chunks(
        &mut self,
        delivery: &mut Delivery,
        chunks: &[Bytes],
    ) -> Result<(), RefusalCode> {
        let mut outcome = Ok(());
        for raw in chunks.iter().flat_map(|chunk| split(chunk)) {
            let raw = match raw {
                Ok(raw) => raw,
                Err(code) => return outcome.and(Err(code)),
            };
            let taken = self.take_chunk(delivery, &raw);
            outcome = outcome.and(taken);
            if delivery.budget.is_spent() || taken == Err(RefusalCode::Busy) {
                break;
            }
        }
        outcome
    }

    fn take_chunk(
        &mut self,
        delivery: &mut Delivery,
        raw: &RawChange<'_>,
    ) -> Result<(), RefusalCode> {
        delivery.budget.spend_bytes(raw)?;
        if self.is_known(&raw.hash) {
            return Ok(());
        }
        if self.quarantined.contains(&raw.hash) {
            return Err(RefusalCode::Damaged);
        }
        self.has_room_for(delivery.peer, raw.body().len())?;
        let readable = delivery.budget.read(raw, self.identity.kept_keys)?;
        self.count_operations(delivery, readable.change.len())?;
        match self.admit(delivery.peer, delivery.sender, readable.clone()) {
            Err(RefusalCode::UnknownDependencies) => delivery.late.push(readable),
            outcome => outcome?,
        }
        Ok(())
    }

    fn has_room_for(&self, peer: PeerKey, bytes: usize) -> Result<(), RefusalCode> {
        let document_bytes = self.baseline.bytes() + self.pending.bytes() + bytes;
        if document_bytes > DOCUMENT_BYTES_MAX {
            return Err(RefusalCode::TooLarge);
        }
        match self.pending.has_room(peer, bytes) {
            true => Ok(()),
            false => Err(RefusalCode::Busy),
        }
    }

    fn count_operations(&mut self, delivery: &Delivery, count: usize) -> Result<(), RefusalCode> {
        let peer = self.peers.get_mut(&delivery.peer);
        match peer.is_none_or(|peer| peer.operations.add(delivery.now_ms, count)) {
            true => Ok(()),
            false => Err(RefusalCode::Busy),
        }
    }

    /// Changes that came before what they build on get another chance once all were seen.
    fn take_late(&mut self, delivery: Delivery) -> Result<(), RefusalCode> {
        let mut late = delivery.late;
        for _ in 0..LATE_PASSES_MAX {
            let before = late.len();
            late.retain(|readable| {
                let admitted = self.admit(delivery.peer, delivery.sender, readable.clone());
                admitted.is_err()
            });
            if late.is_empty() || late.len() == before {
                break;
            }
        }
        match late.is_empty() {
            true => Ok(()),
            false => Err(RefusalCode::UnknownDependencies),
        }
    }

    /// Queues a change for the next tick if its place in the history is right.
    pub(super) fn admit(
        &mut self,
        peer: PeerKey,
        sender: Sender,
        readable: Readable,
    ) -> Result<(), RefusalCode> {
        let known = Known {
            document: &self.document,
            pending: &self.pending,
        };
        let Readable {
            change,
            marks,
            writes_root,
            writes_kept,
        } = readable;
        if writes_kept || (writes_root && self.identity.root_is_closed) {
            return Err(RefusalCode::Malformed);
        }
        self.ledger.admit(&change, sender, &known)?;
        let undo = self.ledger.record(&change, Some(sender), &known);
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
