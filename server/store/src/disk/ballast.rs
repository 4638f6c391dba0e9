//! Space kept in reserve: given up when the disk is full, so that revoking a code or removing a person still works.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{disk::privacy, secret::random_bytes};

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

    /// Takes the space again; answers whether the disk has room. A reserve that cannot be had for another reason is done
    /// without: that says nothing about room.
    pub(crate) fn refill(&self) -> bool {
        if fs::metadata(&self.path).is_ok_and(|found| found.len() == self.bytes) {
            return true;
        }
        let Err(error) = self.fill() else { return true };
        self.release();
        let is_full = matches!(
            error.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        );
        if !is_full {
            tracing::warn!(%error, "cannot keep space in reserve");
        }
        !is_full
    }

    /// Random content, because some file systems store zeros in no space at all.
    fn fill(&self) -> io::Result<()> {
        let mut file = privacy::create(&self.path)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_taken_given_up_and_taken_again() {
        let dir = tempfile::tempdir().unwrap();
        let ballast = Ballast::new(dir.path(), 100_000);
        let length = || {
            fs::metadata(dir.path().join("ballast"))
                .ok()
                .map(|found| found.len())
        };
        for _ in 0..2 {
            assert!(ballast.refill() && ballast.refill());
            assert_eq!(length(), Some(100_000));
            ballast.release();
            assert_eq!(length(), None);
        }
    }

    #[test]
    fn no_reserve_is_not_the_same_as_no_room() {
        let dir = tempfile::tempdir().unwrap();
        assert!(Ballast::new(&dir.path().join("nowhere"), 10).refill());
    }
}
