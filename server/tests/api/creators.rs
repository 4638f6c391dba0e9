//! Who may make workshops and structures: everybody, whoever has the code of the host, or nobody.

use atelier::config::{Creators, HostCode};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::house::{Answer, Device, House};

const CODE: &str = "lilas-2026";

fn with_code() -> House {
    House::created_by(Creators::WhoHasCode(HostCode::parse(CODE).expect("a code")))
}

async fn makes(device: &Device, path: &str, body: Value, code: &str) -> Answer {
    let headers = [("atelier-host-code", code)];
    device.asks_with(Method::POST, path, body, &headers).await
}

fn asked() -> Value {
    json!({"title": "Lilas", "language": "fr", "name": "Nadia"})
}

async fn sends_archive(device: &Device, code: &str) -> Answer {
    let headers = [("atelier-host-code", code)];
    let path = "/api/structures/archive";
    device
        .sends(Method::POST, path, Body::from("no archive"), &headers)
        .await
}

#[tokio::test]
async fn a_page_learns_who_may() {
    for (house, who) in [
        (House::local(), "everybody"),
        (with_code(), "code"),
        (House::created_by(Creators::Nobody), "nobody"),
    ] {
        let shown = house.device().gets("/api/creators").await;
        assert_eq!(shown.is(StatusCode::OK).json(), json!({"who": who}));
    }
}

#[tokio::test]
async fn with_a_code_nothing_is_made_without_it() {
    let house = with_code();
    let device = house.device();
    for path in ["/api/workshops", "/api/structures"] {
        for (code, word) in [
            ("", "creation_code_needed"),
            (" ", "creation_code_needed"),
            ("lilas-2027", "creation_code_wrong"),
        ] {
            let refused = makes(&device, path, asked(), code).await;
            refused.refused(StatusCode::FORBIDDEN, word);
        }
        let made = makes(&device, path, asked(), CODE).await;
        made.is(StatusCode::CREATED);
    }
    let refused = sends_archive(&device, "").await;
    let refused = refused.refused(StatusCode::FORBIDDEN, "creation_code_needed");
    assert!(refused.message().contains("code de l’hébergeur"));
    // Let through, and found to be no archive.
    let read = sends_archive(&device, CODE).await;
    assert_ne!(read.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_people_of_a_workshop_need_no_code_for_their_structure() {
    let house = with_code();
    let nadia = house.device();
    let made = makes(&nadia, "/api/workshops", asked(), CODE).await;
    let made = made.is(StatusCode::CREATED).json();
    let awa = house.device();
    let link = made["links"]["participant"].as_str().expect("a link");
    awa.joins(link, "Awa").await;
    let mut from_workshop = asked();
    from_workshop["workshop"] = made["id"].clone();
    let made = makes(&awa, "/api/structures", from_workshop.clone(), "").await;
    made.is(StatusCode::CREATED);
    let stranger = makes(&house.device(), "/api/structures", from_workshop, "").await;
    stranger.refused(StatusCode::UNAUTHORIZED, "unauthorized");
}

#[tokio::test]
async fn guesses_at_the_code_are_limited_and_who_knows_it_goes_on() {
    let house = with_code();
    let (host, guesser) = (house.device_at("192.0.2.7"), house.device_at("192.0.2.8"));
    let path = "/api/workshops";
    makes(&host, path, asked(), CODE)
        .await
        .is(StatusCode::CREATED);
    for _ in 0..30 {
        for device in [&host, &guesser] {
            let wrong = makes(device, path, asked(), "lilas-2025").await;
            wrong.refused(StatusCode::FORBIDDEN, "creation_code_wrong");
        }
    }
    for code in ["lilas-2025", CODE] {
        let too_many = makes(&guesser, path, asked(), code).await;
        too_many.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    }
    let made = makes(&host, path, asked(), CODE).await;
    made.is(StatusCode::CREATED);
}

#[tokio::test]
async fn where_nobody_may_no_code_helps() {
    let house = House::created_by(Creators::Nobody);
    let device = house.device();
    for path in ["/api/workshops", "/api/structures"] {
        let refused = makes(&device, path, asked(), CODE).await;
        let refused = refused.refused(StatusCode::FORBIDDEN, "creation_ended");
        assert!(refused.message().starts_with("Sur ce serveur"));
    }
    let refused = sends_archive(&device, CODE).await;
    refused.refused(StatusCode::FORBIDDEN, "creation_ended");
}
