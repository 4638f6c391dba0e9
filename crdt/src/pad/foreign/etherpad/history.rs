//! The past of a pad: what was written when, as changes of ours.

use automerge::{ActorId, Automerge};

use super::super::draft::Draft;
use super::super::{Format, Found};
use super::changeset::Changeset;
use super::lines::push_lines;
use super::records::Records;
use super::text::Text;
use crate::pad::block::Block;
use crate::pad::create::Growing;

/// Most moments that are kept of a pad: what lies between two is one change.
const MOMENTS_MAX: usize = 400;
/// Somebody who pauses for so long begins anew.
const PAUSE_MS: f64 = 60_000.0;
/// Most units that are gone over to play a past again: seconds of a processor.
const WORK_MAX: usize = 400_000_000;

/// The past of a pad that can be played again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    pool: Vec<(String, String)>,
    /// Each change, and whether a moment ends with it that is kept, in seconds since 1970.
    changes: Vec<(String, Option<i64>)>,
}

impl Past {
    /// The past, if its changes lead to the text there is.
    pub(super) fn of(records: Records) -> Option<Self> {
        let Records {
            pad,
            pool,
            revisions,
            ..
        } = records;
        let is_whole = revisions.keys().copied().eq(0..=pad.head);
        let mut text = Text::new();
        let mut work = 0_usize;
        for revision in revisions.values() {
            work = work.saturating_add(text.len());
            let change = Changeset::of(&revision.changeset)?;
            text.apply(&change, &pool).filter(|()| work <= WORK_MAX)?;
        }
        if !is_whole || text.letters() != pad.atext.text {
            return None;
        }
        let moments: Vec<(String, Option<String>, f64)> = revisions
            .into_values()
            .map(|revision| {
                let time = revision.meta.timestamp.unwrap_or_default();
                (revision.changeset, revision.meta.author, time)
            })
            .collect();
        Some(Self {
            changes: kept(moments),
            pool,
        })
    }

    /// How many moments of it are kept.
    pub fn moments(&self) -> usize {
        self.changes
            .iter()
            .filter(|(_, kept)| kept.is_some())
            .count()
    }

    /// A new pad that was written as this one was, and ends with these blocks.
    pub fn played(&self, actor: ActorId, blocks: &[Block]) -> Automerge {
        let mut growing = Growing::new(actor);
        let mut text = Text::new();
        for (change, moment) in &self.changes {
            let change = Changeset::of(change);
            let done = change.and_then(|change| text.apply(&change, &self.pool));
            let Some(seconds) = moment.filter(|_| done.is_some()) else {
                continue;
            };
            if let Some(found) = self.seen(&text) {
                growing.become_blocks(&found.blocks, seconds);
            }
        }
        growing.end(blocks)
    }

    /// The text as blocks; none while it is empty.
    fn seen(&self, text: &Text) -> Option<Found> {
        let mut draft = Draft::default();
        push_lines(text, &self.pool, &mut draft).ok()?;
        draft.found(Format::Etherpad).ok()
    }
}

/// Which moments are kept: where somebody pauses or somebody else goes on, fewer when there are many.
fn kept(changes: Vec<(String, Option<String>, f64)>) -> Vec<(String, Option<i64>)> {
    let ends = |at: usize| {
        let (_, author, time) = &changes[at];
        changes
            .get(at + 1)
            .is_none_or(|(_, next, later)| next != author || later - time > PAUSE_MS)
    };
    let all: Vec<usize> = (0..changes.len()).filter(|at| ends(*at)).collect();
    let every = all.len().div_ceil(MOMENTS_MAX).max(1);
    let some: Vec<usize> = all.into_iter().rev().step_by(every).collect();
    let changes = changes.into_iter().enumerate();
    changes
        .map(|(at, (change, _, time))| {
            let is_kept = some.binary_search_by(|other| at.cmp(other)).is_ok();
            (change, is_kept.then_some((time / 1_000.0) as i64))
        })
        .collect()
}
