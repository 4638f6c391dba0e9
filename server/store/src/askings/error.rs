//! Why an asking is not as asked.

use crate::{StoreError, disk::judged::Refusal};

/// Why a call about an asking did nothing. Whatever the variant, nothing of it is on disk.
#[derive(Debug, thiserror::Error)]
pub enum AskingError {
    /// There is no such document or asking, or the person may not answer there.
    #[error("not found")]
    NotFound,
    /// It is revealed: no answer is taken any more.
    #[error("the asking is revealed")]
    Revealed,
    /// Another asking of the same round is open.
    #[error("another asking is open")]
    AnotherOpen,
    /// So few answers of an anonymous asking would tell who answered what.
    #[error("too few answers to be anonymous")]
    FewAnswers,
    /// There is no such state, or the word is too long or not asked for; says what.
    #[error("{0}")]
    Invalid(&'static str),
    /// The store refused for a reason of its own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for AskingError {
    fn from(error: rusqlite::Error) -> Self {
        AskingError::Store(error.into())
    }
}

impl Refusal for AskingError {
    fn into_store_error(self) -> Result<StoreError, Self> {
        match self {
            Self::Store(error) => Ok(error),
            refusal => Err(refusal),
        }
    }
}
