//! Putting a backup back.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use crate::{
    OpenError, Progress, Stage, StorageId,
    backups::{check, integrity::Checked},
    clock,
    disk::{
        connection::{self, PAGE_BYTES},
        file_system::{self, sync_dir},
        lock::Lock,
        names::{FILE, REPLACED, STAGED},
        privacy,
    },
    error::at,
};

/// Why a backup was not put back. The data directory is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is data already.
    #[error(
        "{0} holds data already; restore into an empty directory, or add --replace to move that data aside"
    )]
    NotEmpty(PathBuf),
    /// The backup is not sound.
    #[error("the backup {path} does not verify ({what}); try an older one")]
    NotSound {
        /// The backup.
        path: PathBuf,
        /// The first finding.
        what: String,
    },
    /// The directory or the backup could not be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// Verifies the backup `from`, then makes it the data of `dir`. With `replace`, data already there is moved aside
/// into a directory inside it (given back); without, it is refused. The restored storage has a new identifier, because
/// what clients were told is saved may not be in it. Blocking.
pub fn restore(
    from: &Path,
    dir: &Path,
    replace: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Checked, Option<PathBuf>), RestoreError> {
    let checked = verify(from, progress)?;
    file_system::prepare(dir)?;
    let _lock = Lock::take(dir)?;
    privacy::close_to_others(dir)?;
    let is_taken = dir.join(FILE).exists();
    if is_taken && !replace {
        return Err(RestoreError::NotEmpty(dir.to_owned()));
    }
    let staged = dir.join(STAGED);
    copy(from, &staged, progress)?;
    let same = verify(&staged, progress)?;
    if same != checked {
        let what = "it reads differently the second time".to_owned();
        return Err(RestoreError::NotSound {
            path: from.to_owned(),
            what,
        });
    }
    rename_storage(&staged)?;
    let aside = if is_taken {
        Some(move_aside(dir)?)
    } else {
        None
    };
    fs::rename(&staged, dir.join(FILE))
        .and_then(|()| sync_dir(dir))
        .map_err(at(dir))?;
    Ok((checked, aside))
}

/// Damage of single documents came with the backup and is better than no data; damage of the whole is refused.
fn verify(file: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Checked, RestoreError> {
    let not_sound = |what| RestoreError::NotSound {
        path: file.to_owned(),
        what,
    };
    let checked = check::check_file(file, &mut |_| Ok(()), progress);
    let checked = checked.map_err(|error| match error {
        OpenError::Damaged { what, .. } => not_sound(what),
        other => other.into(),
    })?;
    match checked.broken_structure() {
        Some(what) => Err(not_sound(what.to_owned())),
        None => Ok(checked),
    }
}

fn copy(from: &Path, to: &Path, progress: &mut dyn FnMut(Progress)) -> Result<(), OpenError> {
    let mut source = File::open(from).map_err(at(from))?;
    let mut target = privacy::create(to).map_err(at(to))?;
    let total = source.metadata().map_err(at(from))?.len() / PAGE_BYTES;
    let mut block = vec![0; 1024 * 1024];
    let mut bytes = 0;
    loop {
        let length = source.read(&mut block).map_err(at(from))?;
        if length == 0 {
            return target.sync_all().map_err(at(to));
        }
        target.write_all(&block[..length]).map_err(at(to))?;
        bytes += length as u64;
        progress(Progress {
            stage: Stage::Copying,
            done: bytes / PAGE_BYTES,
            total,
        });
    }
}

fn rename_storage(staged: &Path) -> Result<(), OpenError> {
    let connection = Connection::open(staged)?;
    let sql = "UPDATE meta SET value = ?1 WHERE name = 'storage_id'";
    connection.execute(sql, [StorageId::random()])?;
    connection.close().map_err(|(_, error)| error)?;
    File::open(staged)
        .and_then(|file| file.sync_all())
        .map_err(at(staged))
}

/// Moves the old database away, its log first: a log must never lie beside a database it does not belong to.
fn move_aside(dir: &Path) -> Result<PathBuf, OpenError> {
    fold_back_log(dir);
    let aside = dir.join(format!("{REPLACED}{}", clock::now_ms()));
    privacy::create_dir(&aside).map_err(at(&aside))?;
    for name in [
        format!("{FILE}-wal"),
        format!("{FILE}-shm"),
        FILE.to_owned(),
    ] {
        match fs::rename(dir.join(&name), aside.join(&name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(at(dir)(error)),
            _ => {}
        }
    }
    sync_dir(&aside)
        .and_then(|()| sync_dir(dir))
        .map_err(at(dir))?;
    Ok(aside)
}

/// Closing the last connection leaves no log. A database too damaged for that is moved with its log as it is.
fn fold_back_log(dir: &Path) {
    if let Ok(connection) = connection::open_for_writing(&dir.join(FILE)) {
        let _ = connection.close(); // the log stays, and is moved as well
    }
}
