//! A disk that keeps what was committed and nothing else, and can be full.

use std::collections::HashSet;

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ChangeHash, ObjType, ROOT};
use bytes::Bytes;
use hub::{Identity, Porch};

pub struct Disk {
    chunks: Vec<Bytes>,
    pub actors: Vec<(Vec<u8>, [u8; 16])>,
    pub full: bool,
    pub quarantine: Vec<Bytes>,
    hashes: HashSet<ChangeHash>,
    /// The same as the chunks, loaded.
    pub document: Automerge,
}

impl Disk {
    /// A disk with one document, which has an empty text.
    pub fn new() -> Disk {
        let mut document = Automerge::new().with_actor(ActorId::from(*b"creation--------"));
        let mut transaction = document.transaction();
        transaction.put_object(ROOT, "body", ObjType::Text).unwrap();
        transaction.commit();
        Disk {
            chunks: vec![Bytes::from(document.save())],
            actors: Vec::new(),
            full: false,
            quarantine: Vec::new(),
            hashes: document.get_heads().into_iter().collect(),
            document,
        }
    }

    /// One transaction: the changes and their new actors, or nothing.
    pub fn append(&mut self, bytes: &Bytes, actors: &[(Vec<u8>, [u8; 16])]) {
        let before = self.document.get_heads();
        self.document.load_incremental(bytes).unwrap();
        let written = self.document.get_changes(&before);
        self.hashes
            .extend(written.iter().map(|change| change.hash()));
        self.chunks.push(bytes.clone());
        self.actors.extend(actors.iter().cloned());
    }

    /// What a server finds after a restart.
    pub fn load(&self) -> Automerge {
        let bytes = self.chunks.concat();
        let loaded = Automerge::load(&bytes).unwrap();
        assert_eq!(loaded.get_heads(), self.document.get_heads());
        loaded
    }

    /// What a server has for newcomers before it has loaded the document, if anything.
    pub fn porch(&self, identity: &Identity) -> Option<Porch> {
        let heads: Vec<_> = self.document.get_heads().iter().map(|h| h.0).collect();
        Porch::of(identity, &self.chunks, &heads)
    }

    pub fn holds(&self, hash: &ChangeHash) -> bool {
        self.hashes.contains(hash)
    }

    /// Whether it holds the change whose chunk carries this checksum.
    pub fn holds_checksum(&self, checksum: [u8; 4]) -> bool {
        self.hashes.iter().any(|hash| hash.0[..4] == checksum)
    }
}
