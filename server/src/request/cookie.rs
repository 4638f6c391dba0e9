//! The cookie that holds a device's session.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use store::Secret;

use crate::config::Config;

/// The cookie lasts a year: people come back to their workshops.
const COOKIE_SECONDS: u32 = 365 * 24 * 60 * 60;

/// The cookie that keeps a session.
pub fn cookie(config: &Config, session: &Secret) -> HeaderValue {
    set_cookie(config, &session.reveal(), COOKIE_SECONDS)
}

/// The cookie that ends one.
pub fn end_cookie(config: &Config) -> HeaderValue {
    set_cookie(config, "", 0)
}

/// The secret in the cookie, if there is one; whether it is a good one is not known yet.
pub fn secret(headers: &HeaderMap, config: &Config) -> Option<Secret> {
    let wanted = name(config);
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = lines
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

/// `__Host-` makes browsers refuse the cookie from anybody but this very host over https.
fn name(config: &Config) -> &'static str {
    if config.is_https() {
        "__Host-atelier"
    } else {
        "atelier"
    }
}

fn set_cookie(config: &Config, value: &str, seconds: u32) -> HeaderValue {
    let secure = if config.is_https() { "; Secure" } else { "" };
    let name = name(config);
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
        .parse()
        .expect("base 58 and constants are a header value")
}

#[cfg(test)]
mod tests {
    use super::super::examples::{config, headers};
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_only_under_its_name() {
        let session = Secret::random().reveal();
        let plain = headers(&[("cookie", &format!("x=1; atelier={session}"))]);
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
}
