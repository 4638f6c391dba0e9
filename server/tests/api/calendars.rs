//! The days of a plan in other calendars: at an address that needs no session and can be ended.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::house::{Device, House};

const TABLE: &str = "Titre;Description;Échéance\nUn devis;Confidentiel;2026-12-01\nUne salle;;\n";

impl Device {
    async fn makes_calendar(&self, kanban: &str) -> String {
        let path = format!("/api/kanbans/{kanban}/calendar");
        let made = self.puts(&path, Value::Null).await;
        made.is(StatusCode::OK).text_at("/url")
    }
}

/// The path of an address of this server.
fn path(url: &str) -> &str {
    url.strip_prefix("https://atelier.example.org")
        .expect("our own address")
}

async fn with_days(house: &House) -> (Device, String, String) {
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let body = json!({"text": TABLE, "people": {}, "apply": true});
    lea.posts(&format!("/api/kanbans/{}/imports", made.document), body)
        .await
        .is(StatusCode::OK);
    (lea, made.id, made.document)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_reads_the_days_without_a_session() {
    let house = House::public("https://atelier.example.org");
    let (lea, space, kanban) = with_days(&house).await;
    let url = lea.makes_calendar(&kanban).await;
    let phone = house.device();
    let events = phone.gets(path(&url)).await.is(StatusCode::OK);
    assert_eq!(
        events.header("content-type"),
        "text/calendar; charset=utf-8"
    );
    let text = events.text().replace("\r\n ", "");
    assert!(
        text.contains("SUMMARY:Un devis\r\n") && text.contains("DTSTART;VALUE=DATE:20261201\r\n")
    );
    assert!(text.contains(&format!(
        "URL:https://atelier.example.org/w/{space}/{kanban}?card="
    )));
    assert!(!text.contains("Confidentiel") && !text.contains("Une salle"));
    assert_eq!(
        phone.gets(path(&url)).await.text(),
        events.text(),
        "it changes only when the plan does"
    );
    let tasks = phone.gets(&format!("{}?as=tasks", path(&url))).await.text();
    assert!(tasks.contains("BEGIN:VTODO\r\n") && tasks.contains("DUE;VALUE=DATE:20261201\r\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_shown_again_changed_and_ended() {
    let house = House::public("https://atelier.example.org");
    let (lea, _, kanban) = with_days(&house).await;
    let of_kanban = format!("/api/kanbans/{kanban}/calendar");
    assert_eq!(lea.gets(&of_kanban).await.json(), json!({"url": null}));
    let first = lea.makes_calendar(&kanban).await;
    assert_eq!(lea.gets(&of_kanban).await.json(), json!({"url": first}));
    let second = lea.makes_calendar(&kanban).await;
    lea.gets(path(&first)).await.not_found();
    lea.gets(path(&second)).await.is(StatusCode::OK);
    lea.deletes(&of_kanban).await.is(StatusCode::NO_CONTENT);
    lea.gets(path(&second)).await.not_found();
    assert_eq!(lea.gets(&of_kanban).await.json(), json!({"url": null}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kanban_that_is_put_away_shows_nothing() {
    let house = House::public("https://atelier.example.org");
    let (lea, _, kanban) = with_days(&house).await;
    let url = lea.makes_calendar(&kanban).await;
    let away = json!({"archived": true});
    lea.patches(&format!("/api/documents/{kanban}"), away)
        .await
        .is(StatusCode::OK);
    lea.gets(path(&url)).await.not_found();
    for wrong in [
        "/api/calendars/x.ics",
        "/api/calendars/1111111111111111",
        "/api/calendars/.ics",
    ] {
        lea.gets(wrong).await.not_found();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_ends_with_the_person_who_made_it_and_with_nobody_else() {
    let house = House::public("https://atelier.example.org");
    let (lea, space, kanban) = with_days(&house).await;
    let marc = house.device();
    let link = format!("/api/spaces/{space}/links/participant");
    let link = lea.posts(&link, Value::Null).await.is(StatusCode::OK);
    let id = marc.joins(&link.text_at("/link"), "Marc").await;
    let (hers, his) = (
        lea.makes_calendar(&kanban).await,
        marc.makes_calendar(&kanban).await,
    );
    assert_ne!(hers, his);
    let phone = house.device();
    for url in [&hers, &his] {
        phone.gets(path(url)).await.is(StatusCode::OK);
    }
    let person = format!("/api/spaces/{space}/people/{id}");
    lea.deletes(&person).await.is(StatusCode::NO_CONTENT);
    phone.gets(path(&his)).await.not_found();
    phone.gets(path(&hers)).await.is(StatusCode::OK);
}
