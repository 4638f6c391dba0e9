//! Backups of a running store: complete, verified, then put in place.

use std::path::PathBuf;

use crate::{Checked, Progress, Store};

/// Why there is no backup. Nothing was put in place.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The store is closed.
    #[error("the store is closed")]
    Gone,
    /// The file system refused.
    #[error("cannot write the backup {path}: {source}")]
    Files {
        /// What was being written.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The copy is not sound; it was removed.
    #[error(
        "the backup was copied but does not verify ({0}); run `atelier check` on the data directory"
    )]
    NotSound(String),
    /// SQLite refused.
    #[error("cannot copy the database: {0}")]
    Database(#[from] rusqlite::Error),
}

impl Store {
    /// Copies the database while people write, verifies the copy, and puts it at `to` (replacing what is there).
    /// It holds at least everything that was saved when the call began.
    pub async fn backup<P>(&self, to: PathBuf, progress: P) -> Result<Checked, BackupError>
    where
        P: FnMut(Progress) + Send + 'static,
    {
        let _ = (to, progress);
        unimplemented!()
    }
}
