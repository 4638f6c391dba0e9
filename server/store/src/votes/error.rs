//! Why a vote is not as asked.

use super::BrickId;
use crate::{StoreError, disk::judged::Refusal};

/// Why a call about a vote did nothing. Whatever the variant, nothing of it is on disk.
#[derive(Debug, thiserror::Error)]
pub enum VoteError {
    /// There is no such document or round, or the person may not vote there.
    #[error("not found")]
    NotFound,
    /// The state of the round does not allow it.
    #[error("the round is in another state")]
    State,
    /// Another round of the same vote is open.
    #[error("another round is open")]
    AnotherOpen,
    /// The ballot came after the round was closed or its time was over.
    #[error("the round is closed")]
    Closed,
    /// The person came after the round was opened, and was not let in to it.
    #[error("the person came after the round was opened")]
    Latecomer,
    /// The device holds the ballot of somebody else.
    #[error("the device holds another person's ballot")]
    DeviceVoted,
    /// So few ballots of an anonymous round tell who voted what.
    #[error("too few ballots to be anonymous")]
    FewBallots,
    /// More dots than there are.
    #[error("more dots than there are")]
    OverBudget,
    /// More dots on this brick than it may get.
    #[error("more dots on {0} than it may get")]
    OverCap(BrickId),
    /// The round does not hold this brick.
    #[error("{0} is not in this round")]
    UnknownBrick(BrickId),
    /// One's own proposal, where it may get no dots of one's own.
    #[error("{0} is one's own proposal")]
    OwnBrick(BrickId),
    /// Called done with dots left, where all must be placed.
    #[error("all dots must be placed")]
    DotsLeft,
    /// No brick to choose, or too few to place all dots where all must be placed.
    #[error("too few bricks for these rules")]
    TooFewBricks,
    /// The round or the counts make no sense; says what.
    #[error("{0}")]
    Invalid(&'static str),
    /// The store refused for a reason of its own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for VoteError {
    fn from(error: rusqlite::Error) -> Self {
        VoteError::Store(error.into())
    }
}

impl Refusal for VoteError {
    fn into_store_error(self) -> Result<StoreError, Self> {
        match self {
            Self::Store(error) => Ok(error),
            refusal => Err(refusal),
        }
    }
}
