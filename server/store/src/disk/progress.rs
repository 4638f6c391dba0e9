//! How far something long has come: a backup, a check, a restore.

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Pages of 4 KiB are being copied.
    Copying,
    /// SQLite looks at its own structure: one step.
    Structure,
    /// Documents are read and their rows verified.
    Documents,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Pages or documents done.
    pub done: u64,
    /// Pages or documents in all; may grow while people write.
    pub total: u64,
}
