//! How an edit travels, and what can be read of a frame without holding the document: with Atelier, and with the bare
//! broadcaster it is compared to.

use automerge::ChangeHash;
use automerge::sync::Message;
use bytes::{BufMut, Bytes, BytesMut};
use end_to_end::client::frame::{self, Heard, Said, Synced};
use end_to_end::client::light::{Checksum, checksums};

use crate::typist::Typed;

/// How far into a frame of Atelier the word that says what it is may stand.
const TYPE_WITHIN_BYTES: usize = 96;
/// `sync` as a CBOR text.
const SYNC: &[u8] = b"\x64sync";
/// What a frame of the bare broadcaster begins with: its length and a checksum.
const BARE_HEADER_BYTES: usize = 8;

/// Whom the edits are sent to.
#[derive(Clone, Debug)]
pub enum Wire {
    /// An Atelier server, in the protocol of automerge-repo.
    Atelier {
        /// The pad.
        document: String,
        /// The peer id of this connection.
        peer: String,
    },
    /// The bare broadcaster.
    Bare,
}

/// What a frame says.
#[derive(Debug, Default)]
pub struct Told {
    /// The changes in it.
    pub checksums: Vec<Checksum>,
    /// The heads of the document with them; none from the bare broadcaster.
    pub heads: Vec<ChangeHash>,
}

impl Wire {
    /// The frame that carries an edit.
    pub fn dress(&self, typed: &Typed) -> Bytes {
        match self {
            Self::Atelier { document, peer } => {
                let data = &typed.message;
                frame::encode(peer, &Said::Sync(Synced { document, data })).into()
            }
            Self::Bare => bare(typed),
        }
    }

    /// Whether a frame can carry edits: heartbeats and news of people are no edits.
    pub fn carries(&self, frame: &[u8]) -> bool {
        match self {
            Self::Atelier { .. } => {
                let start = &frame[..frame.len().min(TYPE_WITHIN_BYTES)];
                start.windows(SYNC.len()).any(|word| word == SYNC)
            }
            Self::Bare => true,
        }
    }

    /// How many edits there are in a frame, where that can be told without decoding it.
    pub fn count(&self, frame: &[u8]) -> usize {
        match self {
            Self::Atelier { .. } => 0,
            Self::Bare => bare_parts(frame).count(),
        }
    }

    /// The heads that a frame tells, without looking at its changes.
    pub fn heads(&self, bytes: &[u8]) -> Vec<ChangeHash> {
        match (self, frame::decode(bytes)) {
            (Self::Atelier { .. }, Some(Heard::Sync { data, .. })) => heads(&data),
            _ => Vec::new(),
        }
    }

    /// What a frame says.
    pub fn read(&self, bytes: &[u8]) -> Told {
        match self {
            Self::Atelier { .. } => match frame::decode(bytes) {
                Some(Heard::Sync { data, .. }) => Told {
                    checksums: checksums(&data),
                    heads: heads(&data),
                },
                _ => Told::default(),
            },
            Self::Bare => Told {
                checksums: bare_parts(bytes).collect(),
                heads: Vec::new(),
            },
        }
    }
}

fn heads(message: &[u8]) -> Vec<ChangeHash> {
    Message::decode(message).map_or_else(|_| Vec::new(), |message| message.heads)
}

/// As long as what Atelier is sent, so that both carry the same bytes.
fn bare(typed: &Typed) -> Bytes {
    let mut frame = BytesMut::with_capacity(BARE_HEADER_BYTES + typed.message.len());
    let length = u32::try_from(typed.message.len()).expect("an edit is short");
    frame.put_u32(length);
    frame.put_slice(&typed.checksum);
    frame.put_slice(&typed.message);
    frame.freeze()
}

/// The checksums of all edits in a frame: a broadcaster in batches puts one after the other.
fn bare_parts(mut frame: &[u8]) -> impl Iterator<Item = Checksum> {
    std::iter::from_fn(move || {
        let (length, rest) = frame.split_first_chunk::<4>()?;
        let (checksum, rest) = rest.split_first_chunk::<4>()?;
        frame = rest.get(usize::try_from(u32::from_be_bytes(*length)).ok()?..)?;
        Some(*checksum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_one_after_the_other_are_told_apart() {
        let edit = |checksum| {
            bare(&Typed {
                message: vec![1; 300],
                checksum,
            })
        };
        let both = [edit([1; 4]), edit([2; 4])].concat();
        assert_eq!(Wire::Bare.count(&both), 2);
        assert_eq!(Wire::Bare.read(&both).checksums, [[1; 4], [2; 4]]);
    }
}
