//! What the server writes into a plan.

mod bring;
mod files;
mod follow;
mod item;
mod trash;

use automerge::AutomergeError;
use thiserror::Error;

pub use bring::{Arrivals, TooMuch, bring_in};
pub use files::forget_file;
pub use follow::{finish, postpone};
pub(super) use item::{Described, put_card, put_column, put_label};
pub use trash::empty_trash;

/// Why nothing was written.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// There is no such card, or it was put or thrown away.
    #[error("writing a plan: the card is not there")]
    Missing,
    /// It does not fit.
    #[error("writing a plan: there would be too much of it")]
    TooMuch(TooMuch),
    /// Automerge refused.
    #[error("writing a plan: {0}")]
    Automerge(String),
}

impl From<AutomergeError> for WriteError {
    fn from(error: AutomergeError) -> Self {
        Self::Automerge(error.to_string())
    }
}
