//! A reader that gives no more than one piece of XML may be, before what reads it keeps all of it.

use std::io::{BufRead, Error, Read, Result};

use super::limits::PIECE_BYTES_MAX;

/// What is left of the piece that is being read.
pub(super) struct Piecewise<R> {
    from: R,
    left: usize,
}

/// A piece is longer than any that a text has.
#[derive(Debug, thiserror::Error)]
#[error("there is too much in one piece of it")]
pub(super) struct PieceTooLong;

impl<R> Piecewise<R> {
    pub(super) fn of(from: R) -> Self {
        let left = PIECE_BYTES_MAX;
        Self { from, left }
    }

    /// The next piece begins.
    pub(super) fn next(&mut self) {
        self.left = PIECE_BYTES_MAX;
    }
}

impl<R: BufRead> Read for Piecewise<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Piecewise<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        match self.left {
            0 => Err(Error::other(PieceTooLong)),
            _ => self.from.fill_buf(),
        }
    }

    fn consume(&mut self, read: usize) {
        self.left = self.left.saturating_sub(read);
        self.from.consume(read);
    }
}
