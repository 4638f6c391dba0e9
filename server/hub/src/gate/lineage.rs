//! Whether a change builds on what its author wrote before.
//!
//! In every history an automerge client can write, an author's change follows their last one. Automerge relies on it
//! without checking: a change that does not can be applied, and then neither the saved document nor anybody's page can
//! take the history in again.

use std::collections::{HashMap, HashSet, VecDeque};

use automerge::ChangeHash;

use super::History;
use crate::limits::LANDMARKS_MAX;

/// An author's last change.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Last {
    pub(super) hash: ChangeHash,
    pub(super) op_max: u64,
    /// The first landmark that has it behind it; none while it waits to be applied.
    pub(super) behind: Option<u64>,
}

/// The heads that the document had after its latest ticks. Who builds on all heads of a tick builds on everything before
/// it: that is how nearly every change comes, and no walk through the history is needed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Landmarks {
    /// By one of the heads: the number of the landmark, and all of its heads.
    by_head: HashMap<ChangeHash, (u64, Vec<ChangeHash>)>,
    order: VecDeque<ChangeHash>,
    number: u64,
}

impl Landmarks {
    /// Puts one up; its number.
    pub(super) fn put_up(&mut self, heads: Vec<ChangeHash>) -> u64 {
        self.number += 1;
        let Some(&first) = heads.first() else {
            return self.number;
        };
        if self.order.len() >= LANDMARKS_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_head.remove(&oldest);
        }
        self.by_head.insert(first, (self.number, heads));
        self.order.push_back(first);
        self.number
    }

    /// The latest landmark that these dependencies have behind them.
    fn passed(&self, dependencies: &[ChangeHash]) -> Option<u64> {
        let landmarks = dependencies
            .iter()
            .filter_map(|hash| self.by_head.get(hash));
        let passed = landmarks.filter(|(_, heads)| heads.iter().all(|h| dependencies.contains(h)));
        passed.map(|(number, _)| *number).max()
    }

    /// Whether a change with these dependencies follows `last`.
    pub(super) fn follow(
        &self,
        dependencies: &[ChangeHash],
        last: &Last,
        history: &impl History,
    ) -> bool {
        let passed = self.passed(dependencies);
        dependencies.contains(&last.hash)
            || last.behind.is_some_and(|behind| passed >= Some(behind))
            || is_before(dependencies, last, history)
    }
}

/// Walks back from `dependencies`, no further than `last` can be: operation numbers only grow.
fn is_before(dependencies: &[ChangeHash], last: &Last, history: &impl History) -> bool {
    let mut seen: HashSet<ChangeHash> = dependencies.iter().copied().collect();
    let mut to_visit: Vec<ChangeHash> = dependencies.to_vec();
    while let Some(hash) = to_visit.pop() {
        if hash == last.hash {
            return true;
        }
        let Some(place) = history.place_of(&hash) else {
            continue;
        };
        if place.op_max >= last.op_max {
            let earlier = place.dependencies.into_iter();
            to_visit.extend(earlier.filter(|hash| seen.insert(*hash)));
        }
    }
    false
}
