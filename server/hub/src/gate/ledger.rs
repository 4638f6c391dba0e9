//! The place of changes in the history: who owns an actor, which number comes next.

use std::collections::HashMap;

use automerge::{ActorId, Automerge, Change, ChangeHash};

use super::lineage::{Landmarks, Last};
use super::numbering::{Numbered, Numbers};
use crate::limits::DOCUMENT_ACTORS_MAX;
use crate::room::RefusalCode;

/// The participant who delivers a change.
pub(crate) type Sender = [u8; 16];

/// What is known of one actor.
#[derive(Debug, Clone, PartialEq)]
struct Actor {
    /// Whose it is. Actors nobody was bound to (the server's own, those of the document's
    /// creation) belong to no client.
    owner: Option<Sender>,
    /// The number of its last change.
    seq: u64,
    last: Option<Last>,
}

/// All actors of a document and how far its operation numbers go, in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ledger {
    actors: HashMap<ActorId, Actor>,
    numbers: Numbers,
    landmarks: Landmarks,
}

/// What a record changed.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    actor: ActorId,
    before: Option<Actor>,
    numbers: Numbers,
    leaves_a_gap: bool,
}

impl Undo {
    /// Whether the record bound an actor that was not seen before.
    pub(crate) fn is_newcomer(&self) -> bool {
        self.before.is_none()
    }

    /// Whether the change that was recorded leaves out operation numbers.
    pub(crate) fn leaves_a_gap(&self) -> bool {
        self.leaves_a_gap
    }
}

/// Looks up changes that are part of the history.
pub(crate) trait History {
    /// Where a known change stands, `None` for an unknown one.
    fn place_of(&self, hash: &ChangeHash) -> Option<Place>;
}

/// Where a change stands in the history.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Its highest operation number.
    pub(crate) op_max: u64,
    /// What it builds on.
    pub(crate) dependencies: Vec<ChangeHash>,
}

impl History for Automerge {
    fn place_of(&self, hash: &ChangeHash) -> Option<Place> {
        let meta = self.get_change_meta_by_hash(hash)?;
        Some(Place {
            op_max: meta.max_op,
            dependencies: meta.deps,
        })
    }
}

impl Ledger {
    /// Reads the whole history once. `bindings` tells the owners.
    pub(crate) fn of(document: &Automerge, bindings: Vec<(Vec<u8>, Sender)>) -> Ledger {
        let mut ledger = Ledger::default();
        for (actor, owner) in bindings {
            let known = Actor {
                owner: Some(owner),
                seq: 0,
                last: None,
            };
            ledger.actors.insert(ActorId::from(actor), known);
        }
        let behind = Some(ledger.landmarks.put_up(document.get_heads()));
        let mut op_max: HashMap<ChangeHash, u64> = HashMap::new();
        for change in document.get_changes_meta(&[]) {
            let before = change.deps.iter().filter_map(|hash| op_max.get(hash));
            ledger
                .numbers
                .count(before.max().copied().unwrap_or(0), change.max_op);
            op_max.insert(change.hash, change.max_op);
            let last = Last {
                hash: change.hash,
                op_max: change.max_op,
                behind,
            };
            ledger.note(&change.actor, change.seq, last, None);
        }
        ledger
    }

    /// Whether `change`, delivered by `sender`, may follow what this ledger and `history` hold.
    pub(crate) fn admit(
        &self,
        change: &Change,
        sender: Sender,
        history: &impl History,
    ) -> Result<(), RefusalCode> {
        let before = ops_before(change, history)?;
        self.admit_actor(change, sender, history)?;
        self.numbers.admit(Numbered::of(change, before))
    }

    fn admit_actor(
        &self,
        change: &Change,
        sender: Sender,
        history: &impl History,
    ) -> Result<(), RefusalCode> {
        let Some(actor) = self.actors.get(change.actor_id()) else {
            return self.admit_newcomer(change);
        };
        match (actor.owner == Some(sender), change.seq()) {
            (false, _) => Err(RefusalCode::ForgedAuthor),
            (true, seq) if seq == actor.seq + 1 => self.admit_next(change, actor, history),
            (true, seq) if seq > actor.seq => Err(RefusalCode::UnknownDependencies),
            // Two different changes with one number: a copied profile or a forgery.
            (true, _) => Err(RefusalCode::Malformed),
        }
    }

