//! Looking over a data directory or a backup without changing it.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use crate::{
    DocumentId, OpenError, Progress, StoreError, Stored,
    backups::integrity::{self, Open},
    disk::{
        connection::{FILE, named},
        lock::Lock,
        migrations,
    },
};

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// With which document; `None` for the database as a whole.
    pub document: Option<DocumentId>,
    /// What is wrong.
    pub what: String,
    /// Whether something that was saved cannot be rebuilt.
    pub is_lost: bool,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Documents looked at.
    pub documents: u64,
    /// Rows of content verified.
    pub chunks: u64,
    /// Their bytes.
    pub bytes: u64,
    /// What is wrong, first finding first.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// The first thing wrong with the database as a whole.
    pub(crate) fn broken_structure(&self) -> Option<&str> {
        self.faults
            .iter()
            .find(|fault| fault.document.is_none())
            .map(|fault| fault.what.as_str())
    }
}

/// Verifies a data directory (that no server uses) or a backup file, changing nothing. Each document is handed to
/// `open`, which opens it and says what is wrong with it, if anything. Blocking.
pub fn check(
    path: &Path,
    open: &mut dyn FnMut(&Stored) -> Result<(), String>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    match path.is_dir() {
        true => check_directory(path, open, progress),
        false => check_file(path, open, progress),
    }
}

fn check_directory(
    dir: &Path,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    let path = dir.join(FILE);
    if !path.is_file() {
        return Err(OpenError::Missing(dir.to_owned()));
    }
    let _lock = Lock::take(dir)?;
    let connection = open_without_changing(&path).map_err(named(&path))?;
    look_over(&connection, &path, open, progress)
}

/// Verifies a file that nobody writes to.
pub(crate) fn check_file(
    path: &Path,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    if !path.is_file() {
        return Err(OpenError::Missing(path.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    look_over(&connection, path, open, progress)
}

/// The log of a database can only be read with the right to write: so that right is had, and not used.
fn open_without_changing(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "locking_mode", "exclusive")?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn look_over(
    connection: &Connection,
    path: &Path,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    let looked = (|| {
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        match migrations::known_version(connection, migrations::ALL)? {
            0 => Err(OpenError::Missing(path.to_owned())),
            _ => Ok(integrity::look_over(connection, open, progress).map_err(unwrap_database)?),
        }
    })();
    looked.map_err(named(path))
}

/// Looking over asks nothing but SQLite: other errors of the store do not occur.
fn unwrap_database(error: StoreError) -> rusqlite::Error {
    match error {
        StoreError::Database(error) => error,
        other => rusqlite::Error::ToSqlConversionFailure(other.into()),
    }
}
