//! Reminders by mail, with a mail server of their own: asked for, confirmed, sent, acted upon, ended.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::house::{Device, House};
use crate::sink::{Mail, Sink};

const URL: &str = "https://a.example.org";

/// Somebody in a workshop of a server that sends mail.
struct Scene {
    sink: Sink,
    house: House,
    nadia: Device,
    path: String,
}

impl Scene {
    async fn new() -> Self {
        let sink = Sink::open().await;
        let house = House::mailing(URL, &sink);
        let nadia = house.device();
        let space = nadia.makes_workshop("Lilas").await.id;
        Self {
            sink,
            house,
            nadia,
            path: format!("/api/spaces/{space}/reminders"),
        }
    }

    async fn asks(&self, email: &str) -> Mail {
        let asked = json!({"email": email, "weekday": 2});
        let asked = self.nadia.puts(&self.path, asked).await;
        assert_eq!(asked.is(StatusCode::OK).json()["confirmed"], false);
        self.sink.only()
    }

    async fn state(&self) -> Value {
        let shown = self.nadia.gets(&self.path).await;
        shown.is(StatusCode::OK).json()
    }
}

#[tokio::test]
async fn a_server_without_mail_says_so() {
    let house = House::local();
    let nadia = house.device();
    let space = nadia.makes_workshop("Lilas").await.id;
    assert_eq!(nadia.sees(&space).await["reminders"], false);
    let path = format!("/api/spaces/{space}/reminders");
    let asked = json!({"email": "nadia@example.org", "weekday": 1});
    nadia
        .puts(&path, asked)
        .await
        .refused(StatusCode::CONFLICT, "mail_not_configured");
    let none = json!({"email": null, "weekday": null, "confirmed": false});
    assert_eq!(nadia.gets(&path).await.json(), none);
}

#[tokio::test]
async fn only_whoever_reads_the_mail_confirms_it() {
    let scene = Scene::new().await;
    let mail = scene.asks("nadia@example.org").await;
    assert_eq!(mail.to, "nadia@example.org");
    assert!(
        !mail.text.contains("Lilas") && !mail.text.contains("Nadia"),
        "{}",
        mail.text
    );
    let link = mail.link("Recevoir ces rappels");
    let anybody = scene.house.device();
    let page = anybody.gets(&link).await.is(StatusCode::OK);
    assert!(page.text().contains("<form method=\"post\"><button>"));
    assert!(
        page.header("content-security-policy")
            .contains("default-src 'none'")
    );
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(
        scene.state().await["confirmed"],
        false,
        "opening is not acting"
    );
    anybody.posts(&link, Value::Null).await.is(StatusCode::OK);
    let confirmed = json!({"email": "nadia@example.org", "weekday": 2, "confirmed": true});
    assert_eq!(scene.state().await, confirmed);
}

#[tokio::test]
async fn no_mail_holds_a_name_that_a_request_gave_the_server() {
    let scene = Scene::new().await;
    let asked = json!({"email": "nadia@example.org", "weekday": 2});
    let forged = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
    ];
    let asked = scene
        .nadia
        .asks_with(Method::PUT, &scene.path, asked, &forged);
    asked.await.is(StatusCode::OK);
    let mail = scene.sink.only();
    assert!(mail.text.contains(URL) && !mail.text.contains("evil.example"));
}

#[tokio::test]
async fn another_day_of_the_week_needs_no_mail() {
    let scene = Scene::new().await;
    let link = scene.asks("nadia@example.org").await;
    let link = link.link("Recevoir ces rappels");
    scene
        .nadia
        .posts(&link, Value::Null)
        .await
        .is(StatusCode::OK);
    let asked = json!({"email": "nadia@example.org", "weekday": 5});
    let asked = scene.nadia.puts(&scene.path, asked).await;
    assert_eq!(asked.is(StatusCode::OK).json()["confirmed"], true);
    assert!(scene.sink.empty().is_empty());
}

#[tokio::test]
async fn reminders_end_for_good() {
    let scene = Scene::new().await;
    let link = scene.asks("nadia@example.org").await;
    let link = link.link("Recevoir ces rappels");
    let ended = scene.nadia.deletes(&scene.path).await.is(StatusCode::OK);
    assert!(ended.json()["email"].is_null());
    scene
        .nadia
        .posts(&link, Value::Null)
        .await
        .is(StatusCode::NOT_FOUND);
    assert!(scene.state().await["email"].is_null());
}

#[tokio::test]
async fn an_address_that_cannot_be_written_to_is_not_kept() {
    let scene = Scene::new().await;
    for (email, status, code) in [
        ("nadia", StatusCode::BAD_REQUEST, "bad_request"),
        (
            "a@b.org\r\nRCPT TO:<c@d.org>",
            StatusCode::BAD_REQUEST,
            "bad_request",
        ),
        (
            "nobody@example.org",
            StatusCode::BAD_GATEWAY,
            "mail_not_sent",
        ),
    ] {
        let asked = json!({"email": email, "weekday": 2});
        let asked = scene.nadia.puts(&scene.path, asked).await;
        asked.refused(status, code);
        assert!(scene.state().await["email"].is_null(), "{email:?}");
    }
    let asked = json!({"email": "nadia@example.org", "weekday": 8});
    let asked = scene.nadia.puts(&scene.path, asked).await;
    asked.refused(StatusCode::BAD_REQUEST, "bad_request");
    assert!(scene.sink.empty().is_empty());
}

#[tokio::test]
async fn one_person_does_not_write_to_many_addresses() {
    let scene = Scene::new().await;
    scene.asks("nadia@example.org").await;
    let again = json!({"email": "victime@example.org", "weekday": 2});
    let again = scene.nadia.puts(&scene.path, again).await;
    again.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
    assert!(scene.sink.empty().is_empty());
}

#[tokio::test]
async fn what_is_no_link_of_a_mail_does_nothing() {
    let scene = Scene::new().await;
    for odd in ["x", &"1".repeat(40), &store::Secret::random().reveal()] {
        let path = format!("/mail/{odd}");
        let shown = scene.nadia.gets(&path).await;
        assert_eq!(shown.status, StatusCode::NOT_FOUND);
        assert!(shown.text().contains("Ce lien ne sert plus"));
        let one_click = Body::from("List-Unsubscribe=One-Click");
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let acted = scene.nadia.sends(Method::POST, &path, one_click, &form);
        assert_eq!(acted.await.status, StatusCode::NOT_FOUND);
    }
}
