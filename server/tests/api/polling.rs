//! Connections without a WebSocket: whose they are, what is counted once, and how they end.

use atelier::limits::{GREETING_BYTES_MAX, POSTED_BYTES_MAX, SOCKETS_PER_SESSION_MAX};
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::caller::{self, Caller};
use crate::house::House;

const OURS: &str = "https://a.example.org";

#[tokio::test]
async fn the_server_greets_and_shows_the_space() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut caller = Caller::opens(&nadia).await;
    assert_eq!(caller.hears("peer").await["targetId"], "caller");
    caller.visits(&workshop.id).await;
    let told = caller.hears("atelier-space").await;
    assert_eq!(told["space"]["title"], "Lilas");
    let metrics = nadia.gets("/metrics").await.text();
    for line in ["atelier_sockets_open 1", "atelier_polling_open 1"] {
        assert!(metrics.lines().any(|each| each == line), "{metrics}");
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_is_given_again() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut caller = Caller::opens(&nadia).await;
    let lost = caller.polls(0).await.is(StatusCode::OK);
    caller.visits(&workshop.id).await;
    let again = caller.polls(0).await.is(StatusCode::OK);
    assert_eq!(again.body, lost.body);
    let more = caller.polls(1).await.is(StatusCode::OK);
    assert_ne!(more.body, lost.body);
    let confirmed = caller.polls(0).await;
    confirmed.refused(StatusCode::BAD_REQUEST, "bad_request");
}

#[tokio::test]
async fn a_post_that_is_repeated_counts_once() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut caller = Caller::opens(&nadia).await;
    caller.hears("peer").await;
    let visit = caller::framed(&[caller::visit(&workshop.id)]);
    for _ in 0..2 {
        caller
            .posts(1, visit.clone())
            .await
            .is(StatusCode::NO_CONTENT);
    }
    caller
        .posts(3, visit.clone())
        .await
        .refused(StatusCode::BAD_REQUEST, "bad_request");
    let unknown = caller::framed(&[caller::request("nonsense")]);
    caller.posts(2, unknown).await.is(StatusCode::NO_CONTENT);
    caller.hears("doc-unavailable").await;
    let shown = caller
        .heard
        .iter()
        .filter(|each| each["type"] == "atelier-space");
    assert_eq!(shown.count(), 1);
}

#[tokio::test]
async fn nobody_else_has_anything_from_its_id() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let caller = Caller::opens(&nadia).await;
    let member = house.device();
    member.joins(&workshop.participant, "Alice").await;
    let nobody = house.device();
    for (method, path) in caller.paths() {
        let refused = caller::asks(&nobody, method.clone(), &path).await;
        refused.refused(StatusCode::UNAUTHORIZED, "unauthorized");
        caller::asks(&member, method, &path).await.not_found();
    }
    let nonsense = caller::asks(&nadia, Method::POST, "/api/sync/nonsense/poll?after=0");
    nonsense.await.not_found();
    caller.polls(0).await.is(StatusCode::OK);
}

#[tokio::test]
async fn only_somebody_of_a_space_opens_one() {
    let house = House::local();
    let refused = house.device().sends_file("/api/sync", caller::join()).await;
    refused.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    assert_eq!(house.app.polled.open_count(), 0);
}

#[tokio::test]
async fn a_page_of_another_site_neither_opens_nor_uses_one() {
    let house = House::public(OURS);
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let caller = Caller::opens(&nadia).await;
    let opening = (Method::POST, "/api/sync".to_owned());
    for (method, path) in caller.paths().into_iter().chain([opening]) {
        let evil = [("origin", "https://evil.example")];
        let answer = nadia.asks_with(method, &path, Value::Null, &evil).await;
        answer.refused(StatusCode::FORBIDDEN, "foreign_origin");
    }
}

