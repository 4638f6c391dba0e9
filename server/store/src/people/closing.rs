//! Closing a space to everybody, and opening it again: for the host of the server. Nothing in it changes meanwhile.

use rusqlite::Connection;

use super::spaces;
use crate::{Space, SpaceId, Store, StoreError, rows::some_row};

impl Store {
    /// Closes a space from `now_ms` on: whoever asks for it is told [`StoreError::Closed`], whichever way they come, and it
    /// is not said to be silent. Closing it again changes nothing. Works on a full disk.
    pub async fn close_space(&self, space: SpaceId, now_ms: u64) -> Result<Space, StoreError> {
        self.write_necessary(move |connection| set(connection, space, Some(now_ms)))
            .await
    }

    /// Opens it again: everybody is who they were. Works on a full disk.
    pub async fn reopen_space(&self, space: SpaceId) -> Result<Space, StoreError> {
        self.write_necessary(move |connection| set(connection, space, None))
            .await
    }
}

fn set(
    connection: &Connection,
    space: SpaceId,
    closed_ms: Option<u64>,
) -> Result<Space, StoreError> {
    let sql = "UPDATE spaces SET closed_ms = CASE WHEN ?2 IS NULL THEN NULL ELSE coalesce(closed_ms, ?2) END WHERE id = ?1";
    some_row(connection.execute(sql, (space, closed_ms))?)?;
    spaces::find(connection, space)?.ok_or(StoreError::NotFound)
}
