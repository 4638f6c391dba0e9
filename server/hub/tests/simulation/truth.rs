//! What must hold at every moment of every world.

use automerge::ChangeHash;
use automerge::sync::Message;
use hub::limits::{DOCUMENT_BYTES_MAX, HEADS_MAX};
use serde::Deserialize;

use super::disk::Disk;

#[derive(Deserialize)]
struct SyncFrame {
    r#type: String,
    #[serde(with = "serde_bytes")]
    data: Vec<u8>,
}

/// The sync message in a frame; `None` for an ephemeral one.
pub fn sync_data(frame: &[u8]) -> Option<Vec<u8>> {
    let frame: SyncFrame = ciborium::from_reader(frame).ok()?;
    (frame.r#type == "sync").then_some(frame.data)
}

/// Nothing is told that is not on disk.
pub fn check_frame(frame: &[u8], disk: &Disk) {
    assert!(frame.len() <= DOCUMENT_BYTES_MAX, "a frame over the limit");
    let Some(data) = sync_data(frame) else {
        return;
    };
    let message = Message::decode(&data).unwrap();
    for head in message.heads.iter().chain(&message.have[0].last_sync) {
        assert!(disk.holds(head), "told heads that are not on disk");
    }
    for checksum in message.changes.iter().flat_map(checksums) {
        assert!(disk.holds_checksum(checksum), "showed a change not on disk");
    }
}

/// Heads stay few, or every new change would grow with the number of writers.
pub fn check_heads(heads: &[[u8; 32]]) {
    assert!(heads.len() <= HEADS_MAX, "{} heads", heads.len());
}

/// What somebody was told is saved is on disk.
pub fn check_saved(heads: &[ChangeHash], disk: &Disk) {
    assert!(heads.iter().all(|head| disk.holds(head)), "saved and gone");
}

/// The checksums of the change chunks in a row of chunks.
fn checksums(bytes: &[u8]) -> Vec<[u8; 4]> {
    let mut checksums = Vec::new();
    let mut rest = bytes;
    while rest.len() > 9 {
        let (mut length, mut at) = (0_usize, 9);
        for shift in (0..).step_by(7) {
            length |= usize::from(rest[at] & 0x7f) << shift;
            at += 1;
            if rest[at - 1] & 0x80 == 0 {
                break;
            }
        }
        if rest[8] == 1 {
            checksums.push(rest[4..8].try_into().unwrap());
        }
        rest = &rest[at + length..];
    }
    checksums
}
