//! Which `Host` a server that was told no public address answers to: browsers put there whatever name led them here, and
//! whoever owns a name can lead them anywhere.
//!
//! A page of a stranger whose name suddenly leads to this machine would pass for a page of ours, and a link made with a
//! forged name would lead people away. So only names that nobody on the internet can own are taken, and addresses of this
//! machine or of a network without strangers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::config::Config;
use crate::lan;
use crate::problem::refusals;

refusals! {
    /// The server does not know itself by the address it was asked at.
    UNKNOWN_HOST: 421 "unknown_host" {
        fr: "Ce serveur ne sait pas qu’il est à cette adresse. La personne qui l’héberge doit la lui donner : « --public-url ».",
        en: "This server does not know that it is at this address. The person who hosts it has to tell it: “--public-url”.",
    }
}

/// Endings of names that are never given out on the internet.
const ENDINGS: [&str; 5] = ["localhost", "local", "internal", "home.arpa", "test"];

/// Longest name there is, in bytes.
const NAME_BYTES_MAX: usize = 253;

/// Whether a `Host` may be this server’s.
pub(super) fn is_plausible(host: &str, config: &Config) -> bool {
    let Some(name) = without_port(host) else {
        return false;
    };
    match address(name) {
        Some(address) => is_here(address, config),
        None => is_local_name(name),
    }
}

/// The name or address alone; nothing when what stands behind it is no port.
fn without_port(host: &str) -> Option<&str> {
    let end = host.find(']').map_or(0, |bracket| bracket + 1);
    let (name, port) = match host[end..].find(':') {
        Some(colon) => (&host[..end + colon], &host[end + colon + 1..]),
        None => (host, "80"),
    };
    let is_port = port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit());
    is_port.then_some(name)
}

fn address(name: &str) -> Option<IpAddr> {
    let v6 = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    match v6 {
        Some(v6) => v6.parse().ok().map(IpAddr::V6),
        None => name.parse().ok().map(IpAddr::V4),
    }
}

fn is_here(address: IpAddr, config: &Config) -> bool {
    let address = address.to_canonical();
    let is_without_strangers = match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => is_private_v6(v6),
    };
    is_without_strangers
        || address == config.listen.ip().to_canonical()
        || lan::is_of_this_machine(address)
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_shared = first == 100 && (64..128).contains(&second); // between a provider and its customers, or in a VPN
    address.is_loopback() || address.is_private() || address.is_link_local() || is_shared
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
}

/// A bare name, as machines of one network call each other, or one with an ending that nobody can own.
fn is_local_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let ends = |ending: &&str| {
        name.strip_suffix(*ending)
            .is_some_and(|rest| rest.ends_with('.'))
    };
    let is_local = !name.contains('.') || ENDINGS.iter().any(ends);
    is_local && is_name(&name)
}

/// Letters, digits, hyphens and dots, and not a number: `2130706433` is an address to browsers.
fn is_name(name: &str) -> bool {
    let is_label = |label: &str| {
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !label.is_empty() && label.bytes().all(is_letter)
    };
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.starts_with(|letter: char| letter.is_ascii_digit());
    name.len() <= NAME_BYTES_MAX && name.split('.').all(is_label) && !is_number
}

#[cfg(test)]
mod tests {
    use super::super::examples::config;
    use super::*;

    fn is_ours(host: &str) -> bool {
        is_plausible(host, &config(None))
    }

    #[test]
    fn names_and_addresses_of_a_room_are_taken() {
        for host in [
            "localhost:8080",
            "LOCALHOST",
            "atelier",
            "laptop-de-nadia:8080",
            "atelier.local:8080",
            "salle.home.arpa",
            "127.0.0.1:8080",
            "[::1]:8080",
            "192.168.1.20:8080",
            "10.0.0.7",
            "100.100.3.4:8080",
            "[fd00::1]",
            "[fe80::1]:8080",
            "[::ffff:192.168.1.20]:80",
        ] {
            assert!(is_ours(host), "{host}");
        }
    }

    #[test]
    fn what_a_stranger_can_own_is_not() {
        for host in [
            "",
            ":8080",
            "evil.example.org",
            "evil.example:8080",
            "localhost.evil.org:8080",
            "192.168.1.20.evil.org",
            "203.0.113.9:8080",
            "[2001:db8::1]",
            "2130706433",
            "0x7f000001",
            "localhost/evil.org",
            "localhost@evil.org",
            "localhost:80:80",
            "localhost:+80",
            "localhost:99999",
            "[::1",
            "[::1]evil.org",
            "a b",
        ] {
            assert!(!is_ours(host), "{host}");
        }
    }

    #[test]
    fn the_address_it_listens_on_is_its_own() {
        let mut config = config(None);
        config.listen = ([203, 0, 113, 9], 8080).into();
        assert!(is_plausible("203.0.113.9:8080", &config));
        assert!(!is_plausible("203.0.113.8:8080", &config));
    }
}
