//! Writes the sync messages the server sends.

use automerge::ChangeHash;

use crate::reader::write_unsigned;

const VERSION_1: u8 = 0x42;

/// A message of the server.
///
/// It carries no flags: a client that sees none takes us for an old peer and uploads single
/// change chunks, which the gate can judge one by one.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// What the client may believe is on disk. Empty heads make a client forget what it has
    /// already sent, so that it sends all the server lacks again.
    pub heads: &'a [ChangeHash],
    /// Changes to send by hash.
    pub need: &'a [ChangeHash],
    /// The point since which the client is to upload. A list of `have` must not be empty, or the
    /// client concludes that only `need` is wanted.
    pub last_sync: &'a [ChangeHash],
}

impl Outgoing<'_> {
    /// The message with these chunks to apply.
    pub fn encode<C: AsRef<[u8]>>(&self, chunks: &[C]) -> Vec<u8> {
        let chunk_bytes: usize = chunks.iter().map(|chunk| chunk.as_ref().len() + 5).sum();
        let mut out = Vec::with_capacity(256 + chunk_bytes);
        out.push(VERSION_1);
        write_hashes(&mut out, self.heads);
        write_hashes(&mut out, self.need);
        write_have(&mut out, self.last_sync);
        write_unsigned(&mut out, chunks.len() as u64);
        for chunk in chunks {
            write_unsigned(&mut out, chunk.as_ref().len() as u64);
            out.extend_from_slice(chunk.as_ref());
        }
        out
    }
}

/// One entry, with an empty filter: 'I hold nothing but what `last_sync` names'.
fn write_have(out: &mut Vec<u8>, last_sync: &[ChangeHash]) {
    write_unsigned(out, 1);
    write_hashes(out, last_sync);
    write_unsigned(out, 0);
}

fn write_hashes(out: &mut Vec<u8>, hashes: &[ChangeHash]) {
    debug_assert!(hashes.is_sorted(), "clients expect hashes in order");
    write_unsigned(out, hashes.len() as u64);
    for hash in hashes {
        out.extend_from_slice(&hash.0);
    }
}
