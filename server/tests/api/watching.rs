//! What those who run the server can ask it.

use atelier::request::session::session_of_socket;
use axum::http::StatusCode;
use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn a_server_that_is_well_says_so() {
    let answer = House::local()
        .device()
        .gets("/healthz")
        .await
        .is(StatusCode::OK);
    assert_eq!(answer.json(), json!({"storage": "ok"}));
}

#[tokio::test]
async fn a_server_without_its_database_is_not_well() {
    let house = House::local();
    house.app.store.close().await;
    let answer = house
        .device()
        .gets("/healthz")
        .await
        .is(StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.json(), json!({"storage": "gone"}));
}

#[tokio::test]
async fn refusals_are_counted_and_nobody_is_named() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Quartier des Lilas").await;
    nadia.gets("/api/spaces/nothing").await.not_found();
    let metrics = nadia.gets("/metrics").await.is(StatusCode::OK);
    let text = metrics.text();
    assert_eq!(
        metrics.header("content-type"),
        "text/plain; version=0.0.4; charset=utf-8"
    );
    assert!(
        text.contains("atelier_requests_refused_total{code=\"not_found\"} 1"),
        "{text}"
    );
    assert!(text.contains("atelier_storage_full 0") && text.contains("atelier_sockets_open 0"));
    for private in ["Nadia", "Lilas", &workshop.id, "192.0.2.1"] {
        assert!(!text.contains(private), "{private}");
    }
}

#[tokio::test]
async fn a_ticket_opens_one_socket() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let ticket = nadia
        .posts("/api/tickets", json!(null))
        .await
        .is(StatusCode::CREATED)
        .json();
    let ticket = ticket["ticket"].as_str().expect("a ticket");
    let headers = axum::http::HeaderMap::new();
    let open = async || session_of_socket(&house.app, &headers, Some(ticket)).await;
    assert!(open().await.is_ok());
    assert!(open().await.is_err());
}