    fn admit_next(
        &self,
        change: &Change,
        actor: &Actor,
        history: &impl History,
    ) -> Result<(), RefusalCode> {
        let follows = |last| self.landmarks.follow(change.deps(), last, history);
        match actor.last.as_ref().is_none_or(follows) {
            true => Ok(()),
            false => Err(RefusalCode::Malformed),
        }
    }

    fn admit_newcomer(&self, change: &Change) -> Result<(), RefusalCode> {
        match change.seq() {
            _ if self.actors.len() >= DOCUMENT_ACTORS_MAX => Err(RefusalCode::TooLarge),
            1 => Ok(()),
            _ => Err(RefusalCode::UnknownDependencies),
        }
    }

    /// Records an admitted change; a newcomer's actor belongs to `owner` from here on.
    pub(crate) fn record(
        &mut self,
        change: &Change,
        owner: Option<Sender>,
        history: &impl History,
    ) -> Undo {
        let actor = change.actor_id();
        let numbered = Numbered::of(change, ops_before(change, history).unwrap_or(0));
        let undo = Undo {
            actor: actor.clone(),
            before: self.actors.get(actor).cloned(),
            numbers: self.numbers,
            leaves_a_gap: numbered.leaves_a_gap(),
        };
        self.numbers.count(numbered.before, numbered.last);
        let last = Last {
            hash: change.hash(),
            op_max: change.max_op(),
            behind: None,
        };
        self.note(actor, change.seq(), last, owner);
        undo
    }

    /// The document holds `changes` now, and has these heads.
    pub(crate) fn reaches<'a>(
        &mut self,
        heads: Vec<ChangeHash>,
        changes: impl IntoIterator<Item = &'a Change>,
    ) {
        let number = self.landmarks.put_up(heads);
        for change in changes {
            let actor = self.actors.get_mut(change.actor_id());
            let last = actor.and_then(|actor| actor.last.as_mut());
            if let Some(last) = last.filter(|last| last.hash == change.hash()) {
                last.behind = Some(number);
            }
        }
    }

    /// Takes a record back; the latest first.
    pub(crate) fn undo(&mut self, undo: Undo) {
        self.numbers = undo.numbers;
        match undo.before {
            Some(before) => self.actors.insert(undo.actor, before),
            None => self.actors.remove(&undo.actor),
        };
    }

    fn note(&mut self, actor: &ActorId, seq: u64, last: Last, owner: Option<Sender>) {
        let known = self.actors.entry(actor.clone()).or_insert(Actor {
            owner,
            seq: 0,
            last: None,
        });
        if seq > known.seq {
            known.seq = seq;
            known.last = Some(last);
        }
    }

    /// Makes sure nobody can use this actor.
    pub(crate) fn reserve(&mut self, actor: ActorId) {
        let known = Actor {
            owner: None,
            seq: 0,
            last: None,
        };
        self.actors.entry(actor).or_insert(known).owner = None;
    }
}

/// The highest operation number among the dependencies, all of which must be known.
/// Whether a change of the history leaves out operation numbers after those of the changes it builds on.
pub(crate) fn leaves_a_gap(change: &Change, history: &impl History) -> bool {
    let before = ops_before(change, history);
    before.map_or(true, |before| Numbered::of(change, before).leaves_a_gap())
}

fn ops_before(change: &Change, history: &impl History) -> Result<u64, RefusalCode> {
    let known = |hash| history.place_of(hash).map(|place| place.op_max);
    let mut each = change.deps().iter().map(known);
    let highest = each.try_fold(0, |highest, op_max| Some(op_max?.max(highest)));
    highest.ok_or(RefusalCode::UnknownDependencies)
}
