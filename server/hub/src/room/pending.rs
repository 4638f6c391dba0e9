//! Changes that passed the gate and wait for the next tick.

use std::collections::HashMap;

use automerge::{Automerge, Change, ChangeHash};

use super::PeerKey;
use crate::gate::{History, Mark, Place, Readable, Sender, Undo};
use crate::limits::{
    CLOCK_KEPT_EVERY, PENDING_BYTES_MAX, PENDING_BYTES_PER_PEER_MAX, PENDING_CHANGES_MAX,
    ROUNDED_CHANGES_MIN, TICK_BYTES_MAX, TICK_OPS_MAX,
};

/// One admitted change.
#[derive(Debug, Clone)]
pub(super) struct Waiting {
    pub(super) peer: PeerKey,
    pub(super) sender: Sender,
    pub(super) change: Change,
    /// The marks it puts on text.
    pub(super) marks: Vec<Mark>,
    /// How to take the change out of the ledger again.
    pub(super) undo: Undo,
}

impl Waiting {
    /// Back to before it was admitted.
    pub(super) fn into_readable(self) -> Readable {
        Readable {
            change: self.change,
            marks: self.marks,
            // Only changes that leave alone what is the server's are ever admitted.
            writes_root: false,
            writes_kept: false,
        }
    }
}

/// Changes in the order they were admitted.
#[derive(Debug, Default)]
pub(super) struct Pending {
    changes: Vec<Waiting>,
    places: HashMap<ChangeHash, Place>,
    bytes: usize,
    bytes_of: HashMap<PeerKey, usize>,
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(super) fn contains(&self, hash: &ChangeHash) -> bool {
        self.places.contains_key(hash)
    }

    /// Whether something of this peer's waits.
    pub(super) fn holds_some_of(&self, peer: PeerKey) -> bool {
        self.bytes_of.contains_key(&peer)
    }

    /// Whether `bytes` more of this peer's fit.
    pub(super) fn has_room(&self, peer: PeerKey, bytes: usize) -> bool {
        let own = self.bytes_of.get(&peer).copied().unwrap_or(0);
        self.changes.len() < PENDING_CHANGES_MAX
            && self.bytes + bytes <= PENDING_BYTES_MAX
            && own + bytes <= PENDING_BYTES_PER_PEER_MAX
    }

    /// Whether the queue is so empty that those who were turned away may come back.
    pub(super) fn has_ample_room(&self) -> bool {
        self.bytes <= PENDING_BYTES_MAX / 2 && self.changes.len() <= PENDING_CHANGES_MAX / 2
    }

    pub(super) fn push(&mut self, waiting: Waiting) {
        let bytes = waiting.change.raw_bytes().len();
        self.bytes += bytes;
        *self.bytes_of.entry(waiting.peer).or_default() += bytes;
        let place = Place {
            op_max: waiting.change.max_op(),
            dependencies: waiting.change.deps().to_vec(),
        };
        self.places.insert(waiting.change.hash(), place);
        self.changes.push(waiting);
    }

    /// Takes the changes of one tick, the oldest first, for a document of so many changes.
    pub(super) fn take_tick(&mut self, changes_before: u64) -> Vec<Waiting> {
        let mut tick = self.take();
        let (mut bytes, mut operations) = (0, 0);
        let mut fits = |one: &Waiting| {
            let fits = bytes < TICK_BYTES_MAX && operations < TICK_OPS_MAX;
            bytes += one.change.raw_bytes().len();
            operations += one.change.len();
            fits
        };
        let count = tick.iter().take_while(|one| fits(one)).count();
        let count = rounded(changes_before, count);
        tick.drain(count..).for_each(|one| self.push(one));
        tick
    }

    /// How many bytes wait.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Empties the queue.
    pub(super) fn take(&mut self) -> Vec<Waiting> {
        std::mem::take(self).changes
    }
}

/// How many of `count` changes a tick takes.
///
/// Automerge keeps the clock of every sixteenth change of a document at hand. Where many write at once, each change builds
/// on the merge change of a tick; if that one's clock has to be worked out anew each time, through all the changes it
/// merges, a tick costs as the square of its size. So a large tick leaves a few changes to the next one, and its merge
/// change comes to stand on such a place.
fn rounded(changes_before: u64, count: usize) -> usize {
    if count < ROUNDED_CHANGES_MIN {
        return count;
    }
    let with_merge = changes_before + count as u64 + 1;
    let spare = with_merge % CLOCK_KEPT_EVERY;
    count - usize::try_from(spare).unwrap_or(0)
}

/// What a new change may build on: the document and what waits to get into it.
pub(super) struct Known<'a> {
    pub(super) document: &'a Automerge,
    pub(super) pending: &'a Pending,
}

impl History for Known<'_> {
    fn place_of(&self, hash: &ChangeHash) -> Option<Place> {
        let waiting = self.pending.places.get(hash).cloned();
        waiting.or_else(|| self.document.place_of(hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_merge_change_of_a_large_tick_has_its_clock_kept() {
        for before in 0..40 {
            for count in ROUNDED_CHANGES_MIN..ROUNDED_CHANGES_MIN + 40 {
                let taken = rounded(before, count);
                assert_eq!((before + taken as u64 + 1) % CLOCK_KEPT_EVERY, 0);
                assert!(taken <= count && count - taken < 16);
            }
        }
    }

    #[test]
    fn a_small_tick_leaves_nothing() {
        assert_eq!(rounded(3, ROUNDED_CHANGES_MIN - 1), ROUNDED_CHANGES_MIN - 1);
    }
}
