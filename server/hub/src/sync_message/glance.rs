//! Whether a sync message carries changes, found without building any of it.

use crate::reader::{Reader, Unreadable};

const HASH_BYTES: u64 = 32;

/// Whether it carries changes. What cannot be read counts as if it did.
pub fn carries_changes(data: &[u8]) -> bool {
    count_of_changes(data).unwrap_or(1) > 0
}

fn count_of_changes(data: &[u8]) -> Result<u64, Unreadable> {
    let mut reader = Reader::new(data);
    reader.byte()?;
    skip_hashes(&mut reader)?;
    skip_hashes(&mut reader)?;
    for _ in 0..reader.unsigned()? {
        skip_hashes(&mut reader)?;
        reader.prefixed()?;
    }
    reader.unsigned()
}

fn skip_hashes(reader: &mut Reader<'_>) -> Result<(), Unreadable> {
    let bytes = reader.unsigned()?.checked_mul(HASH_BYTES);
    let bytes = bytes.and_then(|bytes| usize::try_from(bytes).ok());
    reader.take(bytes.ok_or(Unreadable)?).map(drop)
}
