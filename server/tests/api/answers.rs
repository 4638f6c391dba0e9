//! How answers look whatever is asked: their language, their headers, addresses that do not exist.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn refusals_speak_the_language_asked() {
    let device = House::local().device();
    let ask = async |headers: &[(&str, &str)]| {
        device
            .asks_with(Method::POST, "/api/tickets", json!(null), headers)
            .await
            .message()
    };
    let (french, english) = (
        "Cet appareil n’est dans aucun atelier",
        "This device is not in any workshop",
    );
    assert!(ask(&[]).await.starts_with(french));
    assert!(
        ask(&[("accept-language", "de, en;q=0.7")])
            .await
            .starts_with(english)
    );
    assert!(
        ask(&[("accept-language", "en"), ("cookie", "atelier-language=fr")])
            .await
            .starts_with(french)
    );
}

#[tokio::test]
async fn addresses_that_do_not_exist_are_refused_as_json() {
    let device = House::local().device();
    for path in ["/api/nothing", "/api/spaces", "/api/"] {
        for method in [Method::GET, Method::POST, Method::DELETE] {
            device.asks(method, path, json!(null)).await.not_found();
        }
    }
    let wrong = device.asks(Method::PUT, "/api/me", json!(null)).await;
    wrong.refused(StatusCode::METHOD_NOT_ALLOWED, "bad_request");
}

#[tokio::test]
async fn no_answer_of_the_api_is_kept_or_guessed_at() {
    let house = House::public("https://a.example.org");
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    for path in [
        "/api/me",
        &format!("/api/spaces/{}", workshop.id),
        "/api/nothing",
        "/healthz",
    ] {
        let answer = nadia.gets(path).await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .starts_with("default-src 'none'"),
            "{path}"
        );
        assert_eq!(
            answer.header("strict-transport-security"),
            "max-age=31536000",
            "{path}"
        );
    }
}

#[tokio::test]
async fn secrets_are_told_once() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let links = [
        &workshop.facilitator,
        &workshop.participant,
        &workshop.reader,
    ];
    let secrets = links.map(|link| link.rsplit('#').next().expect("a fragment").to_owned());
    let session = nadia.cookie();
    let session = session.split('=').nth(1).expect("a cookie has a value");
    for path in [
        "/api/me",
        &format!("/api/spaces/{}", workshop.id),
        "/metrics",
        &format!("/w/{}", workshop.id),
    ] {
        let text = nadia.gets(path).await.text();
        assert!(!text.contains(session), "{path}");
        assert!(
            secrets.iter().all(|secret| !text.contains(secret)),
            "{path}"
        );
    }
}
