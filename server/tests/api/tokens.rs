//! Tokens of programs, as their persons keep them and programs show them.

use atelier::request::session::known_token;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::house::{Answer, Device, House, Workshop};

/// A program that shows a token.
struct Program<'a> {
    device: Device,
    shows: String,
    house: &'a House,
}

impl Program<'_> {
    async fn asks(&self, method: Method, path: &str, body: Value) -> Answer {
        let shown = [("authorization", self.shows.as_str())];
        self.device.asks_with(method, path, body, &shown).await
    }

    async fn gets(&self, path: &str) -> Answer {
        self.asks(Method::GET, path, Value::Null).await
    }

    /// Whether its socket is let in.
    async fn is_known(&self) -> bool {
        let token = self.shows.trim_start_matches("Bearer ");
        known_token(&self.house.app, token).await.is_ok()
    }
}

impl House {
    fn program(&self, secret: &str) -> Program<'_> {
        Program {
            device: self.device(),
            shows: format!("Bearer {secret}"),
            house: self,
        }
    }
}

impl Device {
    async fn makes_token(&self, space: &str, scope: &str) -> Value {
        let body = json!({"name": "Sauvegarde", "scope": scope});
        let made = self
            .posts(&format!("/api/spaces/{space}/tokens"), body)
            .await;
        made.is(StatusCode::CREATED).json()
    }
}

fn secret(made: &Value) -> &str {
    made["secret"].as_str().expect("a secret")
}

/// A workshop of Nadia with a pad, and Alice in it.
struct Scene {
    house: House,
    nadia: Device,
    alice: Device,
    workshop: Workshop,
    space: String,
    pad: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let (nadia, alice) = (house.device(), house.device());
        let workshop = nadia.makes_workshop("Lilas").await;
        alice.joins(&workshop.participant, "Alice").await;
        Self {
            pad: nadia.makes_pad(&workshop.id, "Notes").await,
            space: format!("/api/spaces/{}", workshop.id),
            house,
            nadia,
            alice,
            workshop,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_and_writes_for_its_person() {
    let scene = Scene::new().await;
    let made = scene.alice.makes_token(&scene.workshop.id, "write").await;
    let program = scene.house.program(secret(&made));
    let seen = program.gets(&scene.space).await.is(StatusCode::OK).json();
    assert_eq!(
        seen["participant"],
        scene.alice.own_id(&scene.workshop.id).await
    );
    assert_eq!(
        (&seen["role"], &seen["code"]),
        (&json!("participant"), &Value::Null)
    );
    let text = format!("/api/documents/{}.txt", scene.pad);
    program.gets(&text).await.is(StatusCode::OK);
    let documents = format!("{}/documents", scene.space);
    let pad = json!({"kind": "pad", "title": "Du programme"});
    program
        .asks(Method::POST, &documents, pad)
        .await
        .is(StatusCode::CREATED);
    let mine = program.gets("/api/me").await.is(StatusCode::OK).json();
    assert_eq!(mine["spaces"][0]["id"], scene.workshop.id);
    assert_eq!(mine["spaces"].as_array().map(Vec::len), Some(1));
    assert_eq!(program.device.cookie(), "", "it is given no session");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_may_only_read_writes_nothing() {
    let scene = Scene::new().await;
    let made = scene.nadia.makes_token(&scene.workshop.id, "read").await;
    let program = scene.house.program(secret(&made));
    let seen = program.gets(&scene.space).await.json();
    assert_eq!(seen["role"], "reader");
    let documents = format!("{}/documents", scene.space);
    let pad = json!({"kind": "pad", "title": "Non"});
    program
        .asks(Method::POST, &documents, pad)
        .await
        .not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_seen_once_by_its_person_alone_and_revoked() {
    let scene = Scene::new().await;
    let made = scene.alice.makes_token(&scene.workshop.id, "write").await;
    let program = scene.house.program(secret(&made));
    let tokens = format!("{}/tokens", scene.space);
    let listed = scene.alice.gets(&tokens).await.is(StatusCode::OK);
    assert!(!listed.text().contains(secret(&made)));
    let listed = listed.json();
    assert_eq!(
        (&listed[0]["name"], &listed[0]["scope"], &listed[0]["used"]),
        (&json!("Sauvegarde"), &json!("write"), &Value::Null)
    );
    assert!(program.is_known().await);
    assert!(scene.alice.gets(&tokens).await.json()[0]["used"].is_number());
    assert_eq!(scene.nadia.gets(&tokens).await.json(), json!([]));
    let own = format!("{tokens}/{}", made["token"]["id"].as_str().expect("an id"));
    scene.nadia.deletes(&own).await.not_found();
    scene.alice.deletes(&own).await.is(StatusCode::NO_CONTENT);
    scene.alice.deletes(&own).await.not_found();
    program
        .gets(&scene.space)
        .await
        .is(StatusCode::UNAUTHORIZED);
    assert!(!program.is_known().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends_with_its_person() {
    let scene = Scene::new().await;
    let made = scene.alice.makes_token(&scene.workshop.id, "write").await;
    let program = scene.house.program(secret(&made));
    let alice = scene.alice.own_id(&scene.workshop.id).await;
    let person = format!("{}/people/{alice}", scene.space);
    let less = json!({"role": "reader"});
    scene.nadia.patches(&person, less).await.is(StatusCode::OK);
    let seen = program.gets(&scene.space).await.is(StatusCode::OK);
    assert_eq!(seen.json()["role"], "reader");
    scene
        .nadia
        .deletes(&person)
        .await
        .is(StatusCode::NO_CONTENT);
    program
        .gets(&scene.space)
        .await
        .is(StatusCode::UNAUTHORIZED);
    assert!(!program.is_known().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_opens_no_other_space_and_shows_no_session() {
    let scene = Scene::new().await;
    let elsewhere = scene.alice.makes_workshop("Parc").await;
    let made = scene.alice.makes_token(&scene.workshop.id, "write").await;
    let program = scene.house.program(secret(&made));
    let other = format!("/api/spaces/{}", elsewhere.id);
    program.gets(&other).await.not_found();
    let cookie = scene.alice.cookie();
    let session = cookie.split('=').nth(1).expect("a session");
    let shown = scene.house.program(session);
    shown.gets(&scene.space).await.is(StatusCode::UNAUTHORIZED);
    for odd in ["", "x", &"1".repeat(4_000)] {
        let answer = scene.house.program(odd).gets(&scene.space).await;
        answer.is(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_eleventh_token_is_refused_with_a_sentence() {
    let scene = Scene::new().await;
    for _ in 0..10 {
        scene.alice.makes_token(&scene.workshop.id, "read").await;
    }
    let tokens = format!("{}/tokens", scene.space);
    let body = json!({"name": "Une de trop", "scope": "read"});
    let refused = scene.alice.posts(&tokens, body).await;
    let refused = refused.refused(StatusCode::CONFLICT, "conflict");
    assert!(refused.message().contains("dix clés"));
    let nameless = json!({"name": " ", "scope": "read"});
    let refused = scene.nadia.posts(&tokens, nameless).await;
    refused.is(StatusCode::BAD_REQUEST);
}
