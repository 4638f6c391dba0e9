//! A document from an archive: its history is checked change by change, as if somebody had sent it, and read back whole
//! before anything is made of it.

use std::collections::HashSet;

use automerge::{ActorId, Automerge};
use crdt::kind::DocumentKind;
use hub::limits::{DOCUMENT_ACTORS_MAX, SYNC_HASHES_MAX};
use hub::{HistoryBudget, RefusalCode, admit_history};
use store::{KindWord, random_bytes};

use super::names::Names;
use super::refusals::Unusable;
use super::rename::rename;

/// A document that can be kept.
pub(super) struct Admitted {
    pub(super) bytes: Vec<u8>,
    pub(super) heads: Vec<[u8; 32]>,
    /// Everybody who wrote in it.
    pub(super) actors: HashSet<Vec<u8>>,
}

/// Admits a history that says it is a document of a kind, and gives what it refers to its new names.
pub(super) fn admit(
    bytes: &[u8],
    kind: &KindWord,
    names: &mut Names,
    budget: &mut HistoryBudget,
    now_ms: u64,
) -> Result<Admitted, Unusable> {
    let claimed: DocumentKind = kind.as_str().parse().map_err(|_| Unusable::Unreadable)?;
    let mut document = crdt::open::open([admit_history(bytes, budget)?.as_slice()])?;
    let actors = actors(&document)?;
    let ours = ActorId::from(random_bytes::<16>());
    let renamed = rename(&mut document, claimed.participants, names, ours, now_ms);
    renamed.map_err(|_| Unusable::Unreadable)?;
    let kept = document.save();
    check(&crdt::open::open([kept.as_slice()])?, &document, kind)?;
    Ok(Admitted {
        heads: document.get_heads().iter().map(|head| head.0).collect(),
        bytes: kept,
        actors,
    })
}

fn actors(document: &Automerge) -> Result<HashSet<Vec<u8>>, Unusable> {
    let changes = document.get_changes(&[]).into_iter();
    let actors: HashSet<_> = changes
        .map(|change| change.actor_id().to_bytes().to_vec())
        .collect();
    if actors.len() <= DOCUMENT_ACTORS_MAX {
        Ok(actors)
    } else {
        Err(Unusable::TooLarge)
    }
}

/// What applies is no proof that it can be loaded: this is what was read back.
fn check(read: &Automerge, document: &Automerge, kind: &KindWord) -> Result<(), Unusable> {
    let heads = document.get_heads();
    let found = DocumentKind::of(read).map_err(|_| Unusable::Unreadable)?;
    let is_readable = found.check(read).is_ok() && found.as_str() == kind.as_str();
    let is_whole = read.get_heads() == heads && heads.len() <= SYNC_HASHES_MAX;
    (is_readable && is_whole)
        .then_some(())
        .ok_or(Unusable::Unreadable)
}

impl From<RefusalCode> for Unusable {
    fn from(code: RefusalCode) -> Self {
        match code {
            RefusalCode::TooLarge => Self::TooLarge,
            _ => Self::Unreadable,
        }
    }
}

impl From<crdt::open::OpenError> for Unusable {
    fn from(_: crdt::open::OpenError) -> Self {
        Self::Unreadable
    }
}
