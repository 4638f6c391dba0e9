//! From the document to the disk, and from the disk to everybody.

use bytes::Bytes;

use super::peer::{Peer, Standing};
use super::pending::Waiting;
use super::tick::Written;
use super::{Effect, Identity, PeerKey, Room};
use crate::limits::BUNDLE_CHANGES_MIN;
use crate::sync_message::Outgoing;
use crate::wire::encode_sync;

/// What is being written, kept until the disk has it.
pub(super) struct Commit {
    number: u64,
    bytes: Bytes,
    /// The same as one automerge bundle: a fifth of their bytes, for those who can read one. Automerge calls the format
    /// experimental, so a peer has to say that it reads it, and nothing of it is kept on disk.
    bundle: Option<Bytes>,
    heads: Vec<[u8; 32]>,
    actors: Vec<(Vec<u8>, [u8; 16])>,
    /// The disk was full; it is written again on `Retry`.
    failed: bool,
}

impl Commit {
    fn effect(&self) -> Effect {
        Effect::Commit {
            commit: self.number,
            bytes: self.bytes.clone(),
            heads: self.heads.clone(),
            actors: self.actors.clone(),
        }
    }
}

impl Identity {
    /// A message about the document as one frame for anybody.
    pub(super) fn frame(&self, message: Outgoing<'_>, chunks: &[impl AsRef<[u8]>]) -> Bytes {
        let data = message.encode(chunks);
        encode_sync(&self.peer_id, &self.document_id, &data)
    }
}

impl Room {
    pub(super) fn begin_commit(&mut self, taken: &[Waiting], written: Written) {
        let Written { merge, bundle } = written;
        if let Some(merge) = &merge {
            self.ledger.record(merge, None, &self.document);
        }
        let changes = || taken.iter().map(|one| &one.change).chain(&merge);
        self.ledger.reaches(self.document.get_heads(), changes());
        let bytes = changes().flat_map(|change| change.raw_bytes().iter().copied());
        self.commits += 1;
        let commit = Commit {
            number: self.commits,
            bytes: bytes.collect(),
            bundle: bundle.filter(|_| changes().count() >= BUNDLE_CHANGES_MIN),
            heads: self.document.get_heads().iter().map(|h| h.0).collect(),
            actors: newcomers(taken),
            failed: false,
        };
        self.emit(commit.effect());
        self.commit = Some(commit);
    }

    pub(super) fn committed(&mut self, now_ms: u64, number: u64) {
        let Some(commit) = self.commit.take_if(|commit| commit.number == number) else {
            return;
        };
        self.pace.ended(now_ms, self.peers.len());
        self.durable_heads = self.document.get_heads();
        self.announce(&commit);
        self.baseline.extend(commit.number, commit.bytes);
    }

    /// One frame for everybody who is up to date, the authors too: it is their 'saved'. Those who read bundles get
    /// many changes as one.
    fn announce(&mut self, commit: &Commit) {
        let Some(bundle) = &commit.bundle else {
            return self.tell(self.current(|_| true), &commit.bytes);
        };
        self.tell(self.current(|peer| peer.reads_bundles), bundle);
        self.tell(self.current(|peer| !peer.reads_bundles), &commit.bytes);
    }

    /// The peers to whom everything durable was sent, of those who are `wanted`.
    fn current(&self, wanted: impl Fn(&Peer) -> bool) -> Vec<PeerKey> {
        let is_current = |peer: &Peer| peer.standing == Standing::Current && wanted(peer);
        let current = self.peers.iter().filter(|(_, peer)| is_current(peer));
        current.map(|(key, _)| *key).collect()
    }

    fn tell(&mut self, to: Vec<PeerKey>, changes: &Bytes) {
        if !to.is_empty() {
            let frame = self.frame(std::slice::from_ref(changes));
            self.emit(Effect::Send { to, frame });
        }
    }

    /// A frame that tells what is durable and brings these chunks.
    pub(super) fn frame(&self, chunks: &[Bytes]) -> Bytes {
        let heads = &self.durable_heads;
        self.encode(
            Outgoing {
                heads,
                need: &[],
                last_sync: heads,
            },
            chunks,
        )
    }

    pub(super) fn encode(&self, message: Outgoing<'_>, chunks: &[Bytes]) -> Bytes {
        self.identity.frame(message, chunks)
    }

    pub(super) fn commit_failed(&mut self, number: u64) {
        if let Some(commit) = self.commit.as_mut().filter(|one| one.number == number) {
            commit.failed = true;
        }
    }

    pub(super) fn retry_commit(&mut self) {
        if let Some(commit) = self.commit.as_mut().filter(|commit| commit.failed) {
            commit.failed = false;
            let effect = commit.effect();
            self.emit(effect);
        }
    }

    /// Whether the disk is working on a commit.
    pub(super) fn is_writing(&self) -> bool {
        self.commit.as_ref().is_some_and(|commit| !commit.failed)
    }
}

fn newcomers(taken: &[Waiting]) -> Vec<(Vec<u8>, [u8; 16])> {
    let new = taken.iter().filter(|one| one.undo.is_newcomer());
    new.map(|one| (one.change.actor_id().to_bytes().to_vec(), one.sender))
        .collect()
}
