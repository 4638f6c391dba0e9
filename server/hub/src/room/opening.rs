//! What can be believed of a document on disk: that it loads to its own heads is proved when its room opens.
//!
//! What was saved as a whole was loaded from just that. The commits after it are proved as those of a tick are: a server
//! that did not prove them, or a hand that put them there, may have written them.

use std::collections::HashMap;

use automerge::{Automerge, Change, ChangeHash};

use super::baseline::verified_snapshot;
use super::proof::{is_plain, read_back};
use crate::gate::{Budget, RawChange, Readable, leaves_a_gap, split};
use crate::guarded::{guarded, guarded_result};

/// Proves the commits that a document was loaded from after its snapshot.
///
/// # Errors
/// The document does not load again once it is saved.
pub(super) fn prove_tail(document: &Automerge, tail: &[impl AsRef<[u8]>]) -> Result<(), String> {
    if tail.is_empty() {
        return Ok(());
    }
    let comes_back = || read(tail).is_some_and(|changes| comes_back(document, &changes));
    match guarded(comes_back)? {
        true => Ok(()),
        false => verified_snapshot(document).map(|_| ()),
    }
}

fn read(tail: &[impl AsRef<[u8]>]) -> Option<Vec<Readable>> {
    let changes = tail.iter().flat_map(|piece| split(piece.as_ref()));
    let read = |raw: RawChange<'_>| Budget::default().read(&raw, &[]).ok();
    changes.map(|raw| raw.ok().and_then(read)).collect()
}

fn comes_back(document: &Automerge, changes: &[Readable]) -> bool {
    let is_plain = |one: &Readable| {
        !leaves_a_gap(&one.change, document) && is_plain(document, &one.change, &one.marks)
    };
    let hashes: Vec<ChangeHash> = changes.iter().map(|one| one.change.hash()).collect();
    changes.iter().all(is_plain) && read_back(document, &hashes).is_some()
}

/// Whether commits can be told before the document they belong to is in memory: nothing in them needs to be proved by it.
/// Operations tell where a change begins. One without any begins where it should when a change it builds on, and that ends
/// right before it, is here as well: no gate lets a change begin before the end of what it builds on.
pub(super) fn need_no_proof(tail: &[impl AsRef<[u8]>]) -> bool {
    let mut op_max = HashMap::new();
    let mut changes = tail.iter().flat_map(|piece| split(piece.as_ref()));
    changes.all(|raw| raw.is_ok_and(|raw| needs_no_proof(&raw, &mut op_max)))
}

fn needs_no_proof(raw: &RawChange<'_>, op_max: &mut HashMap<ChangeHash, u64>) -> bool {
    let Ok(change) = guarded_result(|| Change::from_bytes(raw.chunk())) else {
        return false;
    };
    let before = change.deps().iter().filter_map(|hash| op_max.get(hash));
    let is_next = change.start_op().get() == before.max().map_or(1, |last| last + 1);
    op_max.insert(change.hash(), change.max_op());
    change.extra_bytes().is_empty() && (!change.is_empty() || is_next)
}
