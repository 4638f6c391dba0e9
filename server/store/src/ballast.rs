//! Space kept in reserve: given up when the disk is full, so that closing a door or removing a person still works.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::secret::random_bytes;

const BLOCK_BYTES: usize = 64 * 1024;

/// A file of known size that nobody reads.
pub(crate) struct Ballast {
    path: PathBuf,
    bytes: u64,
}

impl Ballast {
    pub(crate) fn new(dir: &Path, bytes: u64) -> Self {
        Ballast {
            path: dir.join("ballast"),
            bytes,
        }
    }

    /// Gives the space to whoever needs it.
    pub(crate) fn release(&self) {
        if let Err(error) = fs::remove_file(&self.path)
            && error.kind() != io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "cannot release the space kept in reserve");
        }
    }

    /// Takes the space again. That it can is also the proof that the disk has room.
    pub(crate) fn refill(&self) -> io::Result<()> {
        if fs::metadata(&self.path).is_ok_and(|found| found.len() == self.bytes) {
            return Ok(());
        }
        let filled = self.fill();
        if filled.is_err() {
            self.release();
        }
        filled
    }

    /// Random content, because some file systems store zeros in no space at all.
    fn fill(&self) -> io::Result<()> {
        let mut file = File::create(&self.path)?;
        let block = random_bytes::<BLOCK_BYTES>();
        let mut left = self.bytes;
        while left > 0 {
            let length = left.min(BLOCK_BYTES as u64);
            file.write_all(&block[..length as usize])?;
            left -= length;
        }
        file.sync_all()
    }
}
