//! The files of the web app: compressed once at build time, cached for ever when their name holds their hash.

use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};

use super::embedded::find;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Serves a file, or says that there is none.
pub(super) async fn file(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    match content_type(path) {
        Some(content_type) => serve(path, content_type, request.headers()),
        None => missing(),
    }
}

fn serve(path: &str, content_type: &'static str, asked: &HeaderMap) -> Response {
    let Some(plain) = find(path) else {
        return missing();
    };
    let cached = if path.starts_with("assets/") {
        FOR_EVER
    } else {
        ASK_AGAIN
    };
    if asked
        .get(IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == plain.tag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, AppendHeaders([(ETAG, plain.tag)])).into_response();
    }
    let headers = AppendHeaders([
        (CONTENT_TYPE, content_type.to_owned()),
        (CACHE_CONTROL, cached.to_owned()),
        (ETAG, plain.tag),
        (VARY, "Accept-Encoding".to_owned()),
    ]);
    match compressed(path, asked) {
        Some((encoding, bytes)) => (
            headers,
            AppendHeaders([(CONTENT_ENCODING, encoding)]),
            bytes,
        )
            .into_response(),
        None => (headers, plain.bytes).into_response(),
    }
}

/// The variant the browser accepts, if the build made one.
fn compressed(
    path: &str,
    asked: &HeaderMap,
) -> Option<(&'static str, std::borrow::Cow<'static, [u8]>)> {
    let accepted = asked.get(ACCEPT_ENCODING)?.to_str().ok()?;
    let accepts = |name: &str| {
        accepted.split(',').map(str::trim).any(|each| {
            let mut parts = each.split(';').map(str::trim);
            parts.next() == Some(name) && parts.next() != Some("q=0")
        })
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(name, _)| accepts(name))
        .find_map(|(name, suffix)| find(&format!("{path}.{suffix}")).map(|file| (name, file.bytes)))
}

fn content_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit_once('.')?.1 {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

fn missing() -> Response {
    super::shell::not_found()
}
