//! Sittings: stretches of time in which people wrote without a long pause.

use std::collections::HashMap;

use automerge::ActorId;

use super::{Amount, History, Moment};

/// A pause that ends a sitting, in seconds: five minutes.
const PAUSE_S: i64 = 5 * 60;
/// The longest sitting, in seconds: half an hour.
const SITTING_S_MAX: i64 = 30 * 60;

/// A stretch of time in which people wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting<'a> {
    /// How many changes came before it.
    pub from: usize,
    /// How many changes there are at its end.
    pub to: usize,
    /// When it began, in seconds since 1970; 0 for unknown.
    pub began_s: i64,
    /// When it ended, in seconds since 1970; 0 for unknown.
    pub ended_s: i64,
    /// Who wrote, in the order of their first change, and how much.
    pub by: Vec<(&'a ActorId, Amount)>,
}

/// The sittings of a document from the last to the first.
pub struct Sittings<'a> {
    history: &'a History,
    before: usize,
}

impl History {
    /// The sittings of the first `before` changes, the last one first.
    pub fn sittings(&self, before: usize) -> Sittings<'_> {
        let before = before.min(self.len());
        Sittings {
            history: self,
            before,
        }
    }
}

impl<'a> Iterator for Sittings<'a> {
    type Item = Sitting<'a>;

    fn next(&mut self) -> Option<Sitting<'a>> {
        let to = self.before;
        let moments = &self.history.moments[..to];
        let ended_s = moments.last()?.place.at_s;
        let from = begins(moments, ended_s);
        self.before = from;
        Some(Sitting {
            from,
            to,
            began_s: moments[from].place.at_s,
            ended_s,
            by: written(self.history, &moments[from..]),
        })
    }
}

/// The number of the first change of the sitting that ends the moments.
fn begins(moments: &[Moment], ended_s: i64) -> usize {
    let mut from = moments.len() - 1;
    while from > 0 {
        let (before_s, at_s) = (moments[from - 1].place.at_s, moments[from].place.at_s);
        if at_s - before_s > PAUSE_S || ended_s - before_s > SITTING_S_MAX {
            break;
        }
        from -= 1;
    }
    from
}

fn written<'a>(history: &'a History, moments: &[Moment]) -> Vec<(&'a ActorId, Amount)> {
    let mut places: HashMap<u32, usize> = HashMap::new();
    let mut by: Vec<(&ActorId, Amount)> = Vec::new();
    for moment in moments {
        let place = *places.entry(moment.actor).or_insert_with(|| {
            by.push((&history.actors[moment.actor as usize], Amount::default()));
            by.len() - 1
        });
        by[place].1 = by[place].1.and(moment.amount);
    }
    by
}
