//! Whether a stored document is sound: it opens to what was last saved, and so does what is saved of it.

use automerge::Automerge;
use crdt::kind::{DocumentKind, UnknownKind};
use store::Stored;

/// Why a document is not sound.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    /// Its rows make no document.
    #[error("{0}")]
    Unreadable(#[from] crdt::open::OpenError),
    /// They make another one than they should.
    #[error("its content is not what was last saved")]
    Other,
    /// What is saved of it does not load: the next who opens it could not.
    #[error("it does not load again once it is saved ({0}): `atelier check --repair` mends it")]
    Poisoned(hub::Damaged),
    /// It is not what it says it is.
    #[error("{0}")]
    Kind(String),
}

/// Whether a stored document opens, loads again once it is saved, and is what it says it is.
pub(super) fn opens(stored: &Stored) -> Result<(), String> {
    look(stored).map_err(|fault| fault.to_string())
}

pub(super) fn look(stored: &Stored) -> Result<(), Fault> {
    let document = crdt::open::open(stored.chunks.iter().map(|chunk| chunk.bytes.as_slice()))?;
    if heads(&document) != promised(stored) {
        return Err(Fault::Other);
    }
    hub::prove(&document).map_err(Fault::Poisoned)?;
    let kind: Result<DocumentKind, UnknownKind> = stored.kind.as_str().parse();
    let kind = kind.map_err(|error| Fault::Kind(error.to_string()))?;
    kind.check(&document)
        .map_err(|error| Fault::Kind(error.to_string()))
}

fn heads(document: &Automerge) -> Vec<[u8; 32]> {
    let mut heads: Vec<_> = document.get_heads().iter().map(|head| head.0).collect();
    heads.sort_unstable();
    heads
}

fn promised(stored: &Stored) -> Vec<[u8; 32]> {
    let mut promised = stored.heads.clone();
    promised.sort_unstable();
    promised
}
