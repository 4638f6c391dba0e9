//! What a change must have done to rows: something, and not too much.

use rusqlite::{Connection, ToSql};

use crate::StoreError;

/// Nothing changed means that there was nothing to change.
pub(crate) fn some_row(changed: usize) -> Result<(), StoreError> {
    (changed > 0).then_some(()).ok_or(StoreError::NotFound)
}

/// Refuses a change that made too many of something: asked after the change, which is then taken back.
pub(crate) fn refuse_more_than(
    connection: &Connection,
    max: u64,
    what: &'static str,
    counted: &str,
    within: impl ToSql,
) -> Result<(), StoreError> {
    let count: u64 = connection
        .prepare_cached(counted)?
        .query_row([within], |row| row.get(0))?;
    (count <= max)
        .then_some(())
        .ok_or(StoreError::TooMany { what, max })
}
