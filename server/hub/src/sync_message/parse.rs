//! Reads a sync message within limits.

use automerge::ChangeHash;
use bytes::Bytes;

use super::{Have, Incoming, bloom};
use crate::limits::{FRAME_BYTES_MAX, SYNC_CHANGES_MAX, SYNC_HASHES_MAX, SYNC_HAVES_MAX};
use crate::reader::{Reader, Unreadable};

const VERSION_1: u8 = 0x42;
const VERSION_2: u8 = 0x43;

/// Why bytes are not a sync message we take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// More of something than a client can honestly have.
    #[error("the sync message is over a limit")]
    TooLarge,
    /// Not a sync message, or a filter no client builds.
    #[error("not a sync message")]
    Malformed,
}

impl From<Unreadable> for ParseError {
    fn from(_: Unreadable) -> Self {
        ParseError::Malformed
    }
}

/// Reads a sync message. What follows the changes (flags) says nothing this server acts on.
pub fn parse(data: &Bytes) -> Result<Incoming, ParseError> {
    if data.len() > FRAME_BYTES_MAX {
        return Err(ParseError::TooLarge);
    }
    let mut reader = Reader::new(data);
    match reader.byte()? {
        VERSION_1 | VERSION_2 => {}
        _ => return Err(ParseError::Malformed),
    }
    Ok(Incoming {
        heads: hashes(&mut reader)?,
        need: hashes(&mut reader)?,
        have: list(&mut reader, SYNC_HAVES_MAX, have)?,
        changes: list(&mut reader, SYNC_CHANGES_MAX, |r| chunk(r, data))?,
    })
}

fn hashes(reader: &mut Reader<'_>) -> Result<Vec<ChangeHash>, ParseError> {
    list(reader, SYNC_HASHES_MAX, |r| Ok(r.hash()?))
}

fn have(reader: &mut Reader<'_>) -> Result<Have, ParseError> {
    Ok(Have {
        last_sync: hashes(reader)?,
        filter_entries: bloom::entries(reader.prefixed()?)?,
    })
}

fn chunk(reader: &mut Reader<'_>, data: &Bytes) -> Result<Bytes, ParseError> {
    Ok(data.slice_ref(reader.prefixed()?))
}

/// Every item takes at least a byte, so the list grows no faster than the input shrinks.
fn list<'a, T>(
    reader: &mut Reader<'a>,
    count_max: usize,
    item: impl Fn(&mut Reader<'a>) -> Result<T, ParseError>,
) -> Result<Vec<T>, ParseError> {
    let count = reader.unsigned()?;
    if count > count_max as u64 {
        return Err(ParseError::TooLarge);
    }
    (0..count).map(|_| item(reader)).collect()
}
