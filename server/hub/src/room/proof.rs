//! Proves that a document loads again with the changes of a tick in it, before anybody is told of them.
//!
//! Saving and loading the whole document would be the plainest proof, and costs as much as the document is long. What
//! people write is proved by less: its numbers were judged at the gate, its marks are in order, and the new changes alone
//! are saved (as a bundle, from the columns that the document is saved from), read and found to be the same. Whatever no
//! client writes as a rule is proved by the whole document.

use std::collections::HashSet;

use automerge::{Automerge, Bundle, Change, ChangeHash};
use bytes::Bytes;

use super::baseline::verified_snapshot;
use super::pending::Waiting;
use crate::gate::Mark;
use crate::guarded::{guarded, guarded_result};

/// The bundle of `changes`, which are in the document since this tick, if it comes back as it was.
///
/// # Errors
/// The document does not load again.
pub(super) fn prove(
    document: &Automerge,
    tick: &[Waiting],
    changes: &[ChangeHash],
) -> Result<Option<Bytes>, String> {
    let bundle = read_back(document, changes);
    if bundle.is_none() || !guarded(|| are_plain(document, tick))? {
        verified_snapshot(document)?;
    }
    Ok(bundle)
}

/// Whether these changes are such as clients write all day.
fn are_plain(document: &Automerge, tick: &[Waiting]) -> bool {
    let is_plain =
        |one: &Waiting| !one.undo.leaves_a_gap() && is_plain(document, &one.change, &one.marks);
    tick.iter().all(is_plain)
}

/// The same of one change, but for its numbers.
pub(super) fn is_plain(document: &Automerge, change: &Change, marks: &[Mark]) -> bool {
    let is_in_order = |mark: &Mark| mark.is_in_order(document);
    ends_with_an_author(change) && marks.iter().all(is_in_order)
}

/// Whether nothing follows the columns, or exactly what automerge writes there: who the author is.
fn ends_with_an_author(change: &Change) -> bool {
    let tail = change.extra_bytes();
    let author = change.author();
    let named = author.as_ref().map_or(&[][..], |author| author.as_bytes());
    tail.is_empty() || author.is_some() && tail.len() == named.len() + 2
}

/// Saves these changes by themselves and reads them back. `None` when they are not the same.
pub(super) fn read_back(document: &Automerge, changes: &[ChangeHash]) -> Option<Bytes> {
    let bundle = guarded_result(|| document.bundle(changes.iter().copied())).ok()?;
    let bytes = Bytes::copy_from_slice(bundle.bytes());
    let read = guarded_result(|| {
        let bundle = Bundle::try_from(bytes.as_ref()).map_err(|error| error.to_string())?;
        let changes = bundle.to_changes().map_err(|error| error.to_string())?;
        Ok::<HashSet<_>, String>(changes.iter().map(Change::hash).collect())
    });
    (read.ok()? == changes.iter().copied().collect()).then_some(bytes)
}
