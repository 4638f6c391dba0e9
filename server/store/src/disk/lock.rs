//! One process per data directory: two would corrupt it.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::Path,
};

use crate::{OpenError, error::at};

/// Held for as long as the directory is in use; the system lets go of it when the process dies.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    pub(crate) fn take(dir: &Path) -> Result<Self, OpenError> {
        let path = dir.join("lock");
        let open = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(&path);
        let file = open.map_err(at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse(dir.to_owned())),
            Err(TryLockError::Error(error)) => Err(at(&path)(error)),
        }
    }
}
