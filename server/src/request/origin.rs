//! Requests that change something come from pages of ours, or from no page at all.

use axum::http::HeaderMap;
use axum::http::Method;
use axum::http::header::{HOST, ORIGIN};

use super::hosts::{UNKNOWN_HOST, is_plausible};
use crate::config::Config;
use crate::problem::{Problem, refusals};

refusals! {
    /// The request comes from a page of another site.
    FOREIGN_ORIGIN: 403 "foreign_origin" {
        fr: "Cette demande vient d’un autre site. Ouvrez Atelier à son adresse et recommencez.",
        en: "This request comes from another site. Open Atelier at its own address and try again.",
    }
}

/// Refuses what a page of another site sends: browsers say where a request comes from, and send the
/// cookie all the same.
///
/// # Errors
/// When the request changes something and names another origin, or a host that cannot be this server.
pub fn same_origin(method: &Method, headers: &HeaderMap, config: &Config) -> Result<(), Problem> {
    if method.is_safe() {
        return Ok(());
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().map_err(|_| FOREIGN_ORIGIN)?;
    match config.public_url.as_deref() {
        Some(url) => (origin == url).then_some(()).ok_or(FOREIGN_ORIGIN),
        None => of_host(origin, headers, config),
    }
}

/// The pages of a server that does not know its address are those of the host that was asked, if that can be this server:
/// a stranger's name that leads here is the origin of a stranger's page.
fn of_host(origin: &str, headers: &HeaderMap, config: &Config) -> Result<(), Problem> {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let named = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"));
    match host.filter(|host| named == Some(host)) {
        None => Err(FOREIGN_ORIGIN),
        Some(host) if is_plausible(host, config) => Ok(()),
        Some(_) => Err(UNKNOWN_HOST),
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::{config, headers};
    use super::*;

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
            let refused = Err(FOREIGN_ORIGIN);
            assert_eq!(
                same_origin(&Method::POST, &from(origin), &here),
                refused,
                "{origin}"
            );
            assert_eq!(same_origin(&Method::GET, &from(origin), &here), Ok(()));
        }
    }

    #[test]
    fn a_server_that_does_not_know_its_address_goes_by_the_host_asked() {
        let from = |origin| headers(&[("origin", origin), ("host", "localhost:8080")]);
        let judge = |origin| same_origin(&Method::DELETE, &from(origin), &config(None));
        assert_eq!(judge("http://localhost:8080"), Ok(()));
        assert_eq!(judge("http://localhost:9090"), Err(FOREIGN_ORIGIN));
        let rebound = headers(&[("origin", "http://evil.org"), ("host", "evil.org")]);
        let judged = same_origin(&Method::POST, &rebound, &config(None));
        assert_eq!(judged, Err(UNKNOWN_HOST));
    }

    #[test]
    fn a_client_that_is_no_page_names_no_origin() {
        assert_eq!(
            same_origin(&Method::POST, &HeaderMap::new(), &config(None)),
            Ok(())
        );
    }
}
