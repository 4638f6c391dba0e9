//! Folding the write-ahead log back into the database when nobody has to wait for it.

use rusqlite::{Connection, Error::SqliteFailure, ffi};

use crate::{
    disk::connection::PAGE_BYTES,
    limits::{WAL_BUSY_BYTES_MAX, WAL_IDLE_BYTES_MAX},
};

/// Folds back when the log has grown too long for how busy we are.
pub(crate) fn if_due(connection: &Connection, is_idle: bool) -> rusqlite::Result<()> {
    let bytes_max = if is_idle {
        WAL_IDLE_BYTES_MAX
    } else {
        WAL_BUSY_BYTES_MAX
    };
    if pending_bytes(connection)? > bytes_max {
        fold_back(connection)?;
    }
    Ok(())
}

/// Folds back all there is, waiting for nobody.
pub(crate) fn fold_back(connection: &Connection) -> rusqlite::Result<()> {
    checkpoint(connection, "PRAGMA wal_checkpoint(PASSIVE)").map(drop)
}

/// Folds back all there is and cuts the log to nothing, so that it holds no trace of what was deleted.
pub(crate) fn empty(connection: &Connection) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("PRAGMA wal_checkpoint(TRUNCATE)")?;
    let is_busy: bool = statement.query_row([], |row| row.get(0))?;
    if is_busy {
        return Err(SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None));
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::connection;

    /// A log of a little more than so many bytes.
    fn with_log(dir: &std::path::Path, bytes: u64) -> Connection {
        let connection = connection::open_for_writing(&dir.join("database")).unwrap();
        connection
            .execute_batch("CREATE TABLE filling(bytes BLOB)")
            .unwrap();
        connection
            .execute("INSERT INTO filling VALUES (randomblob(?1))", [bytes])
            .unwrap();
        assert!(pending_bytes(&connection).unwrap() > bytes);
        connection
    }

    #[test]
    fn a_short_log_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let connection = with_log(dir.path(), 100_000);
        if_due(&connection, true).unwrap();
        assert!(pending_bytes(&connection).unwrap() > 100_000);
    }

    #[test]
    fn a_longer_log_waits_until_nobody_waits() {
        let dir = tempfile::tempdir().unwrap();
        let connection = with_log(dir.path(), WAL_IDLE_BYTES_MAX);
        if_due(&connection, false).unwrap();
        assert!(pending_bytes(&connection).unwrap() > 0);
        if_due(&connection, true).unwrap();
        assert_eq!(pending_bytes(&connection).unwrap(), 0);
    }

    #[test]
    fn an_emptied_log_holds_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let connection = with_log(dir.path(), 100_000);
        empty(&connection).unwrap();
        let log = std::fs::metadata(dir.path().join("database-wal")).unwrap();
        assert_eq!(log.len(), 0);
    }

    #[test]
    fn a_log_that_is_being_read_is_not_called_empty() {
        let dir = tempfile::tempdir().unwrap();
        let connection = with_log(dir.path(), 100_000);
        connection
            .execute_batch("BEGIN; SELECT count(*) FROM filling")
            .unwrap();
        assert!(empty(&connection).is_err());
    }

    #[test]
    fn a_long_log_waits_for_nobody() {
        let dir = tempfile::tempdir().unwrap();
        let connection = with_log(dir.path(), WAL_BUSY_BYTES_MAX);
        if_due(&connection, false).unwrap();
        assert_eq!(pending_bytes(&connection).unwrap(), 0);
    }
}
