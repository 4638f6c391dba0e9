//! The bricks of a revealed round in the order of the vote, ties shown as ties.

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
    /// 1 for the most dots. Bricks with as many dots share their rank, and the next rank is left out.
    pub rank: usize,
    /// Whether another brick has as many dots.
    pub tied: bool,
}

/// The ranking of a round; nothing before it is revealed. Ties stand in the order of the bricks.
pub fn ranking<'a>(vote: &'a Vote, round: &Round) -> Vec<Ranked<'a>> {
    let Some(results) = &round.results else {
        return Vec::new();
    };
    let in_round = |brick: &&Brick| round.choices.contains(&brick.id);
    let mut counted: Vec<(&Brick, u32)> = vote
        .bricks
        .iter()
        .filter(in_round)
        .map(|brick| (brick, results.total(&brick.id)))
        .collect();
    counted.sort_by_key(|(_, dots)| std::cmp::Reverse(*dots));
    let as_many = |dots: u32| counted.iter().filter(move |(_, other)| *other == dots);
    let more = |dots: u32| counted.iter().filter(move |(_, other)| *other > dots);
    let ranked = counted.iter().map(|&(brick, dots)| Ranked {
        brick,
        dots,
        entered: results.entered.get(&brick.id).copied().unwrap_or(0),
        rank: more(dots).count() + 1,
        tied: as_many(dots).count() > 1,
    });
    ranked.collect()
}
