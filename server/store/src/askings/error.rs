//! Why an asking is not as asked, and the way a refusal takes through the writer.

use rusqlite::Connection;

use crate::{Store, StoreError, disk::job::Necessity};

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

impl Store {
    /// Asks for a change of an asking. Refusals come before anything is written: they are answers, and nothing is rolled back
    /// for them.
    pub(super) async fn ask<T, F>(&self, necessity: Necessity, change: F) -> Result<T, AskingError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, AskingError> + Send + 'static,
    {
        let judged = move |connection: &Connection| {
            let written = connection.total_changes();
            let outcome = split(change(connection))?;
            debug_assert!(outcome.is_ok() || connection.total_changes() == written);
            Ok(outcome)
        };
        self.write_weighing(0, necessity, judged).await?
    }

    /// Looks at an asking.
    pub(super) async fn look_at_asking<T, F>(&self, look: F) -> Result<T, AskingError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, AskingError> + Send + 'static,
    {
        self.read(move |connection| split(look(connection))).await?
    }
}

/// What the store itself refuses is its error; what the rules refuse is an answer.
fn split<T>(outcome: Result<T, AskingError>) -> Result<Result<T, AskingError>, StoreError> {
    match outcome {
        Err(AskingError::Store(error)) => Err(error),
        judged => Ok(judged),
    }
}
