//! The files of the web app: compressed once at build time, cached for ever when their name holds their hash.

use std::borrow::Cow;

use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::embedded::find;
use super::shell;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Serves a file, or says that there is no such page.
pub(super) async fn file(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    match content_type(path).and_then(|content_type| serve(path, content_type, request.headers())) {
        Some(response) => response,
        None => shell::missing(request.headers()),
    }
}

/// A file as it is sent: in the variant the browser accepts.
struct Variant {
    bytes: Cow<'static, [u8]>,
    encoding: Option<&'static str>,
    /// Names the content of this very variant.
    tag: String,
}

fn serve(path: &str, content_type: &'static str, asked: &HeaderMap) -> Option<Response> {
    let variant = variant(path, asked)?;
    let cached = if path.starts_with("assets/") {
        FOR_EVER
    } else {
        ASK_AGAIN
    };
    let headers = [
        (CACHE_CONTROL, cached.to_owned()),
        (ETAG, variant.tag.clone()),
        (VARY, "Accept-Encoding".to_owned()),
    ];
    if has(asked, &variant.tag) {
        return Some((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let mut response = (headers, [(CONTENT_TYPE, content_type)], variant.bytes).into_response();
    if let Some(encoding) = variant.encoding {
        response.headers_mut().insert(
            CONTENT_ENCODING,
            encoding.parse().expect("a constant header value"),
        );
    }
    Some(response)
}

/// The smallest variant that the build made and the browser accepts.
fn variant(path: &str, asked: &HeaderMap) -> Option<Variant> {
    let plain = find(path)?;
    let accepted = asked
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let compressed = [("br", "br"), ("gzip", "gz")].into_iter();
    let mut compressed = compressed.filter(|(encoding, _)| accepts(accepted, encoding));
    let found = compressed
        .find_map(|(encoding, suffix)| Some((encoding, find(&format!("{path}.{suffix}"))?)));
    Some(match found {
        Some((encoding, file)) => Variant {
            bytes: file.bytes,
            encoding: Some(encoding),
            tag: file.tag,
        },
        None => Variant {
            bytes: plain.bytes,
            encoding: None,
            tag: plain.tag,
        },
    })
}

fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|each| {
        let mut parts = each.split(';').map(str::trim);
        let is_named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        is_named && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// Whether the browser has this variant already.
fn has(asked: &HeaderMap, tag: &str) -> bool {
    let tags = asked
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    tags.split(',')
        .map(|each| each.trim().trim_start_matches("W/"))
        .any(|each| each == tag)
}

fn content_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};

    use super::*;

    const APP: &str = "/assets/app-1a2b3c.js";

    async fn fetch(path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, String) {
        let request = headers
            .iter()
            .fold(Request::builder().uri(path), |request, (name, value)| {
                request.header(*name, *value)
            });
        let response = file(request.body(Body::empty()).expect("a request")).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX)
            .await
            .expect("a file is complete");
        (
            parts.status,
            parts.headers,
            String::from_utf8_lossy(&body).into_owned(),
        )
    }

    #[tokio::test]
    async fn a_file_is_sent_in_the_smallest_variant_accepted() {
        for (accepted, encoding, content) in [
            ("gzip, deflate, br", Some("br"), "as brotli"),
            ("gzip", Some("gzip"), "as gzip"),
            ("identity", None, "export const plain = true;\n"),
        ] {
            let (status, headers, body) = fetch(APP, &[("accept-encoding", accepted)]).await;
            assert_eq!((status, body.as_str()), (StatusCode::OK, content));
            assert_eq!(
                headers.get(CONTENT_ENCODING).map(|value| value.as_bytes()),
                encoding.map(str::as_bytes)
            );
            assert_eq!(headers[CONTENT_TYPE], "text/javascript; charset=utf-8");
            assert_eq!(headers[VARY], "Accept-Encoding");
        }
    }

    #[tokio::test]
    async fn only_what_bears_its_hash_in_its_name_is_kept_for_ever() {
        assert_eq!(fetch(APP, &[]).await.1[CACHE_CONTROL], FOR_EVER);
        assert_eq!(fetch("/worker.js", &[]).await.1[CACHE_CONTROL], ASK_AGAIN);
    }

    #[tokio::test]
    async fn a_browser_that_has_the_file_is_told_so_and_no_more() {
        let tag = fetch("/worker.js", &[]).await.1[ETAG].clone();
        let tag = tag.to_str().expect("a tag is text");
        let (status, headers, body) = fetch("/worker.js", &[("if-none-match", tag)]).await;
        assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        assert_eq!(headers[ETAG], tag);
        let (_, other, _) = fetch(APP, &[("accept-encoding", "br")]).await;
        assert_ne!(
            other[ETAG],
            fetch(APP, &[]).await.1[ETAG],
            "each variant has its own tag"
        );
    }

    #[tokio::test]
    async fn what_is_not_in_the_build_does_not_exist() {
        for path in [
            "/nothing.js",
            "/assets/app-1a2b3c.js.br",
            "/../Cargo.toml",
            "/../api/main.rs",
            "/assets/../../api.json",
        ] {
            assert_eq!(fetch(path, &[]).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn encodings_are_taken_as_the_browser_names_them() {
        assert!(accepts("gzip, deflate, br;q=1.0", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip", "br") && !accepts("", "gzip"));
    }

    #[test]
    fn a_browser_may_name_several_variants_it_has() {
        let mut asked = HeaderMap::new();
        asked.insert(
            IF_NONE_MATCH,
            "\"a\", W/\"b\"".parse().expect("a header value"),
        );
        assert!(has(&asked, "\"a\"") && has(&asked, "\"b\"") && !has(&asked, "\"c\""));
    }
}
