//! Who says what is relayed: the server's word, written into the frame.

use bytes::Bytes;

use super::Ephemeral;
use super::cbor::{BREAK, Cbor};

/// The field that names the person; clients do not write it.
pub(super) const SPEAKER: &str = "participant";

/// A map of at most 65,535 pairs, whose number follows in two bytes.
const MAP_16: u8 = 0xb9;
/// A map that ends with [`BREAK`].
const MAP_UNTIL_BREAK: u8 = 0xbf;

impl Ephemeral {
    /// The message as the others hear it: the bytes as they came, and after them who says so. Nothing when it names a
    /// person itself, as the echo of a message that was heard does.
    pub fn said_by(&self, participant: &str) -> Option<Bytes> {
        if self.names_speaker {
            return None;
        }
        let (count, pairs) = Cbor::new(&self.frame).pairs().ok()?;
        let mut frame = Vec::with_capacity(self.frame.len() + 2 * SPEAKER.len() + 32);
        match count {
            Some(count) => {
                frame.push(MAP_16);
                frame.extend(u16::try_from(count + 1).ok()?.to_be_bytes());
                frame.extend(pairs);
                name(participant, &mut frame);
            }
            None => {
                frame.push(MAP_UNTIL_BREAK);
                frame.extend(pairs.strip_suffix(&[BREAK])?);
                name(participant, &mut frame);
                frame.push(BREAK);
            }
        }
        Some(frame.into())
    }
}

fn name(participant: &str, frame: &mut Vec<u8>) {
    for text in [SPEAKER, participant] {
        ciborium::into_writer(text, &mut *frame).expect("a Vec accepts every byte");
    }
}
