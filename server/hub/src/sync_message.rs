//! The automerge sync message: what a peer has, wants and sends.
//!
//! Our own reader and writer, because automerge's allocates what a message claims and divides by
//! numbers a message names. Bloom filters are checked for shape and never evaluated.

mod bloom;
mod encode;
mod glance;
mod parse;

use automerge::ChangeHash;
use bytes::Bytes;

pub use encode::Outgoing;
pub use glance::carries_changes;
pub use parse::{ParseError, parse};

/// A sync message of a client.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The client's heads.
    pub heads: Vec<ChangeHash>,
    /// Changes it misses and asks for by hash.
    pub need: Vec<ChangeHash>,
    /// What it says it shares with us.
    pub have: Vec<Have>,
    /// Chunks to apply; unchecked.
    pub changes: Vec<Bytes>,
}

/// What a client says it shares with us.
#[derive(Debug, Clone, PartialEq)]
pub struct Have {
    /// The heads both sides held when they last agreed.
    pub last_sync: Vec<ChangeHash>,
    /// How many changes the Bloom filter stands for.
    pub filter_entries: u64,
}

impl Incoming {
    /// Whether the client lost track of us: it names no common point and summarises nothing.
    pub fn is_reset(&self) -> bool {
        let starts_over = |have: &Have| have.last_sync.is_empty() && have.filter_entries == 0;
        self.changes.is_empty() && self.have.first().is_some_and(starts_over)
    }

    /// Every change the client claims to hold.
    pub fn claimed(&self) -> impl Iterator<Item = &ChangeHash> {
        let shared = self.have.iter().flat_map(|have| &have.last_sync);
        self.heads.iter().chain(shared)
    }
}

#[cfg(test)]
mod tests;
