//! How much one network may make: it is stopped with a sentence, and nobody else is.

use axum::http::StatusCode;
use serde_json::json;

use crate::house::{Answer, Device, House};
use crate::sink::Sink;

const URL: &str = "https://a.example.org";

async fn makes(device: &Device, path: &str) -> Answer {
    let asked = json!({"title": "Lilas", "language": "fr"});
    device.posts(path, asked).await
}

/// How many of so many spaces a network may make.
async fn made(house: &House, path: &str, address: &str, wanted: usize) -> usize {
    let mut made = 0;
    for _ in 0..wanted {
        let answer = makes(&house.device_at(address), path).await;
        match answer.status {
            StatusCode::CREATED => made += 1,
            _ => drop(answer.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited")),
        }
    }
    made
}

#[tokio::test]
async fn one_network_makes_so_many_workshops_and_others_go_on() {
    let house = House::local();
    let path = "/api/workshops";
    assert_eq!(made(&house, path, "203.0.113.1", 70).await, 60);
    let refused = makes(&house.device_at("203.0.113.1"), path).await;
    assert!(refused.message().contains("un quart d’heure"));
    assert_eq!(made(&house, path, "203.0.113.2", 1).await, 1);
}

#[tokio::test]
async fn one_network_makes_so_many_structures_and_others_go_on() {
    let house = House::local();
    let path = "/api/structures";
    assert_eq!(made(&house, path, "203.0.113.1", 130).await, 120);
    assert_eq!(made(&house, path, "203.0.113.2", 1).await, 1);
}

#[tokio::test]
async fn only_who_hosts_a_private_server_may_make_more_at_that_machine() {
    let path = "/api/workshops";
    assert_eq!(made(&House::local(), path, "127.0.0.1", 70).await, 70);
    let public = House::public(URL);
    assert_eq!(made(&public, path, "127.0.0.1", 70).await, 60);
}

#[tokio::test]
async fn one_network_sends_so_many_archives_and_so_many_bytes() {
    let house = House::local();
    let path = "/api/structures/archive";
    let sends = async |address: &str, bytes: usize| {
        let device = house.device_at(address);
        device.sends_file(path, vec![0; bytes]).await.status
    };
    for _ in 0..60 {
        let status = sends("203.0.113.1", 10).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let refused = StatusCode::TOO_MANY_REQUESTS;
    assert_eq!(sends("203.0.113.1", 10).await, refused);
    for _ in 0..8 {
        let status = sends("203.0.113.2", 60 << 20).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(sends("203.0.113.2", 60 << 20).await, refused);
    let other = sends("203.0.113.3", 60 << 20).await;
    assert_eq!(other, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_has_strangers_written_to_is_stopped_and_honest_people_are_not() {
    let sink = Sink::open().await;
    let house = House::mailing(URL, &sink);
    let asks = async |device: &Device, link: &str, space: &str, n: usize| {
        device.joins(link, &format!("N{n}")).await;
        let asked = json!({"email": format!("n{n}@example.org"), "weekday": 1});
        let path = format!("/api/spaces/{space}/reminders");
        device.puts(&path, asked).await.status
    };
    let nadia = house.device_at("203.0.113.9");
    let made = nadia.makes_workshop("Lilas").await;
    let mut sent = 0;
    for n in 0..113 {
        let stranger = house.device_at("203.0.113.1");
        let status = asks(&stranger, &made.participant, &made.id, n).await;
        sent += usize::from(status == StatusCode::OK);
    }
    assert_eq!(sent, 60);
    let elsewhere = house.device_at("203.0.113.2");
    let own = elsewhere.makes_workshop("Honnête").await;
    let status = asks(&elsewhere, &own.participant, &own.id, 200).await;
    assert_eq!(status, StatusCode::OK);
}
