//! What the server writes into a vote.

mod brick;
mod round;
mod settings;

use automerge::AutomergeError;
use thiserror::Error;

pub use brick::{BrickChange, NewBrick, Place, add_brick, change_brick, remove_brick};
pub(super) use brick::{put_brick, rank_of};
pub use round::{publish_round, remove_round};
pub use settings::{SettingsChange, change_settings};

/// Why nothing was written.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// There is no such brick, or no such part of the document.
    #[error("writing a vote: {0} is not there")]
    Missing(&'static str),
    /// There are as many bricks as there may be.
    #[error("writing a vote: it is full")]
    Full,
    /// A brick cannot be grouped into itself, nor into one that is itself grouped.
    #[error("writing a vote: bricks cannot be grouped in a circle")]
    Circle,
    /// Automerge refused.
    #[error("writing a vote: {0}")]
    Automerge(String),
}

impl From<AutomergeError> for WriteError {
    fn from(error: AutomergeError) -> Self {
        Self::Automerge(error.to_string())
    }
}
