//! Whether a document holds what is in a chunk, without opening both together.

use automerge::{Automerge, Change, ChangeHash};

use crate::open::{OpenError, open};
use crate::panic::caught;

/// What every chunk begins with, before its checksum, its type and its length.
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHECKSUM_BYTES: usize = 4;
const DOCUMENT: u8 = 0;

/// Whether `document` holds everything in `bytes`, one or more automerge chunks in a row. What is in it is only parsed.
///
/// # Errors
/// When a chunk is damaged, or automerge panics on it.
pub fn holds(document: &Automerge, bytes: &[u8]) -> Result<bool, OpenError> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let (kind, chunk, after) =
            first(rest).ok_or_else(|| OpenError::Damaged("not an automerge chunk".into()))?;
        let is_known = |hash: &ChangeHash| document.get_change_meta_by_hash(hash).is_some();
        if !latest(kind, chunk)?.iter().all(is_known) {
            return Ok(false);
        }
        rest = after;
    }
    Ok(true)
}

/// The changes of a chunk that everything else in it is before.
fn latest(kind: u8, chunk: &[u8]) -> Result<Vec<ChangeHash>, OpenError> {
    if kind == DOCUMENT {
        return Ok(open([chunk])?.get_heads());
    }
    let change = caught(|| Change::from_bytes(chunk.to_vec())).map_err(OpenError::Panicked)?;
    let change = change.map_err(|error| OpenError::Damaged(error.to_string()))?;
    Ok(vec![change.hash()])
}

/// The type of the first chunk, its bytes, and what follows.
fn first(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let claims = bytes.strip_prefix(&MAGIC)?.get(CHECKSUM_BYTES..)?;
    let (&kind, length) = claims.split_first()?;
    let (length, contents) = unsigned(length)?;
    let after = contents.get(length..)?;
    let (chunk, after) = bytes.split_at(bytes.len() - after.len());
    Some((kind, chunk, after))
}

/// A number in LEB128, and what follows it.
fn unsigned(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let (number, rest) = bytes.split_at(last + 1);
    let mut digits = number.iter().rev().map(|byte| usize::from(byte & 0x7f));
    let value = digits.try_fold(0_usize, |value, digit| {
        value.checked_mul(128)?.checked_add(digit)
    })?;
    Some((value, rest))
}
