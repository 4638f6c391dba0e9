//! How a round is voted: fixed before it opens, told to everybody, never changed after.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Choice, VoteError};
use crate::{
    ParticipantId,
    limits::{CHOICES_PER_ROUND_MAX, DOTS_PER_PERSON_MAX, ROUND_SECONDS_MAX},
};

/// The rules of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Dots each person has: 1 to 100.
    pub dots: u32,
    /// Dots one person may put on one brick: at most 100, 0 when there is no such bound.
    pub cap: u32,
    /// Whether nobody sees a total before the round is revealed.
    pub secret: bool,
    /// Whether nobody ever learns who cast which ballot.
    pub anonymous: bool,
    /// Whether one may vote for one's own proposal.
    pub own: bool,
    /// Whether all dots must be placed. A ballot with dots left then does not count.
    pub all: bool,
    /// How long the round is open, in seconds: at most a day, 0 for as long as it takes.
    pub seconds: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            dots: 5,
            cap: 0,
            secret: true,
            anonymous: true,
            own: true,
            all: false,
            seconds: 0,
        }
    }
}

impl Rules {
    /// The most one person may put on one brick.
    pub(super) fn dots_per_brick_max(&self) -> u32 {
        match self.cap {
            0 => self.dots,
            cap => cap.min(self.dots),
        }
    }
}

/// Refuses rules out of bounds, choices that are none, and rules that somebody could not follow.
pub(super) fn check(rules: &Rules, choices: &[Choice]) -> Result<(), VoteError> {
    let invalid = |what| Err(VoteError::Invalid(what));
    let bricks: BTreeSet<_> = choices.iter().map(|choice| &choice.brick).collect();
    if !(1..=DOTS_PER_PERSON_MAX).contains(&rules.dots) {
        invalid("a person has 1 to 100 dots")
    } else if rules.cap > DOTS_PER_PERSON_MAX {
        invalid("a brick gets at most 100 dots of one person")
    } else if rules.seconds > ROUND_SECONDS_MAX {
        invalid("a round is open for at most a day")
    } else if choices.len() > CHOICES_PER_ROUND_MAX {
        invalid("a round has at most 200 bricks")
    } else if bricks.len() < choices.len() {
        invalid("a brick is in the round twice")
    } else if choices.is_empty() || rules.all && !can_all_be_placed(rules, choices) {
        Err(VoteError::TooFewBricks)
    } else {
        Ok(())
    }
}

/// Whether everybody can place all dots, even whoever proposed the most bricks.
fn can_all_be_placed(rules: &Rules, choices: &[Choice]) -> bool {
    let own_max = if rules.own { 0 } else { most_by_one(choices) };
    let bricks = u64::try_from(choices.len() - own_max).unwrap_or(u64::MAX);
    bricks * u64::from(rules.dots_per_brick_max()) >= u64::from(rules.dots)
}

fn most_by_one(choices: &[Choice]) -> usize {
    let by = |who: ParticipantId| {
        let of_one = choices
            .iter()
            .filter(|choice| choice.proposed_by == Some(who));
        of_one.count()
    };
    let proposers: BTreeSet<_> = choices
        .iter()
        .filter_map(|choice| choice.proposed_by)
        .collect();
    proposers.into_iter().map(by).max().unwrap_or(0)
}
