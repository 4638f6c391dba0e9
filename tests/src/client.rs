//! A client of the protocol, written from its description: it shares no code with the server.
//!
//! `frame` knows the bytes of a message, `socket` carries them, `polling` does where no WebSocket gets through, `replica` holds one document the way a
//! stock client does, and `light` takes part without holding a document, so that one process can be
//! thousands of people.

pub mod frame;
pub mod light;
pub mod polling;
pub mod replica;
pub mod socket;
