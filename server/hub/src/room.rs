//! One open document, the peers who look at it, and the changes on their way to the disk.

mod allowance;
mod baseline;
mod catch_up;
mod commit;
mod delivery;
mod edit;
mod effect;
mod input;
mod intake;
mod opening;
mod pace;
mod peer;
mod peers;
mod pending;
mod porch;
mod proof;
mod resend;
mod salvage;
mod tick;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use automerge::{ActorId, Automerge, ChangeHash};
use bytes::Bytes;

use crate::gate::Ledger;
use crate::guarded::guarded;
use baseline::Baseline;
pub use baseline::{Draft, Finished};
use commit::Commit;
use pace::Pace;
use peer::Peer;
use pending::Pending;

pub(crate) use baseline::verified_snapshot;
pub use edit::{Edit, Edited};
pub use effect::{Effect, Refusal, RefusalCode};
pub use input::{Access, AlreadySent, Identity, Input, PeerKey};
pub use porch::Porch;

/// One open document and the peers who look at it.
///
/// The rule: every change goes pending → tick → applied → [`Effect::Commit`] →
/// [`Input::Committed`] → one shared frame. Nobody hears of a change, and no heads are told,
/// before the commit that holds it is answered.
///
/// The shell carries out effects in order, runs `handle` on a blocking thread (a tick or a join
/// may take long), and answers every [`Effect::Commit`] with exactly one [`Input::Committed`] or
/// [`Input::CommitFailed`].
pub struct Room {
    identity: Identity,
    /// What is durable, and while `commit` is set, also what it holds.
    document: Automerge,
    durable_heads: Vec<ChangeHash>,
    /// The durable document once more, as bytes.
    baseline: Baseline,
    /// The actors of the document and of `pending`.
    ledger: Ledger,
    pending: Pending,
    /// At most one commit is under way.
    commit: Option<Commit>,
    commits: u64,
    peers: BTreeMap<PeerKey, Peer>,
    /// Peers who are owed an answer or a request to send again.
    owed: BTreeSet<PeerKey>,
    /// Changes that broke the document once.
    quarantined: HashSet<ChangeHash>,
    pace: Pace,
    /// The earliest tick that was asked for and has not come.
    alarm_ms: Option<u64>,
    /// After [`Effect::Rebuild`] the room does nothing more.
    given_up: bool,
    effects: Vec<Effect>,
}

/// The document cannot be opened: automerge fails on it. It is a case for quarantine and repair,
/// never for an empty document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the document is damaged: {0}")]
pub struct Damaged(pub String);

/// A whole document as one automerge document chunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// The chunk. It was loaded again and compared before it was handed out.
    pub bytes: Bytes,
    /// The heads it holds.
    pub heads: Vec<[u8; 32]>,
}

impl Room {
    /// Opens a room over a document loaded from disk. `actors` are the bindings that earlier
    /// commits reported ([`Effect::Commit`]).
    pub fn open(
        document: Automerge,
        identity: Identity,
        actors: Vec<(Vec<u8>, [u8; 16])>,
    ) -> Result<Room, Damaged> {
        let baseline = Baseline::of(&document).map_err(Damaged)?;
        Room::over(document, baseline, identity, actors)
    }

    /// The same over a document loaded from exactly these `pieces`: one snapshot, then commits in their
    /// order. It costs no second save and load, unless there is something in the commits that clients do not write as a rule.
    pub fn open_from(
        document: Automerge,
        mut pieces: Vec<Bytes>,
        identity: Identity,
        actors: Vec<(Vec<u8>, [u8; 16])>,
    ) -> Result<Room, Damaged> {
        if pieces.is_empty() {
            return Room::open(document, identity, actors);
        }
        let tail = pieces.split_off(1);
        let snapshot = pieces.remove(0);
        opening::prove_tail(&document, &tail).map_err(Damaged)?;
        let baseline = Baseline::from_pieces(snapshot, tail);
        Room::over(document, baseline, identity, actors)
    }

