//! How a space ends as devices see it: asked for, kept, over.

use std::time::{SystemTime, UNIX_EPOCH};

use atelier::upkeep;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use store::limits::NOTICE_MS;

use crate::house::{Answer, Device, House};

async fn ends(device: &Device, space: &str, title: &str) -> Answer {
    let path = format!("/api/spaces/{space}");
    device
        .asks(Method::DELETE, &path, json!({"title": title}))
        .await
}

fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let since = since.expect("a clock after 1970").as_millis();
    u64::try_from(since).expect("not so far in the future")
}

#[tokio::test]
async fn the_title_is_typed_again_before_a_space_ends() {
    let house = House::local();
    let nadia = house.device();
    let id = nadia.makes_workshop("Quartier des Lilas").await.id;
    ends(&nadia, &id, "Lilas")
        .await
        .refused(StatusCode::UNPROCESSABLE_ENTITY, "wrong_title");
    assert!(nadia.sees(&id).await["deletesAt"].is_null());
    let before = now_ms();
    let answer = ends(&nadia, &id, " Quartier des Lilas ").await;
    let at = answer.is(StatusCode::OK).json()["deletesAt"].clone();
    let at = at.as_u64().expect("a moment");
    assert!((before..=now_ms()).contains(&(at - NOTICE_MS)));
}

#[tokio::test]
async fn everything_works_until_the_end_and_a_space_may_be_kept() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    ends(&nadia, &workshop.id, "Lilas").await.is(StatusCode::OK);
    let late = now_ms() + NOTICE_MS - 60_000;
    upkeep::end_spaces(&house.app, late).await.expect("swept");
    let alice = house.device();
    alice.joins(&workshop.participant, "Alice").await;
    alice.makes_pad(&workshop.id, "Notes").await;
    assert!(alice.sees(&workshop.id).await["deletesAt"].is_u64());
    let keep = format!("/api/spaces/{}/keep", workshop.id);
    alice.posts(&keep, Value::Null).await.not_found();
    let kept = nadia.posts(&keep, Value::Null).await.is(StatusCode::OK);
    assert!(kept.json()["deletesAt"].is_null());
    let later = now_ms() + 2 * NOTICE_MS;
    upkeep::end_spaces(&house.app, later).await.expect("swept");
    assert_eq!(nadia.sees(&workshop.id).await["title"], "Lilas");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_space_is_gone_for_everybody() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let file = format!("/api/documents/{pad}.md");
    nadia.gets(&file).await.is(StatusCode::OK);
    ends(&nadia, &workshop.id, "Lilas").await.is(StatusCode::OK);
    let later = now_ms() + NOTICE_MS + 1;
    upkeep::end_spaces(&house.app, later).await.expect("erased");
    nadia.gets(&file).await.not_found();
    let space = format!("/api/spaces/{}", workshop.id);
    nadia.gets(&space).await.not_found();
    assert_eq!(nadia.gets("/api/me").await.json(), json!({"spaces": []}));
    let way = json!({"link": workshop.participant, "name": "Alice"});
    house.device().posts("/api/join", way).await.not_found();
}
