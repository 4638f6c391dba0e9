//! Opening and closing a data directory.

use std::{path::Path, time::Duration};

use tokio::sync::watch;

use crate::{OpenError, StorageId, StorageState, limits};

/// A handle on one data directory; clone it freely.
#[derive(Clone)]
pub struct Store {}

/// How a store behaves; [`Options::default`] is right outside of tests.
#[derive(Debug, Clone)]
pub struct Options {
    /// Space kept in reserve for a full disk, in bytes.
    pub ballast_bytes: u64,
    /// How often a full disk is tried again.
    pub full_poll: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            ballast_bytes: limits::BALLAST_BYTES,
            full_poll: Duration::from_millis(limits::FULL_POLL_MS),
        }
    }
}

impl Store {
    /// Opens a data directory, making it when it does not exist. Blocking; needs no async runtime.
    pub fn open(dir: &Path) -> Result<Store, OpenError> {
        Self::open_with(dir, Options::default())
    }

    /// [`Store::open`] with other than the usual options.
    pub fn open_with(dir: &Path, options: Options) -> Result<Store, OpenError> {
        let _ = (dir, options);
        unimplemented!()
    }

    /// The identifier of this storage: what automerge-repo calls `storageId`.
    pub fn storage_id(&self) -> StorageId {
        unimplemented!()
    }

    /// Whether the disk takes what people write, at every moment.
    pub fn state(&self) -> watch::Receiver<StorageState> {
        unimplemented!()
    }

    /// Finishes what is queued and lets go of the directory. Later calls on any clone answer `Gone`.
    pub async fn close(&self) {
        unimplemented!()
    }
}
