//! Frames as a client sends them.

use automerge::sync::{ChunkList, Have, Message, MessageVersion};
use ciborium::Value;

/// A frame about `document` that brings changes, as chunks one after the other.
///
/// # Panics
/// Never: a vector can always be written to.
pub fn frame(document: &str, chunks: Vec<u8>) -> Vec<u8> {
    let text = |key: &str, value: &str| (Value::from(key), Value::from(value));
    let fields = vec![
        text("type", "sync"),
        text("senderId", "ana"),
        text("targetId", "server"),
        text("documentId", document),
        (Value::from("data"), Value::Bytes(message(chunks))),
    ];
    let mut bytes = Vec::new();
    ciborium::into_writer(&Value::Map(fields), &mut bytes).expect("a vector can be written to");
    bytes
}

fn message(chunks: Vec<u8>) -> Vec<u8> {
    let message = Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: vec![Have::default()],
        changes: ChunkList::from(chunks),
        flags: None,
        version: MessageVersion::V1,
    };
    message.encode()
}
