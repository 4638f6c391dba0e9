//! Backups of a running store: complete, verified, then put in place.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use tokio::sync::oneshot;

use crate::{
    OpenError, Progress, Store,
    backups::{check, integrity::Checked},
    disk::{
        copying::{BackupError, Copying, Listener, failed},
        file_system::{dir_of, sync_dir},
        job::Job,
    },
};

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
        let checked = finished.await.unwrap_or(Err(BackupError::Gone))?;
        self.note_backup().await;
        Ok(checked)
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

fn partial_beside(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.partial"))
}
