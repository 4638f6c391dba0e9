//! The server's ear for its own host: a Unix socket in the data directory by which other commands ask the running server
//! for what only it can do. Who may open the directory may ask.

mod asking;
mod listening;
mod protocol;

pub use asking::{connect, converse};
pub use listening::listen;
pub use protocol::{Answer, Request};
