//! Reads one client message without trusting any length it declares. What it holds is borrowed from its frame.

mod envelope;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::CONTROL_PREFIX;
use crate::limits::{
    CBOR_DEPTH_MAX, EPHEMERAL_BYTES_MAX, FRAME_BYTES_MAX, GREETING_BYTES_MAX, ID_BYTES_MAX,
    SYNC_COPIED_BYTES_MAX,
};
use envelope::Envelope;

/// What a client said.
#[derive(Debug, Clone, PartialEq)]
pub enum ClientMessage {
    /// The first message of every connection.
    Join(Join),
    /// `request` or `sync`: an automerge sync message about one document.
    Sync {
        /// Which document, as the client spelled it (bs58check).
        document_id: String,
        /// The automerge sync message, unparsed.
        data: Bytes,
    },
    /// To be relayed unchanged to the others who look at the same document.
    Ephemeral(Ephemeral),
    /// The client has not got that document. Nothing to do.
    Unavailable {
        /// Which document.
        document_id: String,
    },
    /// The client goes away.
    Leave,
    /// One of our own messages (type `atelier-…`); read it with [`decode_control`].
    Control {
        /// The whole type, for instance `atelier-visit`.
        kind: String,
        /// The whole frame.
        frame: Bytes,
    },
    /// Something this server has no use for, such as `remote-heads-changed`.
    Ignored,
}

/// Who a client says it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Join {
    /// The peer id the client chose. It is not an identity.
    pub peer_id: String,
    /// Whether the client speaks protocol version 1.
    pub speaks_version_1: bool,
    /// Whether the client understands our control messages (`peerMetadata.atelier = 1`).
    pub understands_control: bool,
    /// Whether the client reads automerge bundles, chunks of type 3 (`peerMetadata.bundles = 1`).
    pub reads_bundles: bool,
}

/// A message that is relayed and never stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Ephemeral {
    /// Which document it is about.
    pub document_id: String,
    /// The originator; other than the socket's own peer id in a gossip echo.
    pub sender_id: String,
    /// Whether it says which person it is from, which is for the server to say.
    pub names_speaker: bool,
    /// The whole frame as it came: clients tell duplicates apart by fields we do not read.
    pub frame: Bytes,
}

/// Why a frame is not a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Longer than its kind may be.
    #[error("a message of {bytes} bytes is too long")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// Not CBOR, or not the fields its type needs.
    #[error("not a message of the protocol: {0}")]
    Malformed(&'static str),
}

/// Reads a client's frame.
pub fn decode(frame: &Bytes) -> Result<ClientMessage, DecodeError> {
    within(frame, FRAME_BYTES_MAX)?;
    let envelope = Envelope::read(frame)?;
    match envelope.kind {
        "join" => join(frame, &envelope),
        "request" | "sync" => sync(frame, &envelope),
        "ephemeral" => ephemeral(frame, &envelope),
        "doc-unavailable" => Ok(ClientMessage::Unavailable {
            document_id: id(envelope.document_id)?,
        }),
        "leave" => Ok(ClientMessage::Leave),
        kind if kind.starts_with(CONTROL_PREFIX) => control(frame, kind),
        _ => Ok(ClientMessage::Ignored),
    }
}

/// Reads the fields of one of our own messages. The `type` field is in the map too.
pub fn decode_control<T: DeserializeOwned>(frame: &[u8]) -> Result<T, DecodeError> {
    within(frame, GREETING_BYTES_MAX)?;
    ciborium::de::from_reader_with_recursion_limit(frame, CBOR_DEPTH_MAX)
        .map_err(|_| DecodeError::Malformed("not the expected CBOR map"))
}

fn join(frame: &[u8], envelope: &Envelope<'_>) -> Result<ClientMessage, DecodeError> {
    within(frame, GREETING_BYTES_MAX)?;
    Ok(ClientMessage::Join(Join {
        peer_id: id(envelope.sender_id)?,
        speaks_version_1: envelope.speaks_version_1,
        understands_control: envelope.understands_control,
        reads_bundles: envelope.reads_bundles,
    }))
}

fn sync(frame: &Bytes, envelope: &Envelope<'_>) -> Result<ClientMessage, DecodeError> {
    let data = envelope.data.ok_or(DecodeError::Malformed("no data"))?;
    Ok(ClientMessage::Sync {
        document_id: id(envelope.document_id)?,
        data: kept(frame, data),
    })
}

/// What is short is copied: it may wait for the disk, and the frame stands in the read buffer of its socket.
fn kept(frame: &Bytes, data: &[u8]) -> Bytes {
    match data.len() {
        0..=SYNC_COPIED_BYTES_MAX => Bytes::copy_from_slice(data),
        _ => frame.slice_ref(data),
    }
}

fn ephemeral(frame: &Bytes, envelope: &Envelope<'_>) -> Result<ClientMessage, DecodeError> {
    within(frame, EPHEMERAL_BYTES_MAX)?;
    Ok(ClientMessage::Ephemeral(Ephemeral {
        document_id: id(envelope.document_id)?,
        sender_id: id(envelope.sender_id)?,
        names_speaker: envelope.names_speaker,
        frame: frame.clone(),
    }))
}

fn control(frame: &Bytes, kind: &str) -> Result<ClientMessage, DecodeError> {
    within(frame, GREETING_BYTES_MAX)?;
    within(kind.as_bytes(), ID_BYTES_MAX)?;
    Ok(ClientMessage::Control {
        kind: kind.to_owned(),
        frame: frame.clone(),
    })
}

fn id(field: Option<&str>) -> Result<String, DecodeError> {
    let id = field.ok_or(DecodeError::Malformed("an id is missing"))?;
    within(id.as_bytes(), ID_BYTES_MAX)?;
    Ok(id.to_owned())
}

fn within(bytes: &[u8], bytes_max: usize) -> Result<(), DecodeError> {
    match bytes.len() {
        bytes if bytes > bytes_max => Err(DecodeError::TooLarge { bytes }),
        _ => Ok(()),
    }
}
