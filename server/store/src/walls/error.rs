//! Why a wall is not as asked.

use crate::{StoreError, disk::judged::Refusal};

/// Why a call about a wall did nothing. Whatever the variant, nothing of it is on disk.
#[derive(Debug, thiserror::Error)]
pub enum WallError {
    /// There is no such document, wall or note, or it is not this person's.
    #[error("not found")]
    NotFound,
    /// It is announced already: what holds for its notes does not change.
    #[error("the wall is announced")]
    Announced,
    /// It takes no notes yet, or it is not at the point where this can be done.
    #[error("the wall is not there yet")]
    TooEarly,
    /// It has ended.
    #[error("the wall has ended")]
    Ended,
    /// The wall, or the person, has as many notes as there may be.
    #[error("too many notes")]
    TooManyNotes,
    /// The store refused for a reason of its own.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for WallError {
    fn from(error: rusqlite::Error) -> Self {
        WallError::Store(error.into())
    }
}

impl Refusal for WallError {
    fn into_store_error(self) -> Result<StoreError, Self> {
        match self {
            Self::Store(error) => Ok(error),
            refusal => Err(refusal),
        }
    }
}
