//! Looking over a data directory or a backup without changing it.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::{
    OpenError, Progress, StoreError, Stored,
    backups::integrity::{self, Checked, Open},
    disk::{connection::named, inspection, lock::Lock, migrations, names::FILE},
};

/// Verifies a data directory (that no server uses) or a backup file, changing nothing. Each document is handed to
/// `open`, which opens it and says what is wrong with it, if anything. Blocking.
pub fn check(
    path: &Path,
    open: &mut dyn FnMut(&Stored) -> Result<(), String>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    if path.is_dir() {
        check_directory(path, open, progress)
    } else {
        check_file(path, open, progress)
    }
}

fn check_directory(
    dir: &Path,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    let path = database_of(dir)?;
    let _lock = Lock::take(dir)?;
    let connection = inspection::open_without_changing(&path).map_err(named(&path))?;
    look_over(&connection, &path, open, progress)
}

/// The database in a data directory.
pub(crate) fn database_of(dir: &Path) -> Result<PathBuf, OpenError> {
    let path = dir.join(FILE);
    match path.is_file() {
        true => Ok(path),
        false => Err(OpenError::Missing(dir.to_owned())),
    }
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
    let connection = inspection::open_finished(path)?;
    look_over(&connection, path, open, progress)
}

fn look_over(
    connection: &Connection,
    path: &Path,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    let looked = (|| {
        inspection::distrust(connection)?;
        match migrations::known_version(connection, migrations::ALL)? {
            0 => Err(OpenError::Missing(path.to_owned())),
            _ => Ok(integrity::look_over(connection, open, progress).map_err(unwrap_database)?),
        }
    })();
    looked.map_err(named(path))
}

/// Looking over asks nothing but SQLite: other errors of the store do not occur.
pub(crate) fn unwrap_database(error: StoreError) -> rusqlite::Error {
    match error {
        StoreError::Database(error) => error,
        other => rusqlite::Error::ToSqlConversionFailure(other.into()),
    }
}
