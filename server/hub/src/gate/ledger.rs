//! The place of changes in the history: who owns an actor, which number comes next.

use std::collections::HashMap;

use automerge::{ActorId, Automerge, Change, ChangeHash};

use crate::limits::{DOCUMENT_ACTORS_MAX, DOCUMENT_OPS_MAX};
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
}

/// All actors of a document and the highest operation number, in memory.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ledger {
    actors: HashMap<ActorId, Actor>,
    op_max: u64,
}

/// What a record changed.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    actor: ActorId,
    before: Option<Actor>,
    op_max: u64,
}

impl Undo {
    /// Whether the record bound an actor that was not seen before.
    pub(crate) fn is_newcomer(&self) -> bool {
        self.before.is_none()
    }
}

/// Looks up changes that are part of the history.
pub(crate) trait History {
    /// The highest operation number of a known change, `None` for an unknown one.
    fn op_max_of(&self, hash: &ChangeHash) -> Option<u64>;
}

impl History for Automerge {
    fn op_max_of(&self, hash: &ChangeHash) -> Option<u64> {
        self.get_change_meta_by_hash(hash).map(|meta| meta.max_op)
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
            };
            ledger.actors.insert(ActorId::from(actor), known);
        }
        for change in document.get_changes_meta(&[]) {
            ledger.note(&change.actor, change.seq, change.max_op, None);
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
        self.admit_actor(change, sender)?;
        // A higher number than the next would use up the 32 bits for everybody.
        let starts = change.start_op().get();
        if starts <= before || starts > self.op_max + 1 {
            return Err(RefusalCode::Malformed);
        }
        match change.max_op() <= DOCUMENT_OPS_MAX {
            true => Ok(()),
            false => Err(RefusalCode::TooLarge),
        }
    }

    fn admit_actor(&self, change: &Change, sender: Sender) -> Result<(), RefusalCode> {
        let Some(actor) = self.actors.get(change.actor_id()) else {
            return self.admit_newcomer(change);
        };
        match (actor.owner == Some(sender), change.seq()) {
            (false, _) => Err(RefusalCode::ForgedAuthor),
            (true, seq) if seq == actor.seq + 1 => Ok(()),
            (true, seq) if seq > actor.seq => Err(RefusalCode::UnknownDependencies),
            // Two different changes with one number: a copied profile or a forgery.
            (true, _) => Err(RefusalCode::Malformed),
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
    pub(crate) fn record(&mut self, change: &Change, owner: Option<Sender>) -> Undo {
        let actor = change.actor_id();
        let undo = Undo {
            actor: actor.clone(),
            before: self.actors.get(actor).cloned(),
            op_max: self.op_max,
        };
        self.note(actor, change.seq(), change.max_op(), owner);
        undo
    }

    /// Takes a record back; the latest first.
    pub(crate) fn undo(&mut self, undo: Undo) {
        self.op_max = undo.op_max;
        match undo.before {
            Some(before) => self.actors.insert(undo.actor, before),
            None => self.actors.remove(&undo.actor),
        };
    }

    fn note(&mut self, actor: &ActorId, seq: u64, op_max: u64, owner: Option<Sender>) {
        self.op_max = self.op_max.max(op_max);
        let known = self.actors.entry(actor.clone());
        let known = known.or_insert(Actor { owner, seq });
        known.seq = known.seq.max(seq);
    }

    /// Makes sure nobody can use this actor.
    pub(crate) fn reserve(&mut self, actor: ActorId) {
        let known = Actor {
            owner: None,
            seq: 0,
        };
        self.actors.entry(actor).or_insert(known).owner = None;
    }
}

/// The highest operation number among the dependencies, all of which must be known.
fn ops_before(change: &Change, history: &impl History) -> Result<u64, RefusalCode> {
    let known = |hash| history.op_max_of(hash);
    let mut each = change.deps().iter().map(known);
    let highest = each.try_fold(0, |highest, op_max| Some(op_max?.max(highest)));
    highest.ok_or(RefusalCode::UnknownDependencies)
}
