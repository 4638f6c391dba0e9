//! What one visitor holds: counted by address, whoever has many addresses would be many.

use std::net::{IpAddr, Ipv6Addr};

/// The addresses one connection to the internet is given, named by the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl Network {
    /// An IPv4 address; of IPv6 the first 64 bits, since whoever holds one address there holds 2^64.
    pub fn of(address: IpAddr) -> Self {
        Self::with_groups(address, 4)
    }

    /// What one customer may hold: an IPv4 address; of IPv6 the first 48 bits.
    pub fn site_of(address: IpAddr) -> Self {
        Self::with_groups(address, 3)
    }

    fn with_groups(address: IpAddr, kept: usize) -> Self {
        match address.to_canonical() {
            IpAddr::V6(v6) => {
                let mut groups = v6.segments();
                groups[kept..].fill(0);
                Self(IpAddr::V6(Ipv6Addr::from(groups)))
            }
            v4 => Self(v4),
        }
    }
}
