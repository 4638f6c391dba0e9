//! The judge of one ballot: pure, so that every rule can be read in one place.

use super::{BrickId, Dots, Round, RoundState, VoteError, brick::total};
use crate::ParticipantId;

/// Refuses a ballot that comes too early or too late: a round takes them from its opening until it is closed or its
/// time is over, whichever comes first.
pub(super) fn refuse_unless_taking(round: &Round, now_ms: u64) -> Result<(), VoteError> {
    match round.state {
        RoundState::Draft => Err(VoteError::State),
        RoundState::Open if !is_overdue(round, now_ms) => Ok(()),
        RoundState::Open | RoundState::Closed | RoundState::Revealed => Err(VoteError::Closed),
    }
}

/// Whether the time of a round is over at a moment.
pub(super) fn is_overdue(round: &Round, now_ms: u64) -> bool {
    round.closes_ms.is_some_and(|closes_ms| closes_ms <= now_ms)
}

/// How many dots a ballot leaves, if the rules of the round allow it.
pub(super) fn judge(
    round: &Round,
    participant: ParticipantId,
    dots: &Dots,
    done: bool,
) -> Result<u32, VoteError> {
    for (brick, count) in dots {
        judge_brick(round, participant, brick, *count)?;
    }
    let used = u32::try_from(total(dots)).map_err(|_| VoteError::OverBudget)?;
    let left = round.rules.dots.checked_sub(used);
    match left.ok_or(VoteError::OverBudget)? {
        left if done && round.rules.all && left > 0 => Err(VoteError::DotsLeft),
        left => Ok(left),
    }
}

fn judge_brick(
    round: &Round,
    participant: ParticipantId,
    brick: &BrickId,
    count: u32,
) -> Result<(), VoteError> {
    let choice = round.choices.iter().find(|choice| choice.brick == *brick);
    let choice = choice.ok_or_else(|| VoteError::UnknownBrick(brick.clone()))?;
    if !round.rules.own && choice.proposed_by == Some(participant) {
        return Err(VoteError::OwnBrick(brick.clone()));
    }
    let cap = round.rules.cap;
    if cap > 0 && count > cap {
        return Err(VoteError::OverCap(brick.clone()));
    }
    Ok(())
}

/// Whether a ballot counts: where all dots must be placed, only one that places them all.
pub(super) fn counts(round: &Round, dots: &Dots) -> bool {
    !round.rules.all || total(dots) == u64::from(round.rules.dots)
}
