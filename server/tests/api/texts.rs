//! What people type and programs send: taken when it is good, refused in words when it is not.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::house::{Answer, House};

async fn making(body: Value) -> Answer {
    House::local().device().posts("/api/workshops", body).await
}

#[tokio::test]
async fn a_title_is_trimmed_and_may_have_any_letters() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("  Été 🌻 – «日本» <b>  ").await;
    assert_eq!(
        nadia.sees(&workshop.id).await["title"],
        "Été 🌻 – «日本» <b>"
    );
}

#[tokio::test]
async fn bad_texts_are_refused_with_what_to_do() {
    for (title, words) in [
        ("   ".to_owned(), "Il manque un titre"),
        ("é".repeat(201), "200 caractères"),
        ("a\u{0}b".to_owned(), "caractère invisible"),
        ("a\u{202e}b".to_owned(), "caractère invisible"),
    ] {
        let answer = making(json!({"title": title, "language": "fr"})).await;
        let answer = answer.refused(StatusCode::BAD_REQUEST, "bad_request");
        assert!(answer.message().contains(words), "{}", answer.message());
    }
    making(json!({"title": "é".repeat(200), "language": "fr"}))
        .await
        .is(StatusCode::CREATED);
}

#[tokio::test]
async fn somebody_new_needs_a_name() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let answer = house
        .device()
        .posts("/api/join", json!({"link": workshop.participant}))
        .await;
    assert!(
        answer
            .is(StatusCode::BAD_REQUEST)
            .message()
            .contains("Il manque un nom")
    );
}

#[tokio::test]
async fn who_writes_a_client_is_told_what_cannot_be_read() {
    for (body, words) in [
        (json!({"language": "fr"}), "missing field `title`"),
        (
            json!({"title": "Lilas", "language": "de"}),
            "unknown variant `de`",
        ),
        (json!({"title": 1, "language": "fr"}), "invalid type"),
        (
            json!({"title": "Lilas", "language": "fr", "color": "red"}),
            "unknown field `color`",
        ),
        (json!([]), "invalid length"),
    ] {
        let answer = making(body)
            .await
            .refused(StatusCode::BAD_REQUEST, "bad_request");
        let detail = answer.json()["error"]["detail"].to_string();
        assert!(detail.contains(words), "{detail}");
    }
}

#[tokio::test]
async fn what_is_no_json_is_refused_as_json() {
    let device = House::local().device();
    for body in ["", "{", "title=Lilas", "\u{0}"] {
        let headers = [("content-type", "application/json")];
        let answer = device
            .sends(
                Method::POST,
                "/api/workshops",
                body.to_owned().into(),
                &headers,
            )
            .await;
        answer.refused(StatusCode::BAD_REQUEST, "bad_request");
    }
}

#[tokio::test]
async fn what_is_too_long_is_not_read() {
    let huge = json!({"title": "a".repeat(atelier::limits::BODY_BYTES_MAX), "language": "fr"});
    making(huge)
        .await
        .refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
}

#[tokio::test]
async fn exactly_one_way_in_is_named() {
    let device = House::local().device();
    for body in [
        json!({"name": "Alice"}),
        json!({"link": "a", "code": "b", "name": "Alice"}),
    ] {
        device
            .posts("/api/join", body)
            .await
            .refused(StatusCode::BAD_REQUEST, "bad_request");
    }
}
