//! The files in an archive, found without anything being written or copied: a path in it is only a name to look for.

use std::collections::HashMap;

use tar::{Archive, EntryType};

use super::refusals::Unusable;
use crate::limits::ARCHIVE_ENTRIES_MAX;

/// The contents by their paths.
pub(super) struct Files<'a>(HashMap<String, &'a [u8]>);

impl<'a> Files<'a> {
    /// Finds the plain files of an archive; whatever else is in it is not looked at.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Unusable> {
        let mut archive = Archive::new(bytes);
        // Without extensions, by which an entry can say that it is another one or larger than it is.
        let entries = archive.entries()?.raw(true);
        let mut files = HashMap::new();
        for (count, entry) in entries.enumerate() {
            let entry = entry?;
            if count >= ARCHIVE_ENTRIES_MAX {
                return Err(Unusable::TooLarge);
            }
            let content = slice(bytes, entry.raw_file_position(), entry.size())?;
            if entry.header().entry_type() != EntryType::Regular {
                continue;
            }
            let path = String::from_utf8(entry.path_bytes().into_owned());
            let is_first = files.insert(path.map_err(|_| Unusable::Unreadable)?, content);
            if is_first.is_some() {
                return Err(Unusable::Unreadable);
            }
        }
        Ok(Self(files))
    }

    /// What is at a path where there may be nothing.
    pub(super) fn maybe_at(&self, path: &str) -> Option<&'a [u8]> {
        self.0.get(path).copied()
    }

    /// What is at a path.
    pub(super) fn at(&self, path: &str) -> Result<&'a [u8], Unusable> {
        self.maybe_at(path).ok_or(Unusable::Unreadable)
    }
}

/// What an entry says is its content, if that much is there.
fn slice(bytes: &[u8], position: u64, size: u64) -> Result<&[u8], Unusable> {
    let begin = usize::try_from(position).ok();
    let size = usize::try_from(size).ok();
    let range = begin
        .zip(size)
        .and_then(|(begin, size)| Some(begin..begin.checked_add(size)?));
    range
        .and_then(|range| bytes.get(range))
        .ok_or(Unusable::Unreadable)
}
