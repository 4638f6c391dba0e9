//! This machine in its local network: how phones in the room reach a server that was opened as `localhost`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// This machine's address on the local network, if it has one.
pub fn address() -> Option<Ipv4Addr> {
    let interfaces = if_addrs::get_if_addrs().ok()?;
    interfaces
        .into_iter()
        .find_map(|interface| match interface.ip() {
            IpAddr::V4(ip) if ip.is_private() => Some(ip),
            _ => None,
        })
}

/// Whether this machine has that address itself.
pub fn is_of_this_machine(address: IpAddr) -> bool {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    interfaces.iter().any(|interface| interface.ip() == address)
}

/// The origin others reach when the page was opened at `host`: a loopback name is of use on this
/// machine only, so it gives way to the local network's, when the server listens there.
pub fn origin_for_others(
    host: &str,
    listening: SocketAddr,
    lan: Option<Ipv4Addr>,
) -> Option<String> {
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    let is_loopback = name == "localhost" || name == "[::1]" || name.starts_with("127.");
    let lan = lan.filter(|_| is_loopback && listening.ip().is_unspecified())?;
    Some(format!("http://{lan}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_made_on_localhost_work_in_the_room() {
        let lan = Some(Ipv4Addr::new(192, 168, 1, 20));
        let everywhere = SocketAddr::from(([0, 0, 0, 0], 8080));
        let told = |host| origin_for_others(host, everywhere, lan);
        assert_eq!(
            told("localhost:8080"),
            Some("http://192.168.1.20:8080".to_owned())
        );
        assert_eq!(
            told("127.0.0.1:8080"),
            Some("http://192.168.1.20:8080".to_owned())
        );
        assert_eq!(told("atelier.local:8080"), None);
        let here = SocketAddr::from(([127, 0, 0, 1], 8080));
        assert_eq!(origin_for_others("localhost:8080", here, lan), None);
    }
}
