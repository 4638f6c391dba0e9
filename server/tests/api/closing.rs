//! A space that the host of the server closed: nobody gets in by any door, and everybody is told why.

use axum::http::StatusCode;
use serde_json::json;
use store::SpaceId;

use crate::house::House;

#[tokio::test]
async fn a_closed_space_says_so_to_its_people_and_at_its_doors() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let space: SpaceId = workshop.id.parse().expect("an id");
    house
        .app
        .store
        .close_space(space, 1)
        .await
        .expect("it closes");
    let stranger = house.device();
    let path = format!("/api/spaces/{}", workshop.id);
    let closed = nadia.gets(&path).await;
    let closed = closed.refused(StatusCode::FORBIDDEN, "closed");
    assert!(closed.message().contains("a fermé cet espace"));
    let export = nadia.gets(&format!("/api/documents/{pad}.md")).await;
    export.refused(StatusCode::FORBIDDEN, "closed");
    for way in [
        json!({"link": workshop.participant}),
        json!({"code": workshop.code}),
    ] {
        for path in ["/api/door", "/api/join"] {
            let mut asked = way.clone();
            if path == "/api/join" {
                asked["name"] = json!("Eve");
            }
            let told = stranger.posts(path, asked).await;
            told.refused(StatusCode::FORBIDDEN, "closed");
        }
    }
    let unknown = stranger.gets(&path).await;
    unknown.refused(StatusCode::UNAUTHORIZED, "unauthorized");

    house.app.store.reopen_space(space).await.expect("it opens");
    nadia.gets(&path).await.is(StatusCode::OK);
    stranger.joins(&workshop.participant, "Eve").await;
}

#[tokio::test]
async fn who_guesses_does_not_learn_that_a_code_is_of_a_closed_space() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let space = workshop.id.parse().expect("an id");
    let closed = house.app.store.close_space(space, 1).await;
    closed.expect("it closes");
    let guesser = house.device_at("192.0.2.9");
    for number in 0..30 {
        let code = json!({"code": format!("bafo-lumi-{number:03}")});
        let wrong = guesser.posts("/api/door", code).await;
        wrong.refused(StatusCode::NOT_FOUND, "not_found");
    }
    let right = guesser
        .posts("/api/door", json!({"code": workshop.code}))
        .await;
    right.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
}
