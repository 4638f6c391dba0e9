//! Once per tick: all waiting changes are applied together.

use std::collections::HashSet;

use automerge::transaction::CommitOptions;
use automerge::{Automerge, AutomergeError, Change, ChangeHash, ReadDoc};

use super::baseline::verified_snapshot;
use super::pending::Waiting;
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
        let taken = match apply(&mut self.document, &batch) {
            Ok(()) => batch,
            Err(why) => self.salvage(batch, &why),
        };
        if !taken.is_empty() && !self.given_up {
            self.write(&taken);
        }
    }

    /// Merges wide histories and hands everything to the disk.
    fn write(&mut self, taken: &[Waiting]) {
        match guarded(|| merge_heads(&mut self.document)) {
            Ok(merge) => self.begin_commit(taken, merge),
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

/// Applies changes. After an error the document must be thrown away.
///
/// What the document tells about the changes it took must be what they were, and with unusual
/// marks it must still load: some damaged changes apply without complaint and make a document
/// that can be saved and never loaded again.
pub(super) fn apply(document: &mut Automerge, batch: &[Waiting]) -> Result<(), String> {
    let changes: Vec<Change> = batch.iter().map(|one| one.change.clone()).collect();
    let given = hashes(&changes);
    let told = guarded_result(|| {
        let before = document.get_heads();
        document.apply_changes(changes)?;
        Ok::<_, AutomergeError>(hashes(&document.get_changes(&before)))
    })?;
    if told != given {
        return Err("the document holds other changes than it was given".into());
    }
    let mut marks = batch.iter().flat_map(|one| &one.marks);
    match guarded(|| marks.all(|mark| mark.is_in_order(document)))? {
        true => Ok(()),
        false => verified_snapshot(document).map(|_| ()),
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
