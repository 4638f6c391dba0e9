//! Putting a backup back.

use std::path::{Path, PathBuf};

use crate::{Checked, OpenError, Progress};

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
/// into a directory beside it (given back); without, it is refused. Blocking.
pub fn restore(
    from: &Path,
    dir: &Path,
    replace: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Checked, Option<PathBuf>), RestoreError> {
    let _ = (from, dir, replace, progress);
    unimplemented!()
}
