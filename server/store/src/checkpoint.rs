//! Folding the write-ahead log back into the database when nobody has to wait for it.

use rusqlite::Connection;

use crate::limits::{WAL_BUSY_BYTES_MAX, WAL_IDLE_BYTES_MAX};

const PAGE_BYTES: u64 = 4096;

/// Folds back when the log has grown too long for how busy we are.
pub(crate) fn if_due(connection: &Connection, is_idle: bool) -> rusqlite::Result<()> {
    let bytes_max = if is_idle {
        WAL_IDLE_BYTES_MAX
    } else {
        WAL_BUSY_BYTES_MAX
    };
    match pending_bytes(connection)? > bytes_max {
        true => fold_back(connection),
        false => Ok(()),
    }
}

/// Folds back all there is, waiting for nobody.
pub(crate) fn fold_back(connection: &Connection) -> rusqlite::Result<()> {
    checkpoint(connection, "PRAGMA wal_checkpoint(PASSIVE)").map(drop)
}

/// How much of the log is not in the database yet, in bytes.
pub(crate) fn pending_bytes(connection: &Connection) -> rusqlite::Result<u64> {
    let (logged, folded) = checkpoint(connection, "PRAGMA wal_checkpoint(NOOP)")?;
    Ok(u64::try_from(logged - folded).unwrap_or(0) * PAGE_BYTES)
}

/// Pages in the log, and how many of them are in the database.
fn checkpoint(connection: &Connection, sql: &str) -> rusqlite::Result<(i64, i64)> {
    let mut statement = connection.prepare_cached(sql)?;
    statement.query_row([], |row| Ok((row.get(1)?, row.get(2)?)))
}
