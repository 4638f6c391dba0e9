//! Once per tick: all waiting changes are applied together, and proved before they are written.

use std::collections::HashSet;

use automerge::transaction::CommitOptions;
use automerge::{Automerge, AutomergeError, Change, ChangeHash, ReadDoc};
use bytes::Bytes;

use super::pending::Waiting;
use super::proof::prove;
use super::{Effect, Room};
use crate::guarded::{guarded, guarded_result};
use crate::limits::HEADS_MAX;

impl Room {
    pub(super) fn tick(&mut self, now_ms: u64) {
        self.alarm_ms = None;
        let idle = self.pending.is_empty() || self.commit.is_some();
        if idle || self.pace.due_ms(now_ms) > now_ms {
            return;
        }
        self.pace.began(now_ms);
        let batch = self.pending.take_tick(self.document.stats().num_changes);
        match take_in(&mut self.document, &batch) {
            Ok(written) => self.begin_commit(&batch, written),
            Err(why) => self.take_what_is_good(batch, &why),
        }
    }

    fn take_what_is_good(&mut self, batch: Vec<Waiting>, why: &str) {
        let taken = self.salvage(batch, why);
        if taken.is_empty() || self.given_up {
            return;
        }
        match guarded(|| merge_heads(&mut self.document)) {
            Ok(merge) => self.begin_commit(
                &taken,
                Written {
                    merge,
                    bundle: None,
                },
            ),
            Err(why) => self.give_up(&why),
        }
    }

    /// Asks for the next tick this room has use for, unless an earlier one is on its way.
    pub(super) fn set_alarm(&mut self, now_ms: u64) {
        let changes =
            (!self.pending.is_empty() && self.commit.is_none()).then(|| self.pace.due_ms(now_ms));
        let Some(at_ms) = changes.into_iter().chain(self.owed_due_ms()).min() else {
            return;
        };
        if self.alarm_ms.is_none_or(|alarm_ms| at_ms < alarm_ms) {
            self.alarm_ms = Some(at_ms);
            self.emit(Effect::TickAt { at_ms });
        }
    }
}

/// What goes to the disk with the changes of a tick.
pub(super) struct Written {
    /// The server's change that makes one head of many.
    pub(super) merge: Option<Change>,
    /// All of them, and the server's, as one bundle.
    pub(super) bundle: Option<Bytes>,
}

/// Applies the changes of a tick, merges wide histories, and proves that the document loads again. After an error the
/// document must be thrown away.
fn take_in(document: &mut Automerge, tick: &[Waiting]) -> Result<Written, String> {
    apply(document, tick)?;
    let merge = guarded(|| merge_heads(document))?;
    let changes = tick.iter().map(|one| &one.change).chain(&merge);
    let changes: Vec<ChangeHash> = changes.map(Change::hash).collect();
    let bundle = prove(document, tick, &changes)?;
    Ok(Written { merge, bundle })
}

/// Applies changes. After an error the document must be thrown away.
///
/// What the document tells about the changes it took must be what they were.
pub(super) fn apply(document: &mut Automerge, batch: &[Waiting]) -> Result<(), String> {
    let changes: Vec<Change> = batch.iter().map(|one| one.change.clone()).collect();
    let given = hashes(&changes);
    let told = guarded_result(|| {
        let before = document.get_heads();
        document.apply_changes(changes)?;
        Ok::<_, AutomergeError>(hashes(&document.get_changes(&before)))
    })?;
    match told == given {
        true => Ok(()),
        false => Err("the document holds other changes than it was given".into()),
    }
}

fn hashes(changes: &[Change]) -> HashSet<ChangeHash> {
    changes.iter().map(Change::hash).collect()
}

/// Every new change names all heads, so with many writers a document would grow with their
/// square: an empty change of the server makes one head of many.
fn merge_heads(document: &mut Automerge) -> Option<Change> {
    if document.get_heads().len() <= HEADS_MAX {
        return None;
    }
    let hash = document.empty_commit(CommitOptions::default());
    document.get_change_by_hash(&hash)
}
