//! Backups of a running store: complete, verified, then put in place.

use std::{
    fs::{self, File, OpenOptions},
    io,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};
use tokio::sync::oneshot;

use crate::{
    Checked, OpenError, Progress, Stage, Store,
    backups::check,
    disk::{
        file_system::{dir_of, sync_dir},
        job::Job,
        writer::Writer,
    },
};

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

impl Store {
    /// Copies the database while people write, verifies the copy, and puts it at `to` (replacing what is there).
    /// It holds at least everything that was saved when the call began. Damage that single documents had before is
    /// reported and copied as it is; it is no reason to have no backup.
    pub async fn backup<P>(&self, to: PathBuf, progress: P) -> Result<Checked, BackupError>
    where
        P: FnMut(Progress) + Send + 'static,
    {
        let partial = partial_beside(&to);
        let (asker, copied) = oneshot::channel();
        let copying = Copying {
            to: partial.clone(),
            progress: Box::new(progress),
            asker,
        };
        self.queue(0, Job::Backup(copying))
            .await
            .map_err(|_| BackupError::Gone)?;
        let copied = copied.await.unwrap_or(Err(BackupError::Gone));
        let finished = tokio::task::spawn_blocking(move || {
            let finished = copied.and_then(|progress| finish(&partial, &to, progress));
            if finished.is_err() {
                let _ = fs::remove_file(&partial); // it may never have been made
            }
            finished
        });
        finished.await.unwrap_or(Err(BackupError::Gone))
    }
}

/// Told how far a backup has come.
type Listener = Box<dyn FnMut(Progress) + Send>;

/// A copy to be made by the writer thread.
pub(crate) struct Copying {
    to: PathBuf,
    progress: Listener,
    asker: oneshot::Sender<Result<Listener, BackupError>>,
}

impl Copying {
    /// Copies step by step; between two steps the writer serves whoever waits. What it commits meanwhile goes into the
    /// copy as well, because it is the same connection.
    pub(crate) fn run(mut self, connection: &Connection, writer: &mut Writer) {
        let copied = self.copy(connection, writer);
        let _ = self.asker.send(copied.map(|()| self.progress));
    }

    fn copy(&mut self, connection: &Connection, writer: &mut Writer) -> Result<(), BackupError> {
        let mut target = create(&self.to)?;
        self.copy_pages(connection, &mut target, writer)?;
        target.pragma_update(None, "journal_mode", "delete")?; // one file, readable anywhere
        target.close().map_err(|(_, error)| error.into())
    }

    fn copy_pages(
        &mut self,
        connection: &Connection,
        target: &mut Connection,
        writer: &mut Writer,
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
            let served = writer.serve_queued(connection);
            if served == ControlFlow::Break(()) || self.asker.is_closed() {
                return Err(BackupError::Gone);
            }
        }
        Ok(())
    }
}

/// Only a copy that was synced and verified takes its place.
fn finish(partial: &Path, to: &Path, mut progress: Listener) -> Result<Checked, BackupError> {
    File::open(partial)
        .and_then(|file| file.sync_all())
        .map_err(failed(partial))?;
    let checked = check::check_file(partial, &mut |_| Ok(()), &mut progress);
    let checked = checked.map_err(|error| match error {
        OpenError::Database(error) => BackupError::Database(error),
        other => BackupError::NotSound(other.to_string()),
    })?;
    if let Some(what) = checked.broken_structure() {
        return Err(BackupError::NotSound(what.to_owned()));
    }
    fs::rename(partial, to).map_err(failed(to))?;
    sync_dir(dir_of(to)).map_err(failed(to))?;
    Ok(checked)
}

/// Makes an empty database for its owner only. It needs no safety of its own: it counts only when it is finished.
fn create(path: &Path) -> Result<Connection, BackupError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(path)(error)),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(failed(path))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let target = Connection::open_with_flags(path, flags)?;
    target.pragma_update(None, "synchronous", "off")?;
    Ok(target)
}

fn partial_beside(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.partial"))
}

fn failed(path: &Path) -> impl Fn(io::Error) -> BackupError + use<'_> {
    move |source| BackupError::Files {
        path: path.to_owned(),
        source,
    }
}
