//! A participant that holds no document: it makes valid changes and recognises them when they come back.
//!
//! A full replica costs milliseconds per message; thousands of them would measure themselves. A light
//! writer starts from one snapshot, stacks its changes on it and never applies anyone else's. What it
//! needs to know of a frame, which changes are in it, stands in the first eight bytes of each chunk.

use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, Bundle, Change, ChangeHash, ObjId, ROOT, ReadDoc};

/// The first four bytes of a change's hash, as every stored chunk carries them.
pub type Checksum = [u8; 4];

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// The type of a chunk that holds many changes.
const BUNDLE: u8 = 3;

/// Writes into one pad on top of the snapshot it was given.
pub struct LightWriter {
    doc: AutoCommit,
    body: ObjId,
    start: Vec<ChangeHash>,
}

impl LightWriter {
    /// A writer whose first change follows `snapshot`, the saved bytes of a pad.
    ///
    /// # Panics
    /// When the bytes are not a pad.
    pub fn new(snapshot: &[u8]) -> Self {
        let mut doc = AutoCommit::load(snapshot).expect("the snapshot is a document");
        let body = doc
            .get(ROOT, "body")
            .ok()
            .flatten()
            .expect("the document is a pad")
            .1;
        let start = doc.get_heads();
        Self { doc, body, start }
    }

    /// Types `text` at the start of the pad: the sync message to send, and the change's checksum.
    ///
    /// # Panics
    /// When `text` is empty.
    pub fn types(&mut self, text: &str) -> (Vec<u8>, Checksum) {
        self.doc
            .splice_text(&self.body, 1, 0, text)
            .expect("a pad begins with a block");
        let hash = self.doc.commit().expect("a text is a change");
        let change = self
            .doc
            .get_change_by_hash(&hash)
            .expect("the change was just made");
        let message = Message {
            heads: vec![hash],
            need: Vec::new(),
            have: vec![Have {
                last_sync: self.start.clone(),
                ..Have::default()
            }],
            changes: ChunkList::from(change.raw_bytes().to_vec()),
            flags: None,
            version: MessageVersion::V1,
        };
        let checksum = first_four(&hash.0).expect("a hash has more than four bytes");
        (message.encode(), checksum)
    }
}

/// The checksums of the changes that a sync message carries; none when it is not sound.
pub fn checksums(sync_message: &[u8]) -> Vec<Checksum> {
    let Ok(message) = Message::decode(sync_message) else {
        return Vec::new();
    };
    message.changes.iter().flat_map(in_a_row).collect()
}

/// A list's element may be several chunks one after the other: magic bytes, checksum, kind, length, contents.
fn in_a_row(mut chunks: &[u8]) -> impl Iterator<Item = Checksum> {
    std::iter::from_fn(move || {
        let rest = chunks.strip_prefix(&MAGIC)?;
        let (length, contents) = unsigned(rest.get(5..)?)?;
        let after = contents.get(length..)?;
        let chunk = &chunks[..chunks.len() - after.len()];
        chunks = after;
        Some(in_chunk(rest, chunk))
    })
    .flatten()
}

/// A change carries its checksum; a bundle stands for many changes.
fn in_chunk(rest: &[u8], chunk: &[u8]) -> Vec<Checksum> {
    if rest.get(4) != Some(&BUNDLE) {
        return first_four(rest).into_iter().collect();
    }
    let bundle = Bundle::try_from(chunk).expect("the server's bundles are sound");
    let changes = bundle.to_changes().expect("a bundle holds changes");
    let hashes = changes.iter().map(Change::hash);
    hashes.filter_map(|hash| first_four(&hash.0)).collect()
}

/// A number in LEB128, and what follows it.
fn unsigned(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let (number, rest) = bytes.split_at(last + 1);
    let value = number.iter().rev().try_fold(0_usize, |value, byte| {
        value
            .checked_mul(128)?
            .checked_add(usize::from(byte & 0x7f))
    })?;
    Some((value, rest))
}

fn first_four(bytes: &[u8]) -> Option<Checksum> {
    bytes.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_one_after_the_other_are_told_apart() {
        let chunk = |sum: u8, contents: usize| {
            let mut chunk = MAGIC.to_vec();
            chunk.extend([sum; 4]);
            chunk.push(1);
            chunk.extend([0x80 | (contents % 128) as u8, (contents / 128) as u8]);
            chunk.extend(vec![9; contents]);
            chunk
        };
        let both = [chunk(3, 300), chunk(4, 5)].concat();
        assert_eq!(in_a_row(&both).collect::<Vec<_>>(), [[3; 4], [4; 4]]);
        assert_eq!(in_a_row(&both[..both.len() - 1]).count(), 1, "cut short");
    }
}
