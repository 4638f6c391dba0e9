//! What all visitors share: connections, and memory for what they send and are sent.

pub(crate) mod shares;

use std::net::IpAddr;

use crate::limits::{
    ANSWERS_WAITING_BYTES_MAX, ARCHIVES_WAITING_BYTES_MAX, CONNECTIONS_MAX, IN_FLIGHT_BYTES_MAX,
    SHORT_BODIES_BYTES_MAX, WRITING_BYTES_MAX,
};
use shares::{Owner, Shares};

/// The whole of each; clones share it.
#[derive(Clone)]
pub(crate) struct Budget {
    /// Connections, from the moment they are accepted.
    pub(crate) connections: Shares,
    /// Bytes of files, of long messages, and of what is made of them.
    pub(crate) in_flight: Shares,
    /// Bytes of requests without a file. Whoever sends files slowly does not keep others from pressing a button.
    pub(crate) short_bodies: Shares,
    /// Bytes of archives on the disk, on their way in.
    pub(crate) archives: Shares,
    /// Bytes of frames made for one peer alone, until they are written.
    pub(crate) answers: Shares,
    /// Bytes of frames that are not short, while they are written.
    pub(crate) writing: Shares,
}

impl Budget {
    /// A budget with so many connections: what descriptors allow.
    pub(crate) fn new(connections: usize) -> Self {
        Self {
            connections: Shares::new(connections),
            in_flight: Shares::new(IN_FLIGHT_BYTES_MAX),
            short_bodies: Shares::new(SHORT_BODIES_BYTES_MAX),
            archives: Shares::new(ARCHIVES_WAITING_BYTES_MAX),
            answers: Shares::new(ANSWERS_WAITING_BYTES_MAX),
            writing: Shares::new(WRITING_BYTES_MAX),
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::new(CONNECTIONS_MAX)
    }
}

/// Who is at the other end of a connection.
pub(crate) fn owner(peer: IpAddr, trusted_proxies: &[IpAddr]) -> Owner {
    let peer = peer.to_canonical();
    let mut proxies = trusted_proxies.iter();
    if proxies.any(|proxy| proxy.to_canonical() == peer) {
        Owner::Proxy
    } else {
        Owner::at(peer)
    }
}
