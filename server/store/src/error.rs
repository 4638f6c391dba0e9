//! What can go wrong, and what the caller can do about it.

use std::{
    io,
    path::{Path, PathBuf},
};

use rusqlite::ErrorCode;

/// Why a data directory could not be opened. The message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it.
    #[error(
        "the data directory {0} is in use by another Atelier; stop that one first, or choose another directory with --data"
    )]
    InUse(PathBuf),
    /// There is no database there (only for commands that do not create one).
    #[error("there is no Atelier data in {0}; check the path given with --data")]
    Missing(PathBuf),
    /// Written by a later version.
    #[error(
        "the data was written by a newer Atelier (schema {found}, this program knows {known}); run the newer version"
    )]
    Newer {
        /// The version of the data.
        found: usize,
        /// The latest version this program knows.
        known: usize,
    },
    /// A restore was interrupted between taking the old data away and putting the new in place.
    #[error(
        "a restore into {0} was interrupted; run `atelier restore` again (the data it replaced is in a directory \
         `replaced-…` there)"
    )]
    HalfRestored(PathBuf),
    /// Locks and fsync cannot be trusted there.
    #[error(
        "{path} is on a network file system ({kind}), where SQLite loses data; use a local disk"
    )]
    NetworkFileSystem {
        /// The data directory.
        path: PathBuf,
        /// The kind of file system.
        kind: String,
    },
    /// Everybody of the machine may put files there.
    #[error(
        "{0} is shared by all accounts of this machine; give Atelier a directory of its own with --data"
    )]
    Shared(PathBuf),
    /// Other accounts may read it, and it belongs to one of them.
    #[error(
        "{path} belongs to another account and is open to others of this machine (mode {mode}), who could read names and \
         texts; give it to the account that runs Atelier (`chown`), or run Atelier as its owner"
    )]
    NotOurs {
        /// The data directory, or something in it.
        path: PathBuf,
        /// Its mode, as `chmod` takes it.
        mode: String,
    },
    /// The SQLite in this program has a known data-losing fault.
    #[error("this program was built with SQLite {0}; at least 3.51.3 is needed")]
    OldSqlite(String),
    /// A setting that durability depends on was not accepted.
    #[error("SQLite did not accept {name}={wanted} (it says {found})")]
    Setting {
        /// The PRAGMA.
        name: String,
        /// What we asked for.
        wanted: String,
        /// What it answered.
        found: String,
    },
    /// The database is damaged.
    #[error(
        "the database {path} is damaged ({what}); restore the latest backup with `atelier restore FILE --replace`"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first finding of SQLite.
        what: String,
    },
    /// The file system refused.
    #[error("cannot use {path}: {source}")]
    Files {
        /// What was being used.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// SQLite refused.
    #[error("cannot open the database: {0}")]
    Database(#[from] rusqlite::Error),
}

/// Why a call did nothing. Whatever the variant, nothing of it is on disk.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full; try again when [`crate::Store::state`] is `Ok`.
    #[error("the disk is full")]
    Full,
    /// The store is closed.
    #[error("the store is closed")]
    Gone,
    /// There is no such space, document, person, link or session.
    #[error("not found")]
    NotFound,
    /// There are as many as allowed.
    #[error("no more than {max} {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The limit.
        max: u64,
    },
    /// A text or a row is longer than allowed.
    #[error("{what} is longer than {max}")]
    TooLong {
        /// Of what.
        what: &'static str,
        /// The limit, in characters for texts and in bytes for rows.
        max: usize,
    },
    /// A text that must not be empty is.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// The last facilitator of a space cannot leave or become something else.
    #[error("a space keeps at least one facilitator")]
    LastFacilitator,
    /// The host of the server closed the space: nobody gets in until it is opened again.
    #[error("the space is closed")]
    Closed,
    /// The device was put out of the space, and a link it still has does not let it in again.
    #[error("this device was put out of the space")]
    Barred,
    /// The last member of a structure cannot leave or become something else.
    #[error("a structure keeps at least one member")]
    LastMember,
    /// Only a document that was put away is deleted for good.
    #[error("the document was not put away")]
    NotArchived,
    /// The person came already: only they take links to themselves.
    #[error("the person is already here")]
    AlreadyHere,
    /// The same was asked a moment ago: try again in a few minutes.
    #[error("too soon")]
    TooSoon,
    /// A snapshot was not what it claimed to be; it was kept aside and nothing else changed.
    #[error("the snapshot could not be verified")]
    NotVerified,
    /// A row is not what was written, or content is there without the row that names its document: never to be taken for
    /// a new document.
    #[error("it is damaged on the disk")]
    Damaged,
    /// SQLite refused for a reason of its own; logged where it happened.
    #[error("database: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            None if is_unreadable(&error) => {
                tracing::error!(%error, "a row is not what was written");
                StoreError::Damaged
            }
            _ => StoreError::Database(error),
        }
    }
}

/// Whether a value is none that was ever written there.
fn is_unreadable(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{
        FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error,
    };
    matches!(
        error,
        FromSqlConversionFailure(..)
            | IntegralValueOutOfRange(..)
            | InvalidColumnType(..)
            | Utf8Error(..)
    )
}

/// Why changes were not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// The disk is full: keep the changes and try again when the state is `Ok`.
    #[error("the disk is full")]
    Full,
    /// The store is closed, the document does not exist, or the row was refused for a logged reason: drop
    /// what is in memory and load again.
    #[error("the document cannot be written")]
    Gone,
}

/// Names the path that the system refused.
pub(crate) fn at(path: &Path) -> impl Fn(io::Error) -> OpenError + use<'_> {
    move |source| OpenError::Files {
        path: path.to_owned(),
        source,
    }
}
