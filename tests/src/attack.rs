//! What somebody hostile sends: frames and sync messages that were seen to hurt other servers.

use std::io::Write;

use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ChangeHash, ROOT, ReadDoc};
use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A sync message whose Bloom filter has no bits: automerge divides by zero.
pub const BLOOM_WITHOUT_BITS: &[u8] = &[0x42, 0, 0, 1, 0, 3, 1, 0, 7, 0];

/// A sync message whose Bloom filter wants 100 million probes per hash: seconds of work each.
pub const BLOOM_WITH_ENDLESS_PROBES: &[u8] = &[
    0x42, 0, 0, 1, 0, 8, 1, 10, 0x80, 0xc2, 0xd7, 0x2f, 0xff, 0xff, 0,
];

/// A sync message that announces four billion heads and ends.
pub const HEADS_WITHOUT_END: &[u8] = &[0x42, 0xff, 0xff, 0xff, 0xff, 0x0f];

/// Bytes that a compressed change unpacks to.
const BOMB_BYTES: usize = 1024 * 1024 * 1024;

/// CBOR arrays within arrays, deeper than any stack.
pub fn nested_cbor(depth: usize) -> Vec<u8> {
    vec![0x81; depth]
}

/// A CBOR byte string that announces 2^62 bytes and ends.
pub fn endless_cbor() -> Vec<u8> {
    vec![0x5b, 0x40, 0, 0, 0, 0, 0, 0, 0]
}

/// A sync message with a small compressed change that unpacks to a gigabyte.
///
/// # Panics
/// Never: a vector can always be written to.
pub fn bomb() -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1024 * 1024];
    for _ in 0..BOMB_BYTES / zeros.len() {
        packed
            .write_all(&zeros)
            .expect("a vector can always be written to");
    }
    let packed = packed.finish().expect("a vector can always be written to");
    let mut chunk = vec![0x85, 0x6f, 0x4a, 0x83, 1, 2, 3, 4, 2];
    chunk.extend(leb128(packed.len()));
    chunk.extend(packed);
    carrying(vec![ChangeHash([7; 32])], chunk)
}

/// A sync message with a sound change by `actor`, as the actor's next one: somebody else's hand.
///
/// # Panics
/// When `snapshot` is not a pad.
pub fn forged_by(actor: ActorId, snapshot: &[u8]) -> Vec<u8> {
    let doc = AutoCommit::load(snapshot).expect("the snapshot is a document");
    writes_in(doc.with_actor(actor))
}

/// A sync message with a sound change that follows a change nobody has.
///
/// # Panics
/// When `snapshot` is not a pad.
pub fn orphan(snapshot: &[u8]) -> Vec<u8> {
    let mut doc = AutoCommit::load(snapshot).expect("the snapshot is a document");
    let body = doc
        .get(ROOT, "body")
        .ok()
        .flatten()
        .expect("the document is a pad")
        .1;
    doc.splice_text(&body, 1, 0, "kept back")
        .expect("a pad begins with a block");
    doc.commit();
    writes_in(doc)
}

fn writes_in(mut doc: AutoCommit) -> Vec<u8> {
    let body = doc
        .get(ROOT, "body")
        .ok()
        .flatten()
        .expect("the document is a pad")
        .1;
    doc.splice_text(&body, 1, 0, "HOSTILE")
        .expect("a pad begins with a block");
    let hash = doc.commit().expect("a text is a change");
    let change = doc
        .get_change_by_hash(&hash)
        .expect("the change was just made");
    carrying(vec![hash], change.raw_bytes().to_vec())
}

fn carrying(heads: Vec<ChangeHash>, chunk: Vec<u8>) -> Vec<u8> {
    let changes = ChunkList::from(chunk);
    let have = vec![Have::default()];
    let version = MessageVersion::V1;
    Message {
        heads,
        need: Vec::new(),
        have,
        changes,
        flags: None,
        version,
    }
    .encode()
}

fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
