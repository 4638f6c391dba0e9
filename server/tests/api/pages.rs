//! Pages and files, with or without a web build in the binary.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::house::House;

const PAGES: [&str; 4] = ["/", "/join", "/w/abc", "/w/abc/def"];

#[tokio::test]
async fn every_page_is_html_that_runs_nothing_from_elsewhere() {
    let device = House::local().device();
    for path in PAGES {
        let page = device.gets(path).await;
        assert_eq!(
            page.header("content-type"),
            "text/html; charset=utf-8",
            "{path}"
        );
        let policy = page.header("content-security-policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");
    }
}

#[tokio::test]
async fn what_is_no_part_of_a_page_has_a_policy_of_its_own() {
    let device = House::local().device();
    // The service worker is a script, and goes by its own; a part that is not there is a page.
    for path in ["/sw.js", "/assets/nothing.js", "/api/health"] {
        let policy = device
            .gets(path)
            .await
            .header("content-security-policy")
            .to_owned();
        assert!(policy.contains("default-src 'none'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn a_page_speaks_the_visitors_language() {
    let device = House::local().device();
    for (language, tag) in [
        ("en-GB,en;q=0.9", "<html lang=\"en\""),
        ("fr", "<html lang=\"fr\""),
    ] {
        let headers = [("accept-language", language)];
        let page = device
            .asks_with(Method::GET, "/", json!(null), &headers)
            .await;
        assert!(page.text().contains(tag), "{}", page.text());
    }
}

#[tokio::test]
async fn a_page_that_does_not_exist_says_so_in_words() {
    let device = House::local().device();
    for path in [
        "/nothing",
        "/assets/nothing.js",
        "/../Cargo.toml",
        "/index.html.map",
        "/assets/../../Cargo.toml",
    ] {
        let page = device.gets(path).await.is(StatusCode::NOT_FOUND);
        assert!(
            page.text().contains("<h1>Cette page n’existe pas</h1>"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn pages_are_only_read() {
    let device = House::local().device();
    for path in PAGES {
        device
            .posts(path, json!({}))
            .await
            .is(StatusCode::METHOD_NOT_ALLOWED);
    }
}
