//! What the person who starts the server reads: the address, a QR for phones in the room, how to stop.

use std::net::{Ipv4Addr, SocketAddr};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use crate::lan;

/// Prints the addresses on standard output.
#[expect(
    clippy::print_stdout,
    reason = "this is the command line speaking to its user"
)]
pub fn show(listening: SocketAddr, public_url: Option<&str>) {
    println!("{}", text(listening, public_url, lan::address()));
}

fn text(listening: SocketAddr, public_url: Option<&str>, lan: Option<Ipv4Addr>) -> String {
    let port = listening.port();
    let local = match listening.ip() {
        ip if ip.is_unspecified() || ip.is_loopback() => format!("http://localhost:{port}"),
        _ => format!("http://{listening}"),
    };
    let mut lines = vec![String::new(), format!("  Atelier is served on {local}")];
    let room = public_url.map(str::to_owned).or_else(|| {
        let reachable = listening.ip().is_unspecified();
        lan.filter(|_| reachable)
            .map(|ip| format!("http://{ip}:{port}"))
    });
    if let Some(url) = room {
        lines.push(format!("  In this room:        {url}"));
        lines.extend(qr(&url));
    }
    lines.push("  To stop: Ctrl+C".to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn qr(url: &str) -> Option<String> {
    let code = QrCode::new(url).ok()?;
    // Inverted, so that it can be read on the dark background most terminals have.
    let drawn = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .build();
    Some(drawn.lines().map(|line| format!("  {line}\n")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_open_to_the_room_shows_where_phones_find_it() {
        let listening = SocketAddr::from(([0, 0, 0, 0], 8080));
        let shown = text(listening, None, Some(Ipv4Addr::new(192, 168, 1, 20)));
        assert!(shown.contains("http://localhost:8080"));
        assert!(shown.contains("http://192.168.1.20:8080"));
        assert!(shown.contains('█') && shown.contains("Ctrl+C"));
    }

    #[test]
    fn a_local_server_shows_no_address_phones_cannot_reach() {
        let listening = SocketAddr::from(([127, 0, 0, 1], 8080));
        let shown = text(listening, None, Some(Ipv4Addr::new(192, 168, 1, 20)));
        assert!(!shown.contains("192.168"));
    }

    #[test]
    fn a_public_address_is_the_one_shown() {
        let listening = SocketAddr::from(([127, 0, 0, 1], 8080));
        assert!(
            text(listening, Some("https://a.example.org"), None).contains("https://a.example.org")
        );
    }
}
