//! Somebody who types: makes the changes that an automerge client makes which has heard everything so far, without
//! holding the document.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, bail};
use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType, SortedVec};
use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use automerge::{
    ActorId, Automerge, Change, ChangeHash, ExpandedChange, ObjId, ROOT, ReadDoc, ScalarValue,
};
use end_to_end::client::light::Checksum;

/// What everybody at one pad knows of it: the heads that were heard last, and the highest operation.
#[derive(Clone)]
pub struct Table(Arc<Mutex<Known>>);

struct Known {
    heads: Vec<ChangeHash>,
    heard: HashSet<Checksum>,
    /// The operations of changes on their way.
    sent: HashMap<Checksum, u64>,
    op_max: u64,
    body: OpId,
    end: OpId,
}

/// A change, ready to be sent.
pub struct Typed {
    /// The automerge sync message that carries it.
    pub message: Vec<u8>,
    /// How the change is recognised when it comes back.
    pub checksum: Checksum,
}

impl Table {
    /// A pad as it was received.
    ///
    /// # Errors
    /// When the bytes are not a pad with a body.
    pub fn set(snapshot: &[u8]) -> Result<Self> {
        let document = Automerge::load(snapshot).context("loading the pad")?;
        let (_, body) = document.get(ROOT, "body")?.context("a pad has a body")?;
        let last = document.length(&body).saturating_sub(1);
        let (_, end) = document
            .get(&body, last)?
            .context("a pad begins with a block")?;
        let changes = document.get_changes(&[]);
        let known = Known {
            heads: document.get_heads(),
            heard: HashSet::new(),
            sent: HashMap::new(),
            op_max: changes.iter().map(Change::max_op).max().unwrap_or(0),
            body: operation(&body)?,
            end: operation(&end)?,
        };
        Ok(Self(Arc::new(Mutex::new(known))))
    }

    /// Takes in what a frame of the server says.
    pub fn hears(&self, heads: &[ChangeHash], checksums: &[Checksum]) {
        let mut known = self.known();
        // Of many who hear the same, one after the other: only the first one's news are news, or it would seem that
        // people forgot what they knew.
        if checksums
            .iter()
            .all(|checksum| known.heard.contains(checksum))
        {
            return;
        }
        known.heads = heads.to_vec();
        for checksum in checksums {
            let op = known.sent.remove(checksum).unwrap_or_default();
            known.op_max = known.op_max.max(op);
            known.heard.insert(*checksum);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn operation(object: &ObjId) -> Result<OpId> {
    match object {
        ObjId::Id(counter, actor, _) => Ok(OpId(*counter, actor.clone())),
        ObjId::Root => bail!("the root is no part of the text"),
    }
}

/// One person's hands.
pub struct Typist {
    table: Table,
    actor: ActorId,
    typed: u64,
    after: OpId,
    last: Option<ChangeHash>,
}

impl Typist {
    /// Somebody who sits down at a table and types at the end of the pad.
    pub fn at(table: &Table) -> Self {
        let mut actor = [0; 16];
        getrandom::fill(&mut actor).expect("the system gives random bytes");
        Self {
            table: table.clone(),
            actor: ActorId::from(actor),
            typed: 0,
            after: table.known().end.clone(),
            last: None,
        }
    }

    /// Types one letter after those before it.
    pub fn types(&mut self) -> Typed {
        let (deps, op, body) = self.looks();
        self.typed += 1;
        let after = std::mem::replace(&mut self.after, OpId(op, self.actor.clone()));
        let change = Change::from(ExpandedChange {
            operations: vec![letter(body, after)],
            actor_id: self.actor.clone(),
            hash: None,
            seq: self.typed,
            start_op: NonZeroU64::new(op).expect("operations count from 1"),
            time: 0,
            message: None,
            deps,
            author: None,
            extra_bytes: Vec::new(),
        });
        self.last = Some(change.hash());
        let checksum = checksum(&change.hash());
        self.table.known().sent.insert(checksum, op);
        Typed {
            message: message(&change),
            checksum,
        }
    }

    /// What the next change builds on: all that was heard, and one's own last one while it is not back.
    fn looks(&self) -> (Vec<ChangeHash>, u64, OpId) {
        let known = self.table.known();
        let mut deps = known.heads.clone();
        let unheard = |last: &ChangeHash| !known.heard.contains(&checksum(last));
        deps.extend(self.last.filter(unheard));
        deps.sort_unstable();
        deps.dedup();
        let own = if self.typed > 0 { self.after.0 } else { 0 };
        (deps, 1 + known.op_max.max(own), known.body.clone())
    }
}

fn letter(body: OpId, after: OpId) -> Op {
    Op {
        action: OpType::Put(ScalarValue::Str("a".into())),
        obj: ObjectId::Id(body),
        key: Key::Seq(ElementId::Id(after)),
        pred: SortedVec::new(),
        insert: true,
    }
}

fn message(change: &Change) -> Vec<u8> {
    let have = Have {
        last_sync: change.deps().to_vec(),
        ..Have::default()
    };
    let message = Message {
        heads: vec![change.hash()],
        need: Vec::new(),
        have: vec![have],
        changes: ChunkList::from(change.raw_bytes().to_vec()),
        flags: None,
        version: MessageVersion::V1,
    };
    message.encode()
}

fn checksum(hash: &ChangeHash) -> Checksum {
    *hash
        .0
        .first_chunk()
        .expect("a hash has more than four bytes")
}
