//! The parts of a package of an office program: found by their names, and unpacked no further than a text needs. Nothing
//! is written anywhere, so that it does not matter where a name leads.

use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits::{PART_BYTES_MAX, PARTS_MAX};
use super::xml::Xml;
use super::{Format, NotUnderstood};

/// What each entry in the list of a package begins with.
const ENTRY: &[u8; 4] = b"PK\x01\x02";

/// A package that was opened.
pub(super) struct Opened<'a>(ZipArchive<Cursor<&'a [u8]>>);

/// What kind of document is in a package.
pub(super) fn format(bytes: &[u8]) -> Result<Format, NotUnderstood> {
    let opened = Opened::of(bytes)?;
    if opened.has("word/document.xml") {
        Ok(Format::Docx)
    } else if opened.has("content.xml") {
        Ok(Format::Odt)
    } else {
        Err(NotUnderstood::Strange)
    }
}

impl<'a> Opened<'a> {
    /// Opens a package.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, NotUnderstood> {
        // What describes an entry takes more memory than the entry.
        if bytes
            .windows(ENTRY.len())
            .filter(|four| four == ENTRY)
            .count()
            > PARTS_MAX
        {
            return Err(NotUnderstood::Bomb);
        }
        ZipArchive::new(Cursor::new(bytes))
            .map(Self)
            .map_err(broken)
    }

    fn has(&self, path: &str) -> bool {
        self.0.index_for_name(path).is_some()
    }

    /// A part, to be read as XML; none when the package has no such part.
    pub(super) fn xml(
        &mut self,
        path: &str,
    ) -> Result<Option<Xml<BufReader<impl Read + use<'_, 'a>>>>, NotUnderstood> {
        match self.0.by_name(path) {
            Ok(part) => Ok(Some(Xml::of(BufReader::new(Bounded {
                part,
                left: PART_BYTES_MAX,
            })))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(broken(error)),
        }
    }
}

impl Opened<'_> {
    /// A part as it is; none when it is not there or longer than this.
    pub(super) fn part(&mut self, path: &str, bytes_max: usize) -> Option<Vec<u8>> {
        let part = self.0.by_name(path).ok()?;
        let mut bytes = Vec::new();
        let read = part.take(bytes_max as u64 + 1).read_to_end(&mut bytes);
        read.ok().filter(|read| *read <= bytes_max).map(|_| bytes)
    }
}

fn broken(error: ZipError) -> NotUnderstood {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NotUnderstood::OldOrLocked,
        _ => NotUnderstood::Broken,
    }
}

/// What comes out of a part, up to a limit.
struct Bounded<R> {
    part: R,
    left: u64,
}

/// Unpacked there is more than any text has.
#[derive(Debug, thiserror::Error)]
#[error("there is too much in it")]
pub(super) struct TooLong;

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.part.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(std::io::Error::other(TooLong)),
        }
        Ok(read)
    }
}
