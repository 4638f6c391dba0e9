//! Votes without a device: raised hands and paper dots, counted by a facilitator.

use serde::{Deserialize, Serialize};

use super::{
    Dots, Round, RoundState, VoteError,
    brick::{placed, total},
    json::Json,
    round::get,
};
use crate::{DocumentId, RoundId, Store, disk::job::Necessity, limits::VOTERS_ENTERED_MAX};

/// Counts entered by hand; never mixed with the ballots.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// How many people voted without a device: at most 10 000.
    pub voters: u32,
    /// Their dots; bricks with none are dropped.
    pub dots: Dots,
}

impl Store {
    /// Replaces what was entered by hand in an open or closed round.
    pub async fn enter_counts(
        &self,
        document: DocumentId,
        round: RoundId,
        entered: Entered,
    ) -> Result<Round, VoteError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let found = get(connection, document, round)?;
            let entered = Entered {
                voters: entered.voters,
                dots: placed(entered.dots),
            };
            check(&found, &entered)?;
            let sql = "UPDATE rounds SET entered = ?2 WHERE id = ?1";
            connection.execute(sql, (round, Json(&entered)))?;
            Ok(Round { entered, ..found })
        })
        .await
    }
}

/// Refuses what so many people could not have voted.
fn check(round: &Round, entered: &Entered) -> Result<(), VoteError> {
    if !matches!(round.state, RoundState::Open | RoundState::Closed) {
        return Err(VoteError::State);
    }
    if entered.voters > VOTERS_ENTERED_MAX {
        return Err(VoteError::Invalid("at most 10000 people are entered"));
    }
    let at_most = |each: u32| u64::from(each) * u64::from(entered.voters);
    for (brick, count) in &entered.dots {
        if !round.choices.iter().any(|choice| choice.brick == *brick) {
            return Err(VoteError::UnknownBrick(brick.clone()));
        }
        if round.rules.cap > 0 && u64::from(*count) > at_most(round.rules.cap) {
            return Err(VoteError::OverCap(brick.clone()));
        }
    }
    if total(&entered.dots) > at_most(round.rules.dots) {
        return Err(VoteError::OverBudget);
    }
    Ok(())
}
