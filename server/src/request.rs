//! What is read from a request before anything is done: who asks, from where, for what, and whether they may.

pub mod address;
pub mod body;
pub mod cookie;
#[cfg(test)]
pub(crate) mod examples;
pub mod heads;
pub mod host_code;
pub mod hosts;
pub mod origin;
pub mod refused_by_store;
pub mod rights;
pub mod session;
pub mod text;
