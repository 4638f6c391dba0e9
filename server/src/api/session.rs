//! Who asks: the session in the cookie, and the person it is in a space.

use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use axum::RequestPartsExt;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method};
use store::{Member, Role, Secret, SecretHash, SpaceId};

use super::error::Problem;
use super::state::ApiState;
use crate::app::App;
use crate::config::Config;

/// A session lasts a year after it was last seen: people come back to their boards.
const COOKIE_SECONDS: u32 = 365 * 24 * 60 * 60;

/// The session the browser has, if any; whether it is a good one is not known yet.
pub struct MaybeSession(pub Option<Secret>);

/// A session that exists.
pub struct Session(pub SecretHash);

impl FromRequestParts<App> for MaybeSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        same_origin(&parts.method, &parts.headers, &app.config)?;
        Ok(Self(secret(&parts.headers, &app.config)))
    }
}

impl FromRequestParts<App> for Session {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let MaybeSession(secret) = parts.extract_with_state(app).await?;
        let session = secret.ok_or(Problem::Unauthorized)?.hash();
        if app.store.greet_session(session).await? {
            Ok(Self(session))
        } else {
            Err(Problem::Unauthorized)
        }
    }
}

impl Session {
    /// Who this session is in a space.
    ///
    /// # Errors
    /// When it does not belong there, alike for spaces that do not exist.
    pub async fn member(&self, app: &App, space: &str) -> Result<Member, Problem> {
        let space: SpaceId = space.parse().map_err(|_| Problem::NotFound)?;
        app.store
            .member(self.0, space)
            .await?
            .ok_or(Problem::NotFound)
    }

    /// The same, when the role is at least this one.
    ///
    /// # Errors
    /// When it is not, alike for spaces that do not exist.
    pub async fn member_at_least(
        &self,
        app: &App,
        space: &str,
        role: Role,
    ) -> Result<Member, Problem> {
        let member = self.member(app, space).await?;
        if member.role >= role {
            Ok(member)
        } else {
            Err(Problem::NotFound)
        }
    }
}

impl ApiState {
    /// The session a WebSocket is opened with: a ticket, or the cookie of a page of ours.
    ///
    /// # Errors
    /// When there is none, or the page is another site's.
    pub async fn session_of_socket(
        &self,
        app: &App,
        headers: &HeaderMap,
        ticket: Option<&str>,
    ) -> Result<SecretHash, Problem> {
        if let Some(ticket) = ticket {
            return self
                .redeem_ticket(ticket, Instant::now())
                .ok_or(Problem::Unauthorized);
        }
        same_origin(&Method::POST, headers, &app.config)?;
        let session = secret(headers, &app.config)
            .ok_or(Problem::Unauthorized)?
            .hash();
        if app.store.greet_session(session).await? {
            Ok(session)
        } else {
            Err(Problem::Unauthorized)
        }
    }
}

/// The session of a request for a page, without any check of its origin: pages only read.
pub fn session_of_page(app: &App, headers: &HeaderMap) -> Option<SecretHash> {
    secret(headers, &app.config).map(|secret| secret.hash())
}

fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() {
        "__Host-atelier"
    } else {
        "atelier"
    }
}

/// The cookie that keeps a session.
pub fn cookie(config: &Config, session: &Secret) -> HeaderValue {
    set_cookie(config, &session.reveal(), COOKIE_SECONDS)
}

/// The cookie that ends one.
pub fn end_cookie(config: &Config) -> HeaderValue {
    set_cookie(config, "", 0)
}

fn set_cookie(config: &Config, value: &str, seconds: u32) -> HeaderValue {
    let secure = if config.is_https() { "; Secure" } else { "" };
    let name = cookie_name(config);
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
        .parse()
        .expect("base 58 and constants are a header value")
}

fn secret(headers: &HeaderMap, config: &Config) -> Option<Secret> {
    let wanted = cookie_name(config);
    let all = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = all
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, value)| {
        if name == wanted {
            Secret::parse(value)
        } else {
            None
        }
    })
}

