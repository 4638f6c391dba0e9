//! Takes change chunks out of their framing: type, length, checksum, bounded inflation.

use std::borrow::Cow;
use std::io::Read;

use automerge::ChangeHash;
use flate2::bufread::DeflateDecoder;
use sha2::{Digest, Sha256};

use crate::limits::CHANGE_BYTES_MAX;
use crate::reader::{Reader, write_unsigned};
use crate::room::RefusalCode;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHANGE: u8 = 1;
const COMPRESSED_CHANGE: u8 = 2;

/// A change whose checksum is right; its content is not yet looked at.
#[derive(Debug, PartialEq)]
pub(crate) struct RawChange<'a> {
    pub(crate) hash: ChangeHash,
    /// What is inside the chunk, inflated.
    body: Cow<'a, [u8]>,
}

impl RawChange<'_> {
    /// What is inside the chunk.
    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// The change as an uncompressed chunk.
    pub(crate) fn chunk(&self) -> Vec<u8> {
        let mut chunk = Vec::with_capacity(self.body.len() + 20);
        chunk.extend_from_slice(&MAGIC);
        chunk.extend_from_slice(&self.hash.0[..4]);
        chunk.push(CHANGE);
        write_unsigned(&mut chunk, self.body.len() as u64);
        chunk.extend_from_slice(&self.body);
        chunk
    }
}

/// The chunks of `bytes`, which holds one as a rule and may hold several in a row. After an error
/// nothing follows: where the next chunk would start is not known.
pub(crate) fn split(
    bytes: &[u8],
) -> impl Iterator<Item = Result<RawChange<'_>, RefusalCode>> + use<'_> {
    let mut rest = Some(Reader::new(bytes));
    std::iter::from_fn(move || {
        let mut reader = rest.take().filter(|reader| !reader.is_empty())?;
        let chunk = next(&mut reader);
        rest = chunk.is_ok().then_some(reader);
        Some(chunk)
    })
}

/// Only single changes are taken. A whole document or a bundle hides many changes in columns that
/// cannot be judged, or inflated, one by one.
fn next<'a>(reader: &mut Reader<'a>) -> Result<RawChange<'a>, RefusalCode> {
    if reader.take(4)? != MAGIC {
        return Err(RefusalCode::Malformed);
    }
    let checksum = reader.take(4)?;
    let kind = reader.byte()?;
    let content = reader.prefixed()?;
    let body = match kind {
        CHANGE => Cow::Borrowed(content),
        COMPRESSED_CHANGE => Cow::Owned(inflate(content)?),
        _ => return Err(RefusalCode::Malformed),
    };
    if body.len() > CHANGE_BYTES_MAX {
        return Err(RefusalCode::TooLarge);
    }
    let hash = hash(&body);
    match hash.0[..4] == *checksum {
        true => Ok(RawChange { hash, body }),
        false => Err(RefusalCode::Malformed),
    }
}

/// Stops one byte after the limit, so a bomb costs at most the limit.
fn inflate(deflated: &[u8]) -> Result<Vec<u8>, RefusalCode> {
    let mut inflated = Vec::new();
    DeflateDecoder::new(deflated)
        .take(CHANGE_BYTES_MAX as u64 + 1)
        .read_to_end(&mut inflated)
        .map_err(|_| RefusalCode::Malformed)?;
    Ok(inflated)
}

/// A change's hash covers its type and length as if it had never been compressed.
fn hash(body: &[u8]) -> ChangeHash {
    let mut header = vec![CHANGE];
    write_unsigned(&mut header, body.len() as u64);
    let digest = Sha256::new().chain_update(&header).chain_update(body);
    ChangeHash(digest.finalize().into())
}
