//! Opening a database only to look at it, and what SQLite finds wrong with it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{OpenError, limits::FINDINGS_MAX};

/// Opens a file that nobody writes to and that has no log.
pub(crate) fn open_finished(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// The log of a database can only be read with the right to write: so that right is had, and not used.
pub(crate) fn open_without_changing(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "locking_mode", "exclusive")?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Nothing in the file is trusted: it may be damaged, or made by somebody else.
pub(crate) fn distrust(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// What SQLite finds wrong with its own structure, at most [`FINDINGS_MAX`] findings.
pub(crate) fn findings(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = format!("PRAGMA integrity_check({FINDINGS_MAX})");
    let mut statement = connection.prepare(&sql)?;
    let findings = statement.query_map([], |row| row.get(0))?;
    let findings: Vec<String> = findings.collect::<Result<_, _>>()?;
    Ok(findings.into_iter().filter(|what| what != "ok").collect())
}

/// Gives back the memory in which pages are kept, so that what is read next is read from the disk.
pub(crate) fn forget_cached_pages(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA shrink_memory")
}