/// A request that changes something, or opens a socket, must come from a page of ours when it says
/// where it comes from: cookies alone do not tell.
fn same_origin(method: &Method, headers: &HeaderMap, config: &Config) -> Result<(), Problem> {
    if method.is_safe() {
        return Ok(());
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().map_err(|_| Problem::ForeignOrigin)?;
    if config.public_url.as_deref() == Some(origin) {
        return Ok(());
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let named = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"));
    if config.public_url.is_none() && host.is_some() && named == host {
        return Ok(());
    }
    Err(Problem::ForeignOrigin)
}

/// The address a request comes from; a proxy is believed only when it is one of ours.
pub struct Address(pub IpAddr);

impl FromRequestParts<App> for Address {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let ConnectInfo(peer) = parts
            .extract::<ConnectInfo<SocketAddr>>()
            .await
            .map_err(|_| Problem::Internal)?;
        Ok(Self(visitor(
            peer.ip(),
            &parts.headers,
            &app.config.trusted_proxies,
        )))
    }
}

fn visitor(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let is_trusted = |ip: &IpAddr| trusted.contains(&ip.to_canonical());
    if !is_trusted(&peer) {
        return peer;
    }
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> = forwarded
        .flat_map(|line| line.split(','))
        .filter_map(|hop| hop.trim().parse().ok())
        .collect();
    // Each proxy adds the address it saw at the end: the last one that is not ours is the visitor.
    hops.into_iter()
        .rev()
        .find(|hop| !is_trusted(hop))
        .unwrap_or(peer)
}

/// The origin links are made with.
pub fn origin(config: &Config, headers: &HeaderMap) -> Result<String, Problem> {
    if let Some(url) = &config.public_url {
        return Ok(url.clone());
    }
    let host = headers
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .ok_or(Problem::BadRequest)?;
    Ok(format!("http://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(public_url: Option<&str>) -> Config {
        Config {
            listen: ([127, 0, 0, 1], 0).into(),
            data: "/nowhere".into(),
            public_url: public_url.map(str::to_owned),
            trusted_proxies: vec![IpAddr::from([10, 0, 0, 1])],
        }
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    name.parse().expect("a name"),
                    value.parse().expect("a value"),
                )
            })
            .collect()
    }

    #[test]
    fn a_page_of_another_site_changes_nothing() {
        let here = config(Some("https://a.example.org"));
        let from = |origin| headers(&[("origin", origin), ("host", "a.example.org")]);
        assert_eq!(
            same_origin(&Method::POST, &from("https://a.example.org"), &here),
            Ok(())
        );
        for origin in [
            "https://b.example.org",
            "http://a.example.org",
            "null",
            "https://a.example.org.evil.org",
        ] {
            assert_eq!(
                same_origin(&Method::POST, &from(origin), &here),
                Err(Problem::ForeignOrigin),
                "{origin}"
            );
            assert_eq!(same_origin(&Method::GET, &from(origin), &here), Ok(()));
        }
        let local = headers(&[
            ("origin", "http://localhost:8080"),
            ("host", "localhost:8080"),
        ]);
        assert_eq!(same_origin(&Method::POST, &local, &config(None)), Ok(()));
    }

    #[test]
    fn a_cookie_is_found_among_others_and_only_under_its_name() {
        let secret_text = Secret::random().reveal();
        let plain = headers(&[("cookie", &format!("x=1; atelier={secret_text}"))]);
        assert!(secret(&plain, &config(None)).is_some());
        assert!(secret(&plain, &config(Some("https://a.org"))).is_none());
        assert!(secret(&headers(&[("cookie", "atelier=0OIl")]), &config(None)).is_none());
    }

    #[test]
    fn a_cookie_is_secure_exactly_when_the_public_address_is() {
        let session = Secret::random();
        let secure = cookie(&config(Some("https://a.org")), &session);
        let secure = secure.to_str().expect("text");
        assert!(secure.starts_with("__Host-atelier=") && secure.ends_with("; Secure"));
        assert!(secure.contains("; Path=/") && secure.contains("; HttpOnly; SameSite=Lax"));
        let plain = cookie(&config(None), &session);
        assert!(!plain.to_str().expect("text").contains("Secure"));
    }

    #[test]
    fn only_our_proxies_tell_where_a_visitor_comes_from() {
        let told = headers(&[("x-forwarded-for", "6.6.6.6, 192.0.2.7, 10.0.0.1")]);
        let trusted = [IpAddr::from([10, 0, 0, 1])];
        let stranger = IpAddr::from([203, 0, 113, 9]);
        assert_eq!(visitor(stranger, &told, &trusted), stranger);
        assert_eq!(
            visitor(trusted[0], &told, &trusted),
            IpAddr::from([192, 0, 2, 7])
        );
    }
}
