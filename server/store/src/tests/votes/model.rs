//! What a round should be after each step, worked out without a database.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Ballot, Dots, ParticipantId, RoundState, Rules, Tally, Turnout};

/// What the rules say, written a second time and as simply as possible.
pub struct Model {
    pub rules: Rules,
    pub state: RoundState,
    pub is_time_over: bool,
    pub ballots: BTreeMap<usize, Ballot>,
    /// How many may vote.
    pub eligible: u32,
    /// What is told while totals are live.
    pub told: Tally,
    /// Whose ballots changed since.
    pub changed: BTreeSet<usize>,
}

impl Model {
    /// The first person proposed the first brick.
    pub fn takes(&self, who: usize, counts: [u32; 5], done: bool) -> bool {
        let sum: u32 = counts.iter().sum();
        let rules = &self.rules;
        let is_capped = rules.cap > 0 && counts.iter().any(|count| *count > rules.cap);
        let is_own = !rules.own && who == 0 && counts[0] > 0;
        let is_short = rules.all && done && sum < rules.dots;
        let is_open = self.state == RoundState::Open && !self.is_time_over;
        is_open && counts[4] == 0 && sum <= rules.dots && !is_capped && !is_own && !is_short
    }

    pub fn cast(&mut self, who: usize, ballot: Ballot) {
        if ballot == Ballot::default() {
            self.ballots.remove(&who);
            self.changed.remove(&who);
        } else {
            self.ballots.insert(who, ballot);
            self.changed.insert(who);
        }
        if self.changed.len() >= 3 {
            self.changed.clear();
            self.told = self.sums();
        }
    }

    pub fn turnout(&self) -> Turnout {
        let done = self.ballots.values().filter(|ballot| ballot.done);
        Turnout {
            voted: self.ballots.len() as u32,
            done: done.count() as u32,
            eligible: self.eligible,
            late: 0,
        }
    }

    fn counted(&self) -> Vec<(usize, &Dots)> {
        let is_whole = |dots: &Dots| dots.values().sum::<u32>() == self.rules.dots;
        let ballots = self
            .ballots
            .iter()
            .map(|(who, ballot)| (*who, &ballot.dots));
        ballots
            .filter(|(_, dots)| !self.rules.all || is_whole(dots))
            .collect()
    }

    /// What the ballots say together, without names.
    fn sums(&self) -> Tally {
        let mut tally = Tally::default();
        for (_, dots) in self.counted() {
            tally.voters += 1;
            for (brick, count) in dots {
                *tally.dots.entry(brick.clone()).or_default() += count;
            }
        }
        tally
    }

    pub fn tally(&self, people: &[ParticipantId]) -> Tally {
        let mut tally = self.sums();
        let named = self.counted().into_iter();
        let mut named: Vec<_> = named
            .map(|(who, dots)| (people[who], dots.clone()))
            .collect();
        named.sort();
        tally.ballots = (!self.rules.anonymous).then_some(named);
        tally
    }
}
