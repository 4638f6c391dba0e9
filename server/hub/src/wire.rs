//! The CBOR messages of the automerge-repo WebSocket protocol, version 1, and our control messages.

mod cbor;
mod decode;
mod encode;
mod speaker;

pub use decode::{ClientMessage, DecodeError, Ephemeral, Join, decode, decode_control};
pub use encode::{
    TO_EVERYBODY, encode_control, encode_error, encode_peer, encode_sync, encode_unavailable,
};

/// The only protocol version there is.
pub const PROTOCOL_VERSION: &str = "1";

/// Types of our own messages start with this; stock clients log and ignore them.
pub const CONTROL_PREFIX: &str = "atelier-";

#[cfg(test)]
mod tests;
