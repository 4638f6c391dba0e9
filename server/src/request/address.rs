//! Where a request comes from and which address it was sent to, through the proxies we trust and no others.

use std::net::{IpAddr, SocketAddr};

use axum::RequestPartsExt;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::http::request::Parts;

use super::hosts::{UNKNOWN_HOST, is_plausible};
use crate::app::App;
use crate::lan;
use crate::problem::Problem;

/// The address of the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address(pub IpAddr);

/// The origin under which the visitor knows this server, without a final `/`: links are made with it. It is the one the
/// host configured, or else the `Host` of the request, if that can be this server's.
pub struct OurOrigin(pub String);

impl FromRequestParts<App> for Address {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let peer = peer(parts).await?;
        Ok(Self(visitor(
            peer,
            &parts.headers,
            &app.config.trusted_proxies,
        )))
    }
}

impl FromRequestParts<App> for OurOrigin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(url) = &app.config.public_url {
            return Ok(Self(url.clone()));
        }
        let peer = peer(parts).await?;
        let is_secure = is_trusted(peer, &app.config.trusted_proxies)
            && text(&parts.headers, "x-forwarded-proto") == Some("https");
        let scheme = if is_secure { "https" } else { "http" };
        let host = text(&parts.headers, HOST.as_str())
            .ok_or_else(|| Problem::BadRequest("there is no Host header".to_owned()))?;
        if !is_plausible(host, &app.config) {
            return Err(UNKNOWN_HOST);
        }
        let for_others = lan::origin_for_others(host, app.config.listen, lan::address());
        Ok(Self(
            for_others.unwrap_or_else(|| format!("{scheme}://{host}")),
        ))
    }
}

async fn peer(parts: &mut Parts) -> Result<IpAddr, Problem> {
    let connected = parts.extract::<ConnectInfo<SocketAddr>>().await;
    let ConnectInfo(peer) = connected.map_err(|error| {
        tracing::error!(%error, "the router is served without the addresses of its clients");
        Problem::INTERNAL
    })?;
    Ok(peer.ip().to_canonical())
}

/// Each proxy adds the address it saw at the end: the last one that is not a proxy of ours is the
/// visitor. What stands before it may be invented, and so may all when one cannot be read.
fn visitor(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    if !is_trusted(peer, trusted) {
        return peer;
    }
    let lines = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<_> = lines.flat_map(|line| line.split(',')).map(hop).collect();
    let ours = |hop: &Option<IpAddr>| hop.is_some_and(|hop| is_trusted(hop, trusted));
    hops.into_iter()
        .rev()
        .find(|hop| !ours(hop))
        .flatten()
        .unwrap_or(peer)
}

fn is_trusted(address: IpAddr, trusted: &[IpAddr]) -> bool {
    trusted.iter().any(|proxy| proxy.to_canonical() == address)
}

/// One entry of `X-Forwarded-For`: an address, which some proxies write with its port.
fn hop(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim();
    let address = entry
        .parse()
        .or_else(|_| entry.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::super::examples::headers;
    use super::*;

    const PROXY: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));

    fn told(forwarded: &str) -> IpAddr {
        visitor(PROXY, &headers(&[("x-forwarded-for", forwarded)]), &[PROXY])
    }

    #[test]
    fn only_our_proxies_tell_where_a_visitor_comes_from() {
        let forwarded = headers(&[("x-forwarded-for", "192.0.2.7")]);
        let stranger = IpAddr::from([203, 0, 113, 9]);
        assert_eq!(visitor(stranger, &forwarded, &[PROXY]), stranger);
        assert_eq!(told("192.0.2.7"), IpAddr::from([192, 0, 2, 7]));
        assert_eq!(told("192.0.2.7:4711"), IpAddr::from([192, 0, 2, 7]));
        assert_eq!(visitor(PROXY, &HeaderMap::new(), &[PROXY]), PROXY);
    }

    #[test]
    fn what_a_visitor_invents_is_not_believed() {
        assert_eq!(
            told("6.6.6.6, 192.0.2.7, 10.0.0.1"),
            IpAddr::from([192, 0, 2, 7])
        );
        assert_eq!(told("6.6.6.6, unknown"), PROXY);
    }
}