    fn over(
        mut document: Automerge,
        baseline: Baseline,
        identity: Identity,
        actors: Vec<(Vec<u8>, [u8; 16])>,
    ) -> Result<Room, Damaged> {
        let mut ledger = guarded(|| Ledger::of(&document, actors)).map_err(Damaged)?;
        let own_actor = ActorId::from(identity.actor);
        ledger.reserve(own_actor.clone());
        document.set_actor(own_actor);
        Ok(Room {
            identity,
            durable_heads: document.get_heads(),
            document,
            baseline,
            ledger,
            pending: Pending::default(),
            commit: None,
            commits: 0,
            peers: BTreeMap::new(),
            owed: BTreeSet::new(),
            quarantined: HashSet::new(),
            pace: Pace::default(),
            alarm_ms: None,
            given_up: false,
            effects: Vec::new(),
        })
    }

    /// Takes one input in; tells what to do about it. Never panics.
    ///
    /// `now_ms` may count from any moment but must never go back.
    pub fn handle(&mut self, now_ms: u64, input: Input) -> Vec<Effect> {
        if self.given_up {
            return Vec::new();
        }
        if let Err(why) = guarded(|| self.take_in(now_ms, input)) {
            self.give_up(&why);
        }
        std::mem::take(&mut self.effects)
    }

    fn take_in(&mut self, now_ms: u64, input: Input) {
        self.dispatch(now_ms, input);
        self.serve(now_ms);
        self.set_alarm(now_ms);
    }

    fn dispatch(&mut self, now_ms: u64, input: Input) {
        match input {
            Input::Enter {
                peer,
                peer_id,
                participant,
                access,
                reads_bundles,
                already_sent,
            } => {
                let newcomer = Peer::new(peer_id, participant, access, reads_bundles);
                self.enter(peer, newcomer, already_sent);
            }
            Input::Leave { peer } => self.leave(peer),
            Input::Sync { peer, data } => self.hear(now_ms, peer, &data),
            Input::Ephemeral {
                peer,
                sender_id,
                frame,
            } => self.relay(peer, &sender_id, frame),
            Input::SetAccess { peer, access } => self.set_access(peer, access),
            Input::Tick => self.tick(now_ms),
            Input::Committed { commit } => self.committed(now_ms, commit),
            Input::CommitFailed { commit } => self.commit_failed(commit),
            Input::Retry => self.retry_commit(),
            Input::Overflowed { peer } => self.overflowed(peer),
            Input::Drained { peer } => self.drained(peer),
        }
    }

    /// Whether nobody is here and nothing waits: the room may be dropped.
    pub fn is_idle(&self) -> bool {
        self.peers.is_empty() && self.pending.is_empty() && self.commit.is_none()
    }

    /// The heads that are on disk.
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.durable_heads.iter().map(|head| head.0).collect()
    }

    /// The document, for reading. While a commit is under way it also holds what is being written
    /// (see [`Room::is_settled`]).
    pub fn document(&self) -> &Automerge {
        &self.document
    }

    /// Whether the document is exactly what is on disk.
    pub fn is_settled(&self) -> bool {
        self.commit.is_none()
    }

    /// A copy of the document to make a snapshot of, beside the room. `None` while a commit is under way.
    pub fn draft(&self) -> Option<Draft> {
        self.is_settled()
            .then(|| Draft::new(self.document.clone(), self.commits))
    }

    /// Serves those who join from a snapshot that was made of an earlier [`Room::draft`] of this room, and verified since.
    pub fn adopt(&mut self, finished: &Finished) {
        self.baseline
            .fold(finished.snapshot.bytes.clone(), finished.through);
    }

    /// The whole document in one piece, if the room has it in hand. `None` while a commit is under way.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let bytes = self
            .is_settled()
            .then(|| self.baseline.whole().cloned())??;
        Some(Snapshot {
            bytes,
            heads: self.heads(),
        })
    }

    fn emit(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Tells a peer that something it sent was not taken.
    fn refuse(&mut self, peer: PeerKey, code: RefusalCode) {
        let abuse = self
            .peers
            .get_mut(&peer)
            .is_some_and(|known| known.strike(code));
        let refusal = Refusal { code, abuse };
        self.emit(Effect::Refused { peer, refusal });
    }

    /// Refuses something that may be taken later: the peer is asked for it again in time.
    fn refuse_for_now(&mut self, peer: PeerKey, code: RefusalCode) {
        self.refuse(peer, code);
        if let Some(known) = self.peers.get_mut(&peer) {
            known.resend.want();
            self.owed.insert(peer);
        }
    }

    fn give_up(&mut self, why: &str) {
        self.given_up = true;
        let why = why.to_owned();
        self.emit(Effect::Rebuild { why });
    }
}

#[cfg(test)]
mod tests;
