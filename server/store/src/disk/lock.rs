//! One process per data directory: two would corrupt it.

use std::{
    fs::{File, TryLockError},
    io::ErrorKind,
    path::Path,
};

use crate::{OpenError, disk::privacy, error::at};

/// Held for as long as the directory is in use; the system lets go of it when the process dies.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    pub(crate) fn take(dir: &Path) -> Result<Self, OpenError> {
        let path = dir.join("lock");
        let file = privacy::create(&path).map_err(at(&path))?;
        Self::hold(dir, file)
    }

    /// The lock that others would have made; where there is none, nobody uses the directory, and none is made.
    pub(crate) fn of_others(dir: &Path) -> Result<Option<Self>, OpenError> {
        let path = dir.join("lock");
        match File::open(&path) {
            Ok(file) => Self::hold(dir, file).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(at(&path)(error)),
        }
    }

    fn hold(dir: &Path, file: File) -> Result<Self, OpenError> {
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse(dir.to_owned())),
            Err(TryLockError::Error(error)) => Err(at(&dir.join("lock"))(error)),
        }
    }
}
