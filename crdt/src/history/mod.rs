//! The life of a document, whatever its kind: its changes one after the other, and the versions between them.
//!
//! People write at the same time and apart, so that there is no one true order. This one never puts a change before what it
//! builds on, follows the clocks of those who wrote where it can, and is the same for everybody who has the same changes.

mod amount;
mod order;
mod sitting;
mod then;

use std::collections::HashMap;

use automerge::{ActorId, Automerge, Change, ChangeHash};

pub use amount::Amount;
pub use sitting::{Sitting, Sittings};
pub use then::then;

use order::Place;

/// The changes of a document in their order. It grows with the document and is never read from the start again.
#[derive(Debug, Clone, Default)]
pub struct History {
    moments: Vec<Moment>,
    /// Where each change is in `moments`.
    numbers: HashMap<ChangeHash, u32>,
    actors: Vec<ActorId>,
    /// Of the document that was read.
    heads: Vec<ChangeHash>,
}

/// One change.
#[derive(Debug, Clone)]
struct Moment {
    hash: ChangeHash,
    /// Index in `actors`.
    actor: u32,
    place: Place,
    amount: Amount,
    /// The number of the first change that builds on it; `u32::MAX` when none does.
    covered: u32,
}

impl History {
    /// The history of a document. `now_s` is the moment, in seconds since 1970: what claims to be later is not believed.
    pub fn of(document: &Automerge, now_s: i64) -> Self {
        let mut history = Self::default();
        history.follow(document, now_s);
        history
    }

    /// Goes on with what was written since; costs as much as that, and sorting.
    pub fn follow(&mut self, document: &Automerge, now_s: i64) {
        let news = document.get_changes(&self.heads);
        self.heads = document.get_heads();
        if news.is_empty() {
            return;
        }
        let mut actors: HashMap<ActorId, u32> = self.actors.drain(..).zip(0..).collect();
        for change in &news {
            let next = index(actors.len());
            let actor = *actors.entry(change.actor_id().clone()).or_insert(next);
            self.add(change, actor, now_s);
        }
        self.actors = in_order(actors);
        self.arrange();
        for change in &news {
            self.cover(change);
        }
    }

    fn add(&mut self, change: &Change, actor: u32, now_s: i64) {
        let known = change
            .deps()
            .iter()
            .filter_map(|hash| self.numbers.get(hash));
        let before = known.map(|&number| self.moments[number as usize].place);
        let moment = Moment {
            hash: change.hash(),
            actor,
            place: Place::after(before, change.timestamp(), now_s),
            amount: Amount::of(change),
            covered: u32::MAX,
        };
        let number = index(self.moments.len());
        self.numbers.insert(moment.hash, number);
        self.moments.push(moment);
    }

    /// Puts all in order. Those that were in order stay so among each other.
    fn arrange(&mut self) {
        let hashes: Vec<_> = self.moments.iter().map(|moment| moment.hash).collect();
        self.moments
            .sort_unstable_by_key(|moment| (moment.place, moment.hash));
        let sorted = self.moments.iter().map(|moment| moment.hash);
        self.numbers = sorted.zip(0..).collect();
        for moment in &mut self.moments {
            if let Some(child) = hashes.get(moment.covered as usize) {
                moment.covered = self.numbers[child];
            }
        }
    }

    fn cover(&mut self, change: &Change) {
        let number = self.numbers[&change.hash()];
        for parent in change.deps() {
            if let Some(&at) = self.numbers.get(parent) {
                let covered = &mut self.moments[at as usize].covered;
                *covered = number.min(*covered);
            }
        }
    }

    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.moments.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.moments.is_empty()
    }

    /// The heads of the document when this history was read.
    pub fn heads(&self) -> &[ChangeHash] {
        &self.heads
    }

    /// Whether all of these are changes of it.
    pub fn knows(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.numbers.contains_key(head))
    }

    /// The heads after the first `step` changes; of all when there are fewer.
    pub fn heads_after(&self, step: usize) -> Vec<ChangeHash> {
        self.heads_after_each(&[step]).pop().unwrap_or_default()
    }

    /// The heads after each of these steps, in the order of the steps. Goes through the history once, however many they are.
    pub fn heads_after_each(&self, steps: &[usize]) -> Vec<Vec<ChangeHash>> {
        let known = steps.iter().map(|&step| step.min(self.len()));
        let mut wanted: Vec<(usize, usize)> = known.zip(0..).collect();
        wanted.sort_unstable();
        let mut heads = vec![Vec::new(); steps.len()];
        let end = wanted.last().map_or(0, |&(step, _)| step);
        for (number, moment) in self.moments[..end].iter().enumerate() {
            // It is among the heads from its own step on, until something builds on it.
            let first = wanted.partition_point(|&(step, _)| step <= number);
            let open = wanted[first..].iter();
            for &(_, place) in open.take_while(|(step, _)| *step <= moment.covered as usize) {
                heads[place].push(moment.hash);
            }
        }
        heads
    }

    /// The first step that holds all of these changes; none when one is unknown.
    pub fn step_of(&self, heads: &[ChangeHash]) -> Option<usize> {
        let numbers = heads.iter().map(|head| self.numbers.get(head));
        let steps = numbers.map(|number| number.map(|&number| number as usize + 1));
        steps
            .collect::<Option<Vec<_>>>()
            .map(|steps| steps.into_iter().max().unwrap_or(0))
    }

    /// Who made the last of the first `step` changes, and when, in seconds since 1970; 0 for unknown. None at step 0.
    pub fn last_of(&self, step: usize) -> Option<(&ActorId, i64)> {
        let moment = self.moments.get(step.checked_sub(1)?)?;
        Some((&self.actors[moment.actor as usize], moment.place.at_s))
    }
}

fn index(number: usize) -> u32 {
    u32::try_from(number)
        .expect("a document holds fewer changes than operations, which are bounded")
}

fn in_order(actors: HashMap<ActorId, u32>) -> Vec<ActorId> {
    let mut actors: Vec<_> = actors.into_iter().collect();
    actors.sort_unstable_by_key(|(_, number)| *number);
    actors.into_iter().map(|(actor, _)| actor).collect()
}