#[tokio::test]
async fn a_program_polls_with_its_token() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let tokens = format!("/api/spaces/{}/tokens", workshop.id);
    let made = nadia
        .posts(&tokens, json!({"name": "Script", "scope": "read"}))
        .await;
    let shown = format!("Bearer {}", made.text_at("/secret"));
    let shown = [("authorization", shown.as_str())];
    let program = house.device();
    let opened = program
        .sends(Method::POST, "/api/sync", caller::join().into(), &shown)
        .await
        .is(StatusCode::CREATED);
    let path = format!("/api/sync/{}/poll?after=0", opened.text_at("/connection"));
    let asked = program.asks_with(Method::POST, &path, Value::Null, &shown);
    asked.await.is(StatusCode::OK);
    let id = made.text_at("/token/id");
    nadia.deletes(&format!("{tokens}/{id}")).await;
    let path = path.replace("after=0", "after=1");
    let asked = program.asks_with(Method::POST, &path, Value::Null, &shown);
    let status = asked.await.status;
    assert!(status.is_client_error(), "{status}");
}

#[tokio::test]
async fn what_is_no_greeting_opens_nothing() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let too_long = vec![0; GREETING_BYTES_MAX + 1];
    let answer = nadia.sends_file("/api/sync", too_long).await;
    answer.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    for body in [Vec::new(), vec![0xff], caller::request("nonsense")] {
        let answer = nadia.sends_file("/api/sync", body).await;
        answer.refused(StatusCode::BAD_REQUEST, "bad_request");
    }
    assert_eq!(house.app.polled.open_count(), 0);
}

#[tokio::test]
async fn what_is_no_messages_is_refused_and_the_connection_goes_on() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let caller = Caller::opens(&nadia).await;
    let cut = caller.posts(1, vec![0, 0, 0, 9, 1]).await;
    cut.refused(StatusCode::BAD_REQUEST, "bad_request");
    let long = caller.posts(1, vec![0; POSTED_BYTES_MAX + 1]).await;
    long.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    let empty = caller.posts(1, Vec::new()).await;
    empty.is(StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_session_holds_no_more_than_sockets() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let mut open = Vec::new();
    for _ in 0..SOCKETS_PER_SESSION_MAX {
        open.push(Caller::opens(&nadia).await);
    }
    let more = nadia.sends_file("/api/sync", caller::join()).await;
    more.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    assert_eq!(house.app.live.sockets_open(), SOCKETS_PER_SESSION_MAX);
    open[0].leaves().await;
    caller::until(|| house.app.live.sockets_open() < SOCKETS_PER_SESSION_MAX).await;
    Caller::opens(&nadia).await;
}

#[tokio::test]
async fn whoever_leaves_is_away_at_once() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut caller = Caller::opens(&nadia).await;
    caller.visits(&workshop.id).await;
    assert_eq!(house.app.live.people_present(), 1);
    caller.leaves().await;
    caller::until(|| house.app.live.people_present() == 0).await;
    caller::until(|| house.app.polled.open_count() == 0).await;
    caller.polls(0).await.not_found();
}

#[tokio::test]
async fn who_sends_nonsense_without_end_is_sent_away() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let caller = Caller::opens(&nadia).await;
    let nonsense = caller::framed(&vec![vec![0xff]; 1_000]);
    let mut last = StatusCode::NO_CONTENT;
    for number in 1..=4 {
        last = caller.posts(number, nonsense.clone()).await.status;
    }
    assert!(last.is_client_error(), "{last}");
    caller::until(|| house.app.polled.open_count() == 0).await;
}

#[tokio::test]
async fn a_poll_that_waits_hears_of_the_stop_and_of_the_end_of_the_session() {
    let house = House::local();
    let nadia = house.device();
    nadia.makes_workshop("Lilas").await;
    let mut caller = Caller::opens(&nadia).await;
    caller.hears("peer").await;
    let (answer, ()) = tokio::join!(caller.polls(1), async { house.app.live.close() });
    answer.not_found();
    let mut caller = Caller::opens(&nadia).await;
    caller.hears("peer").await;
    let path = caller.poll_path(1);
    let (answer, gone) = tokio::join!(
        caller::asks(&nadia, Method::POST, &path),
        nadia.deletes("/api/me")
    );
    gone.is(StatusCode::NO_CONTENT);
    answer.refused(StatusCode::UNAUTHORIZED, "unauthorized");
}
