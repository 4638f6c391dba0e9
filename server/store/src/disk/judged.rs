//! Changes that may be refused by a rule: a refusal is an answer, and nothing is rolled back for it.

use rusqlite::Connection;

use crate::{Store, StoreError, disk::job::Necessity};

/// What a rule answers when it refuses, or the store for a reason of its own.
pub(crate) trait Refusal: Sized + Send + 'static {
    /// The store's own error; else the refusal as it was.
    fn into_store_error(self) -> Result<StoreError, Self>;
}

impl Store {
    /// Asks for a change that may be refused. Refusals come before anything is written.
    pub(crate) async fn change_judged<T, E, F>(
        &self,
        necessity: Necessity,
        change: F,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: Refusal + From<StoreError>,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        let judged = move |connection: &Connection| {
            let written = connection.total_changes();
            let outcome = split(change(connection))?;
            debug_assert!(outcome.is_ok() || connection.total_changes() == written);
            Ok(outcome)
        };
        self.write_weighing(0, necessity, judged).await?
    }

    /// Looks at something that may be refused.
    pub(crate) async fn read_judged<T, E, F>(&self, look: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: Refusal + From<StoreError>,
        F: FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    {
        self.read(move |connection| split(look(connection))).await?
    }
}

/// What the store itself refuses is its error; what a rule refuses is an answer.
fn split<T, E: Refusal>(outcome: Result<T, E>) -> Result<Result<T, E>, StoreError> {
    match outcome.map_err(Refusal::into_store_error) {
        Ok(done) => Ok(Ok(done)),
        Err(Ok(error)) => Err(error),
        Err(Err(refusal)) => Ok(Err(refusal)),
    }
}
