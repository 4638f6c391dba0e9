//! Opens a document that does not load again once it is saved, without the changes it is because of.
//!
//! The changes at fault are found one after the other, each as the last change of the shortest beginning of the history
//! that cannot be saved and loaded. What others wrote after it is theirs and stays: a change that builds on one that is
//! set aside builds on what that one built on instead, and so has another hash.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU64;

use automerge::{Automerge, Change, ChangeHash};
use bytes::Bytes;

use crate::gate::split;
use crate::guarded::{guarded, guarded_result};
use crate::limits::MENDED_CHANGES_MAX;
use crate::room::{Damaged, verified_snapshot};

/// A document that loads again.
#[derive(Debug, Clone, PartialEq)]
pub struct Mended {
    /// The document, saved.
    pub bytes: Bytes,
    /// Its heads.
    pub heads: Vec<[u8; 32]>,
    /// The changes that are not in it, as they were.
    pub set_aside: Vec<Bytes>,
    /// How many changes are in it with another hash than before.
    pub rewritten: usize,
}

/// Whether `document` loads again to what it is once it is saved.
///
/// # Errors
/// Why it does not.
pub fn prove(document: &Automerge) -> Result<(), Damaged> {
    verified_snapshot(document).map(|_| ()).map_err(Damaged)
}

/// Mends the document that `pieces` are: whole documents that load, and changes, in the order they were written. It takes
/// some twenty times as long as loading the document, for each change at fault.
///
/// # Errors
/// When a piece cannot be read, or more than [`MENDED_CHANGES_MAX`] changes are at fault.
pub fn mend(pieces: &[impl AsRef<[u8]>]) -> Result<Mended, Damaged> {
    let mut history = read(pieces).map_err(Damaged)?;
    let mut mended = Mended {
        bytes: Bytes::new(),
        heads: Vec::new(),
        set_aside: Vec::new(),
        rewritten: 0,
    };
    while let Err(why) = proved(&history) {
        if mended.set_aside.len() >= MENDED_CHANGES_MAX {
            return Err(Damaged(why));
        }
        let fault = history.remove(first_fault(&history));
        let bytes = Bytes::copy_from_slice(fault.raw_bytes());
        mended.set_aside.push(bytes);
        mended.rewritten += rebase(&mut history, &fault);
    }
    let document = proved(&history).map_err(Damaged)?;
    mended.heads = document.get_heads().iter().map(|head| head.0).collect();
    mended.bytes = Bytes::from(document.save());
    Ok(mended)
}

/// All changes, each after what it builds on.
fn read(pieces: &[impl AsRef<[u8]>]) -> Result<Vec<Change>, String> {
    let mut history: Vec<Change> = Vec::new();
    let mut known = HashSet::new();
    for piece in pieces {
        let changes = changes_of(piece.as_ref())?.into_iter();
        history.extend(changes.filter(|change| known.insert(change.hash())));
    }
    Ok(history)
}

fn changes_of(piece: &[u8]) -> Result<Vec<Change>, String> {
    let raw: Result<Vec<_>, _> = split(piece).collect();
    let Ok(raw) = raw else {
        let document = guarded_result(|| Automerge::load(piece))?;
        return guarded(|| document.get_changes(&[]));
    };
    let changes = raw
        .iter()
        .map(|raw| guarded_result(|| Change::from_bytes(raw.chunk())));
    changes.collect()
}

/// The document that these changes make, if it loads again once it is saved.
fn proved(history: &[Change]) -> Result<Automerge, String> {
    let mut document = Automerge::new();
    guarded_result(|| document.apply_changes(history.iter().cloned()))?;
    let is_whole = history
        .iter()
        .all(|change| document.get_change_meta_by_hash(&change.hash()).is_some());
    if !is_whole {
        return Err("changes that others build on are missing".into());
    }
    verified_snapshot(&document)?;
    Ok(document)
}

/// Where the shortest beginning ends that does not load again.
fn first_fault(history: &[Change]) -> usize {
    let (mut sound, mut faulty) = (0, history.len());
    while faulty - sound > 1 {
        let middle = sound.midpoint(faulty);
        match proved(&history[..middle]) {
            Ok(_) => sound = middle,
            Err(_) => faulty = middle,
        }
    }
    sound
}

/// Lets what builds on `fault` build on what that one built on; how many changes are others than before.
fn rebase(history: &mut [Change], fault: &Change) -> usize {
    let mut instead = HashMap::from([(fault.hash(), fault.deps().to_vec())]);
    let mut op_max: HashMap<ChangeHash, u64> = HashMap::new();
    for change in history.iter_mut() {
        let before = change.hash();
        let is_next = change.actor_id() == fault.actor_id() && change.seq() > fault.seq();
        if is_next || change.deps().iter().any(|hash| instead.contains_key(hash)) {
            *change = moved(change, &instead, &op_max, is_next);
            instead.insert(before, vec![change.hash()]);
        }
        op_max.insert(change.hash(), change.max_op());
    }
    instead.len() - 1
}

fn moved(
    change: &Change,
    instead: &HashMap<ChangeHash, Vec<ChangeHash>>,
    op_max: &HashMap<ChangeHash, u64>,
    is_next: bool,
) -> Change {
    let mut moved = change.decode();
    let each = change.deps().iter();
    moved.deps = each
        .flat_map(|hash| instead.get(hash).cloned().unwrap_or_else(|| vec![*hash]))
        .collect();
    moved.deps.sort_unstable();
    moved.deps.dedup();
    moved.seq -= u64::from(is_next);
    moved.hash = None;
    if moved.operations.is_empty() {
        let before = moved.deps.iter().filter_map(|hash| op_max.get(hash));
        moved.start_op = NonZeroU64::MIN.saturating_add(before.max().copied().unwrap_or(0));
    }
    Change::from(moved)
}

#[cfg(test)]
mod tests;
