//! A change taken apart into the fields of its header, its columns and what follows them, and put together again with
//! a right checksum.

use automerge::Change;
use sha2::{Digest, Sha256};

use crate::leb::{prefixed, signed, take, unsigned, write_prefixed, write_signed, write_unsigned};

const CHANGE: u8 = 1;
const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const BEFORE_LENGTH: usize = MAGIC.len() + 4 + 1;

/// The hash of a change.
pub type Hash = [u8; 32];

/// What is inside a change, any of which may be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The changes it builds on.
    pub dependencies: Vec<Hash>,
    /// Who wrote it.
    pub actor: Vec<u8>,
    /// The number of this change among its actor's.
    pub seq: u64,
    /// The number of its first operation (`startOp`).
    pub start: u64,
    /// Seconds since 1970.
    pub time: i64,
    /// What its author said about it.
    pub message: Vec<u8>,
    /// The other actors its operations mention.
    pub others: Vec<Vec<u8>>,
    /// What each column is, and its content.
    pub columns: Vec<(u64, Vec<u8>)>,
    /// Bytes after the columns.
    pub tail: Vec<u8>,
}

impl Body {
    /// Takes a change apart.
    ///
    /// # Panics
    /// When it is not one automerge wrote.
    pub fn of(change: &Change) -> Self {
        let mut chunk = &change.raw_bytes()[BEFORE_LENGTH..];
        let body = prefixed(&mut chunk).and_then(read);
        body.expect("automerge wrote it")
    }

    /// A change without operations.
    pub fn empty(actor: &[u8], dependencies: Vec<Hash>, start: u64) -> Self {
        Self {
            dependencies,
            actor: actor.to_vec(),
            seq: 1,
            start,
            time: 0,
            message: Vec::new(),
            others: Vec::new(),
            columns: Vec::new(),
            tail: Vec::new(),
        }
    }

    /// The change as a chunk, its checksum right.
    pub fn chunk(&self) -> Vec<u8> {
        let (bytes, hash) = (self.bytes(), self.hash());
        let mut chunk = [&MAGIC[..], &hash[..4], &[CHANGE]].concat();
        write_prefixed(&mut chunk, &bytes);
        chunk
    }

    /// The hash of the change.
    pub fn hash(&self) -> Hash {
        let mut hashed = vec![CHANGE];
        write_prefixed(&mut hashed, &self.bytes());
        Sha256::digest(&hashed).into()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write_unsigned(&mut out, self.dependencies.len() as u64);
        out.extend(self.dependencies.concat());
        write_prefixed(&mut out, &self.actor);
        write_unsigned(&mut out, self.seq);
        write_unsigned(&mut out, self.start);
        write_signed(&mut out, self.time);
        write_prefixed(&mut out, &self.message);
        write_unsigned(&mut out, self.others.len() as u64);
        for other in &self.others {
            write_prefixed(&mut out, other);
        }
        write_unsigned(&mut out, self.columns.len() as u64);
        for (column, content) in &self.columns {
            write_unsigned(&mut out, *column);
            write_unsigned(&mut out, content.len() as u64);
        }
        for (_, content) in &self.columns {
            out.extend_from_slice(content);
        }
        out.extend_from_slice(&self.tail);
        out
    }
}

fn read(mut bytes: &[u8]) -> Option<Body> {
    let bytes = &mut bytes;
    let dependencies = list(bytes, |bytes| take(bytes, 32)?.try_into().ok())?;
    let actor = prefixed(bytes)?.to_vec();
    let (seq, start, time) = (unsigned(bytes)?, unsigned(bytes)?, signed(bytes)?);
    let message = prefixed(bytes)?.to_vec();
    let others = list(bytes, |bytes| Some(prefixed(bytes)?.to_vec()))?;
    let claims = list(bytes, |bytes| Some((unsigned(bytes)?, unsigned(bytes)?)))?;
    let columns = claims.into_iter().map(|(column, length)| {
        let content = take(bytes, usize::try_from(length).ok()?)?;
        Some((column, content.to_vec()))
    });
    Some(Body {
        dependencies,
        actor,
        seq,
        start,
        time,
        message,
        others,
        columns: columns.collect::<Option<_>>()?,
        tail: bytes.to_vec(),
    })
}

fn list<T>(bytes: &mut &[u8], item: impl Fn(&mut &[u8]) -> Option<T>) -> Option<Vec<T>> {
    (0..unsigned(bytes)?).map(|_| item(bytes)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::created;

    #[test]
    fn a_change_taken_apart_is_put_together_again() {
        for change in created().get_changes(&[]) {
            let body = Body::of(&change);
            assert_eq!(body.chunk(), change.raw_bytes());
            assert_eq!(body.hash(), change.hash().0);
        }
    }
}
