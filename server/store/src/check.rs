//! Looking over a data directory or a backup without changing it.

use std::path::Path;

use crate::{DocumentId, OpenError, Progress, Stored};

/// Something wrong with one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which document.
    pub document: DocumentId,
    /// What is wrong with it.
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

/// Verifies a data directory (that no server uses) or a backup file, changing nothing. Each document is handed to
/// `open`, which opens it and says what is wrong with it, if anything. Blocking.
pub fn check(
    path: &Path,
    open: &mut dyn FnMut(&Stored) -> Result<(), String>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, OpenError> {
    let _ = (path, open, progress);
    unimplemented!()
}
