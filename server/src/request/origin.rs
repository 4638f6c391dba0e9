//! Requests that change something come from pages of ours, or from no page at all.

use axum::http::HeaderMap;
use axum::http::Method;
use axum::http::header::{HOST, ORIGIN};

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
/// When the request changes something and names another origin.
pub fn same_origin(method: &Method, headers: &HeaderMap, config: &Config) -> Result<(), Problem> {
    if method.is_safe() {
        return Ok(());
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return Ok(());
    };
    let origin = origin.to_str().map_err(|_| FOREIGN_ORIGIN)?;
    if is_ours(origin, headers, config) {
        Ok(())
    } else {
        Err(FOREIGN_ORIGIN)
    }
}

/// A server that knows its address knows its pages; else they are those of the host that was asked.
fn is_ours(origin: &str, headers: &HeaderMap, config: &Config) -> bool {
    if let Some(url) = config.public_url.as_deref() {
        return origin == url;
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let named = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"));
    host.is_some() && named == host
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
    }

    #[test]
    fn a_client_that_is_no_page_names_no_origin() {
        assert_eq!(
            same_origin(&Method::POST, &HeaderMap::new(), &config(None)),
            Ok(())
        );
    }
}
