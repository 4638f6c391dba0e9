//! Pages of other sites, and the cookie they would like to use.

use atelier::request::hosts::UNKNOWN_HOST;
use atelier::request::origin::FOREIGN_ORIGIN;
use atelier::request::session::session_of_socket;
use axum::http::header::{COOKIE, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::json;

use crate::house::House;

const OURS: &str = "https://a.example.org";

#[tokio::test]
async fn a_page_of_another_site_changes_nothing_with_somebodys_cookie() {
    let house = House::public(OURS);
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let path = format!("/api/spaces/{}", workshop.id);
    for origin in [
        "https://evil.example",
        "http://a.example.org",
        "https://a.example.org:8443",
        "null",
    ] {
        let headers = [("origin", origin)];
        for method in [Method::PATCH, Method::POST, Method::DELETE] {
            let path = if method == Method::PATCH {
                path.clone()
            } else {
                format!("{path}/code")
            };
            let answer = nadia
                .asks_with(method, &path, json!({"title": "Pris"}), &headers)
                .await;
            answer.refused(StatusCode::FORBIDDEN, "foreign_origin");
        }
    }
    let ours = [("origin", OURS)];
    nadia
        .asks_with(Method::PATCH, &path, json!({"title": "Parc"}), &ours)
        .await
        .is(StatusCode::OK);
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_socket_with_somebodys_cookie() {
    let house = House::public(OURS);
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let open = async |origin: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, nadia.cookie().parse().expect("a header value"));
        headers.insert(ORIGIN, HeaderValue::from_static(origin));
        session_of_socket(&house.app, &headers, None).await
    };
    assert!(open(OURS).await.is_ok());
    for origin in ["https://evil.example", "null", "http://a.example.org"] {
        assert_eq!(open(origin).await.err(), Some(FOREIGN_ORIGIN), "{origin}");
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_not_json() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    for form in [
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "",
    ] {
        let body = json!({"title": "Pris", "language": "fr"}).to_string();
        let headers = [("content-type", form)];
        let answer = nadia
            .sends(Method::POST, "/api/workshops", body.into(), &headers)
            .await;
        answer.refused(StatusCode::BAD_REQUEST, "bad_request");
    }
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let body = json!({"title": "Lilas", "language": "fr"});
    let public = House::public(OURS)
        .device()
        .posts("/api/workshops", body.clone())
        .await;
    let cookie = public.header("set-cookie");
    assert!(cookie.starts_with("__Host-atelier="), "{cookie}");
    for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.contains(&format!("; {attribute}")), "{cookie}");
    }
    let local = House::local().device().posts("/api/workshops", body).await;
    assert!(local.header("set-cookie").starts_with("atelier="));
    assert!(!local.header("set-cookie").contains("Secure"));
}

#[tokio::test]
async fn over_https_a_cookie_without_its_prefix_is_not_ours() {
    let house = House::public(OURS);
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    nadia.takes_cookie(&nadia.cookie().replace("__Host-", ""));
    nadia
        .posts("/api/tickets", json!(null))
        .await
        .is(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn no_link_is_made_with_a_name_that_cannot_be_this_servers() {
    let house = House::local();
    let nadia = house.device();
    let body = json!({"title": "Lilas", "language": "fr"});
    let asks = async |host: &str| {
        let headers = [("host", host)];
        nadia
            .asks_with(Method::POST, "/api/workshops", body.clone(), &headers)
            .await
    };
    for forged in ["evil.example", "203.0.113.9:8080", "localhost@evil.example"] {
        let refused = asks(forged).await;
        refused.refused(StatusCode::MISDIRECTED_REQUEST, "unknown_host");
    }
    let made = asks("192.168.1.20:8080").await.is(StatusCode::CREATED);
    let link = made.json()["links"]["participant"].to_string();
    assert!(link.contains("http://192.168.1.20:8080/join#"), "{link}");
}

#[tokio::test]
async fn a_name_that_was_led_here_is_not_the_origin_of_our_pages() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let rebound = [
        ("origin", "http://evil.example:8080"),
        ("host", "evil.example:8080"),
    ];
    let body = json!({"link": workshop.participant, "name": "Eve"});
    nadia
        .asks_with(Method::POST, "/api/join", body, &rebound)
        .await
        .refused(StatusCode::MISDIRECTED_REQUEST, "unknown_host");
    let mut headers = HeaderMap::new();
    headers.insert(COOKIE, nadia.cookie().parse().expect("a header value"));
    for (name, value) in rebound {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let opened = session_of_socket(&house.app, &headers, None).await;
    assert_eq!(opened.err(), Some(UNKNOWN_HOST));
}

#[tokio::test]
async fn a_server_that_knows_its_address_makes_links_with_it_whatever_the_host_says() {
    let house = House::public(OURS);
    let body = json!({"title": "Lilas", "language": "fr"});
    let headers = [("host", "evil.example")];
    let made = house
        .device()
        .asks_with(Method::POST, "/api/workshops", body, &headers)
        .await
        .is(StatusCode::CREATED);
    let link = made.json()["links"]["participant"].to_string();
    assert!(link.contains(OURS), "{link}");
}
