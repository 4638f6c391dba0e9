//! Pages of other sites, and the cookie they would like to use.

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
