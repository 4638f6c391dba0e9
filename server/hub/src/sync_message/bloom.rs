//! The shape of a Bloom filter in a sync message.

use super::parse::ParseError;
use crate::limits::{BLOOM_BITS_PER_ENTRY, BLOOM_ENTRIES_MAX, BLOOM_PROBES};
use crate::reader::Reader;

/// Reads how many entries a filter has, and refuses every filter no automerge client would build:
/// zero bits make automerge divide by zero, many probes make it allocate gigabytes.
pub(super) fn entries(filter: &[u8]) -> Result<u64, ParseError> {
    if filter.is_empty() {
        return Ok(0);
    }
    let mut reader = Reader::new(filter);
    let (entries, bits) = (reader.unsigned()?, reader.unsigned()?);
    let probes = reader.unsigned()?;
    let usual = bits == BLOOM_BITS_PER_ENTRY && probes == BLOOM_PROBES;
    if !usual || entries == 0 || entries > BLOOM_ENTRIES_MAX as u64 {
        return Err(ParseError::Malformed);
    }
    match reader.remaining() as u64 == (entries * bits).div_ceil(8) {
        true => Ok(entries),
        false => Err(ParseError::Malformed),
    }
}
