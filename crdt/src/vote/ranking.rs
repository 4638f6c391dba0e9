//! The bricks of a revealed round in the order of the vote: ties stay ties, unless a run-off has settled them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::{Brick, Round, Vote};

/// A brick and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// The brick.
    pub brick: &'a Brick,
    /// All its dots.
    pub dots: u32,
    /// Those of them that the facilitator entered.
    pub entered: u32,
    /// 1 for the first. Bricks that are tied share their rank, and the next rank is left out.
    pub rank: usize,
    /// Whether it is tied with another brick.
    pub tied: bool,
}

/// The ranking of a round; nothing before it is revealed. Ties stand in the order of the bricks.
pub fn ranking<'a>(vote: &'a Vote, round: &Round) -> Vec<Ranked<'a>> {
    let Some(results) = &round.results else {
        return Vec::new();
    };
    let settled: Vec<Ranks> = run_offs_of(vote, round)
        .map(|run_off| ranks_in(vote, run_off))
        .collect();
    let in_round = |brick: &&Brick| round.choices.contains(&brick.id);
    let chosen = vote.bricks.iter().filter(in_round);
    let mut counted: Vec<Counted> = chosen
        .map(|brick| (brick, results.total(&brick.id)))
        .collect();
    counted.sort_by(|a, b| order(&settled, a, b));
    let standing = |one: &Counted, like: Ordering| {
        let others = counted.iter();
        others
            .filter(|other| order(&settled, other, one) == like)
            .count()
    };
    let ranked = counted.iter().map(|one| Ranked {
        brick: one.0,
        dots: one.1,
        entered: results.entered.get(&one.0.id).copied().unwrap_or(0),
        rank: 1 + standing(one, Ordering::Less),
        tied: standing(one, Ordering::Equal) > 1,
    });
    ranked.collect()
}

/// The round whose ties a run-off settles, from run-off to run-off; any other round is its own.
pub(super) fn root_of<'a>(vote: &'a Vote, round: &'a Round) -> &'a Round {
    let settles = |other: &&Round| other.id == round.run_off_of && other.number < round.number;
    match vote.rounds.iter().find(settles) {
        Some(before) => root_of(vote, before),
        None => round,
    }
}

type Counted<'a> = (&'a Brick, u32);
type Ranks<'a> = BTreeMap<&'a str, usize>;

fn order(settled: &[Ranks<'_>], a: &Counted<'_>, b: &Counted<'_>) -> Ordering {
    let by_run_off = |ranks: &Ranks<'_>| {
        let (a, b) = (ranks.get(a.0.id.as_str())?, ranks.get(b.0.id.as_str())?);
        Some(a.cmp(b)).filter(|order| order.is_ne())
    };
    let settled = || settled.iter().find_map(by_run_off);
    b.1.cmp(&a.1)
        .then_with(|| settled().unwrap_or(Ordering::Equal))
}

/// The revealed run-offs of a round. They come after it: a circle cannot be.
fn run_offs_of<'a>(vote: &'a Vote, round: &Round) -> impl Iterator<Item = &'a Round> {
    let (id, number) = (round.id.clone(), round.number);
    vote.rounds
        .iter()
        .filter(move |other| other.run_off_of == id && other.number > number)
        .filter(|other| other.results.is_some())
}

fn ranks_in<'a>(vote: &'a Vote, round: &Round) -> Ranks<'a> {
    let ranked = ranking(vote, round).into_iter();
    ranked
        .map(|ranked| (ranked.brick.id.as_str(), ranked.rank))
        .collect()
}
