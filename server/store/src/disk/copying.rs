//! Copying the database in small steps while the writer goes on serving.

use std::{
    fs, io,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};
use tokio::sync::oneshot;

use crate::{Progress, Stage, disk::privacy};

/// Copied between two commits: one MiB.
const STEP_PAGES: i32 = 256;

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

/// Called with how far a backup has come.
pub(crate) type Listener = Box<dyn FnMut(Progress) + Send>;

/// Serves whoever waits; breaks off when the store is closed.
pub(crate) type Serve<'a> = &'a mut dyn FnMut(&Connection) -> ControlFlow<()>;

/// A copy to be made by the writer thread.
pub(crate) struct Copying {
    pub(crate) to: PathBuf,
    pub(crate) progress: Listener,
    /// Gets the listener back when the copy is there.
    pub(crate) asker: oneshot::Sender<Result<Listener, BackupError>>,
}

impl Copying {
    /// Copies step by step; between two steps `serve` serves whoever waits. What it commits meanwhile goes into the
    /// copy as well, because it is the same connection.
    pub(crate) fn run(mut self, connection: &Connection, serve: Serve<'_>) {
        let copied = self.copy(connection, serve);
        let _ = self.asker.send(copied.map(|()| self.progress));
    }

    fn copy(&mut self, connection: &Connection, serve: Serve<'_>) -> Result<(), BackupError> {
        let mut target = create(&self.to)?;
        self.copy_pages(connection, &mut target, serve)?;
        target.pragma_update(None, "journal_mode", "delete")?; // one file, readable anywhere
        target.close().map_err(|(_, error)| error.into())
    }

    fn copy_pages(
        &mut self,
        connection: &Connection,
        target: &mut Connection,
        serve: Serve<'_>,
    ) -> Result<(), BackupError> {
        let backup = Backup::new(connection, target)?;
        while backup.step(STEP_PAGES)? != StepResult::Done {
            let pages = backup.progress();
            let total = u64::try_from(pages.pagecount).unwrap_or(0);
            let left = u64::try_from(pages.remaining).unwrap_or(0);
            let done = total.saturating_sub(left);
            (self.progress)(Progress {
                stage: Stage::Copying,
                done,
                total,
            });
            let served = serve(connection);
            if served == ControlFlow::Break(()) || self.asker.is_closed() {
                return Err(BackupError::Gone);
            }
        }
        Ok(())
    }
}

/// Makes an empty database for its owner only. It needs no safety of its own: it counts only when it is finished.
fn create(path: &Path) -> Result<Connection, BackupError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(path)(error)),
        _ => {}
    }
    privacy::create(path).map_err(failed(path))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let target = Connection::open_with_flags(path, flags)?;
    target.pragma_update(None, "synchronous", "off")?;
    Ok(target)
}

pub(crate) fn failed(path: &Path) -> impl Fn(io::Error) -> BackupError + use<'_> {
    move |source| BackupError::Files {
        path: path.to_owned(),
        source,
    }
}
