//! After a panic: a fresh document from the baseline, and the change that broke it left out.

use std::collections::{BTreeMap, HashSet};

use automerge::{ActorId, Automerge};
use bytes::Bytes;

use super::baseline::verified_snapshot;
use super::pending::Waiting;
use super::tick::apply;
use super::{Effect, PeerKey, RefusalCode, Room};
use crate::gate::History;
use crate::limits::QUARANTINED_HASHES_MAX;

/// One peer's changes of the tick that failed.
type Group = (PeerKey, Vec<Waiting>);

/// What came out of looking for the culprits.
#[derive(Default)]
struct Sifted {
    good: Vec<Waiting>,
    bad: Vec<Group>,
}

impl Room {
    /// Replaces the document and returns what of the batch it took after all. Peers whose changes
    /// break it lose all they sent in this tick; the others lose nothing.
    pub(super) fn salvage(&mut self, batch: Vec<Waiting>, why: &str) -> Vec<Waiting> {
        let later = self.pending.take();
        self.strike_out(&later);
        self.strike_out(&batch);
        let Ok(document) = self.baseline.load(&self.document, &self.durable_heads) else {
            self.quarantine(None, why, &batch);
            self.give_up(why);
            return Vec::new();
        };
        let mut sifted = Sifted::default();
        self.document = sift(document, groups(batch), &mut sifted);
        self.document.set_actor(ActorId::from(self.identity.actor));
        for (peer, changes) in sifted.bad {
            self.turn_away(peer, why, &changes);
        }
        let taken = self.record_again(sifted.good);
        self.admit_again(later);
        taken
    }

    /// The culprit is told; a peer who only built on the culprit's changes may try again.
    fn turn_away(&mut self, peer: PeerKey, why: &str, changes: &[Waiting]) {
        if self.is_orphaned(changes) {
            return self.refuse_for_now(peer, RefusalCode::UnknownDependencies);
        }
        self.quarantine(Some(peer), why, changes);
        self.refuse(peer, RefusalCode::Damaged);
    }

    fn is_orphaned(&self, changes: &[Waiting]) -> bool {
        let own: HashSet<_> = changes.iter().map(|one| one.change.hash()).collect();
        let mut dependencies = changes.iter().flat_map(|one| one.change.deps());
        dependencies.any(|hash| !own.contains(hash) && self.document.place_of(hash).is_none())
    }

    /// The ledger follows the document. What was good has been admitted before, but may have
    /// built on what was bad.
    fn record_again(&mut self, good: Vec<Waiting>) -> Vec<Waiting> {
        let record = |mut one: Waiting| {
            one.undo = self
                .ledger
                .record(&one.change, Some(one.sender), &self.document);
            one
        };
        good.into_iter().map(record).collect()
    }

    fn quarantine(&mut self, peer: Option<PeerKey>, why: &str, changes: &[Waiting]) {
        let bytes = changes.iter().flat_map(|one| one.change.raw_bytes());
        let effect = Effect::Quarantine {
            peer,
            why: why.to_owned(),
            bytes: bytes.copied().collect::<Bytes>(),
        };
        self.emit(effect);
        let hashes = changes.iter().map(|one| one.change.hash());
        let room = QUARANTINED_HASHES_MAX.saturating_sub(self.quarantined.len());
        self.quarantined.extend(hashes.take(room));
    }
}

fn groups(batch: Vec<Waiting>) -> Vec<Group> {
    let mut groups: BTreeMap<PeerKey, Vec<Waiting>> = BTreeMap::new();
    for one in batch {
        groups.entry(one.peer).or_default().push(one);
    }
    groups.into_iter().collect()
}

/// Applies what can be applied and loads again, halving what cannot until single peers remain.
fn sift(document: Automerge, mut groups: Vec<Group>, sifted: &mut Sifted) -> Automerge {
    let mut trial = document.clone();
    let batch = groups.iter().flat_map(|(_, all)| all).cloned();
    let batch: Vec<Waiting> = batch.collect();
    let applied = apply(&mut trial, &batch);
    if applied.and_then(|()| verified_snapshot(&trial)).is_ok() {
        sifted.good.extend(batch);
        return trial;
    }
    if groups.len() <= 1 {
        sifted.bad.extend(groups);
        return document;
    }
    let second_half = groups.split_off(groups.len() / 2);
    let document = sift(document, groups, sifted);
    sift(document, second_half, sifted)
}
