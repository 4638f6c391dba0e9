//! Writes what the server says, in the CBOR dialect of cbor-x (plain byte strings, no tags).

use bytes::Bytes;
use serde::Serialize;

/// Clients do not check the target, so one encoded frame serves all of them.
pub const TO_EVERYBODY: &str = "*";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Peer<'a> {
    r#type: &'static str,
    sender_id: &'a str,
    target_id: &'a str,
    peer_metadata: PeerMetadata<'a>,
    selected_protocol_version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PeerMetadata<'a> {
    storage_id: &'a str,
    is_ephemeral: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Complaint<'a> {
    r#type: &'static str,
    sender_id: &'a str,
    target_id: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AboutDocument<'a> {
    r#type: &'static str,
    sender_id: &'a str,
    target_id: &'a str,
    document_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none", with = "serde_bytes")]
    data: Option<&'a [u8]>,
}

/// The answer to `join`. A stable `storage_id` lets clients remember what this server holds.
pub fn encode_peer(sender_id: &str, target_id: &str, storage_id: &str) -> Bytes {
    encode_control(&Peer {
        r#type: "peer",
        sender_id,
        target_id,
        peer_metadata: PeerMetadata {
            storage_id,
            is_ephemeral: false,
        },
        selected_protocol_version: super::PROTOCOL_VERSION,
    })
}

/// A complaint; stock clients only log it.
pub fn encode_error(sender_id: &str, target_id: &str, message: &str) -> Bytes {
    encode_control(&Complaint {
        r#type: "error",
        sender_id,
        target_id,
        message,
    })
}

/// 'There is no such document', also said of documents the client may not open.
pub fn encode_unavailable(sender_id: &str, target_id: &str, document_id: &str) -> Bytes {
    encode_control(&AboutDocument {
        r#type: "doc-unavailable",
        sender_id,
        target_id,
        document_id,
        data: None,
    })
}

/// An automerge sync message for every peer that gets this frame.
pub fn encode_sync(sender_id: &str, document_id: &str, data: &[u8]) -> Bytes {
    encode_control(&AboutDocument {
        r#type: "sync",
        sender_id,
        target_id: TO_EVERYBODY,
        document_id,
        data: Some(data),
    })
}

/// Any message as a CBOR map. Times must be `f64`: cbor-x reads large integers as BigInt.
pub fn encode_control<T: Serialize>(message: &T) -> Bytes {
    let mut frame = Vec::new();
    ciborium::into_writer(message, &mut frame)
        .expect("a Vec accepts every byte and our messages have string keys only");
    Bytes::from(frame)
}
