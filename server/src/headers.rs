//! What every answer tells the browser not to do.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::config::Config;

/// Nothing inline, nothing from elsewhere. `wasm-unsafe-eval` lets automerge compile; it allows no script.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const OF_ALL: [(HeaderName, &str); 2] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

const OF_WHAT_IS_OPENED: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=()",
    ),
];

/// Parts of a page are in this folder. Nothing in it is a worker, which would go by a policy of its own.
const PARTS: &str = "/assets/";
/// Of those, what a browser does nothing with when somebody opens it by itself but show or keep it.
const INERT_PARTS: [&str; 4] = ["text/javascript", "text/css", "font/", "application/wasm"];

/// Adds them where the answer does not say so itself; over https also that it stays so for a year. Parts of a page go by the
/// policy of the page: on a poor network, saying it again with each of its eighty parts takes as long as a tenth of its code.
pub async fn secure(State(config): State<Arc<Config>>, request: Request, next: Next) -> Response {
    let is_in_parts = request.uri().path().starts_with(PARTS);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    add(headers, &OF_ALL);
    if !(is_in_parts && is_inert(headers)) {
        add(headers, &OF_WHAT_IS_OPENED);
    }
    if config.is_https() {
        headers.insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    response
}

fn add(headers: &mut HeaderMap, wanted: &[(HeaderName, &'static str)]) {
    for (name, value) in wanted {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
}

fn is_inert(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| INERT_PARTS.iter().any(|inert| kind.starts_with(inert)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(kind))])
    }

    #[test]
    fn only_what_runs_nothing_when_it_is_opened_goes_without_a_policy() {
        for kind in [
            "text/javascript; charset=utf-8",
            "text/css",
            "font/woff2",
            "application/wasm",
        ] {
            assert!(is_inert(&of(kind)), "{kind}");
        }
        for kind in [
            "text/html; charset=utf-8",
            "image/svg+xml",
            "application/xml",
            "text/plain",
        ] {
            assert!(!is_inert(&of(kind)), "{kind}");
        }
        assert!(!is_inert(&HeaderMap::new()));
    }

    #[test]
    fn what_an_answer_says_itself_stays() {
        let mut headers =
            HeaderMap::from_iter([(REFERRER_POLICY, HeaderValue::from_static("origin"))]);
        add(&mut headers, &OF_WHAT_IS_OPENED);
        assert_eq!(headers[REFERRER_POLICY], "origin");
        assert_eq!(headers[CONTENT_SECURITY_POLICY], POLICY);
    }
}
