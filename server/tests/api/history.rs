//! The past of a document: sittings, versions, stars.

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, Automerge, ROOT, ReadDoc};
use axum::http::StatusCode;
use serde_json::{Value, json};
use store::{Append, DocumentId};

use crate::house::{Device, House, Workshop};

/// A pad in which two people wrote: `deux` after `un `.
struct Scene {
    house: House,
    nadia: Device,
    workshop: Workshop,
    pad: String,
    nadia_id: String,
    bob_id: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let pad = nadia.makes_pad(&workshop.id, "Notes").await;
        let nadia_id = nadia.own_id(&workshop.id).await;
        let bob_id = house.device().joins(&workshop.participant, "Bob").await;
        let scene = Self {
            house,
            nadia,
            workshop,
            pad,
            nadia_id,
            bob_id,
        };
        scene.writes(1, &scene.nadia_id, "un ", 1_700_000_000).await;
        scene.writes(2, &scene.bob_id, "deux", 1_700_000_600).await;
        scene
    }

    /// As a browser would, before anybody opens the pad.
    async fn writes(&self, actor: u8, who: &str, text: &str, at_s: i64) {
        let store = &self.house.app.store;
        let id: DocumentId = self.pad.parse().expect("an id");
        let stored = store.load_document(id).await.expect("stored");
        let stored = stored.expect("a document");
        let chunks = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
        let mut pad: Automerge = crdt::open::open(chunks).expect("whole");
        pad.set_actor(ActorId::from([actor; 16]));
        let (_, body) = pad.get(ROOT, "body").expect("read").expect("a body");
        let end = pad.length(&body);
        let mut edit = pad.transaction();
        edit.splice_text(&body, end, 0, text).expect("written");
        edit.commit_with(CommitOptions::default().with_time(at_s));
        let change = pad.get_last_local_change().expect("a change");
        let append = Append {
            document: id,
            bytes: change.raw_bytes().to_vec(),
            heads: pad.get_heads().iter().map(|head| head.0).collect(),
            actors: vec![(vec![actor; 16], who.parse().expect("a participant"))],
        };
        store.append(append).await.expect("kept");
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/documents/{}{rest}", self.pad)
    }

    async fn history(&self) -> Value {
        let answer = self.nadia.gets(&self.path("/history")).await;
        answer.is(StatusCode::OK).json()
    }

    async fn reader(&self) -> Device {
        let reader = self.house.device();
        reader.joins(&self.workshop.reader, "Rosa").await;
        reader
    }

    /// The heads when only Nadia had written.
    async fn heads_before_bob(&self) -> String {
        self.history().await["sittings"][1]["heads"][0]
            .as_str()
            .expect("a head")
            .to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_says_who_wrote_when_and_how_much() {
    let scene = Scene::new().await;
    let seen = scene.history().await;
    assert_eq!((&seen["steps"], &seen["next"]), (&json!(3), &Value::Null));
    let sittings = seen["sittings"].as_array().expect("sittings");
    assert_eq!(sittings.len(), 3);
    assert_eq!(sittings[0]["ended"], json!(1_700_000_600_000_u64));
    assert_eq!(
        sittings[0]["by"],
        json!([{"participant": scene.bob_id, "added": 4, "removed": 0}])
    );
    assert_eq!(sittings[1]["by"][0]["participant"], scene.nadia_id);
    assert_eq!(sittings[0]["heads"], seen["heads"]);
    // What the server made has no author and no time.
    assert_eq!(sittings[2]["by"][0]["participant"], Value::Null);
    assert_eq!(sittings[2]["began"], Value::Null);
    let page = scene.nadia.gets(&scene.path("/history?before=2")).await;
    let page = page.is(StatusCode::OK).json();
    assert_eq!(page["sittings"][0], sittings[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_version_is_written_as_every_file_of_a_pad() {
    let scene = Scene::new().await;
    let heads = scene.heads_before_bob().await;
    let reader = scene.reader().await;
    for format in ["md", "txt", "html", "json"] {
        let path = scene.path(&format!(".{format}?at={heads}"));
        let then = reader.gets(&path).await.is(StatusCode::OK).text();
        assert!(then.contains("un") && !then.contains("deux"), "{then}");
        let now = reader.gets(&scene.path(&format!(".{format}"))).await;
        assert!(now.text().contains("deux"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_says_its_text_its_authors_and_what_changed() {
    let scene = Scene::new().await;
    let before = scene.heads_before_bob().await;
    let path = format!("/api/pads/{}/version", scene.pad);
    let now = scene.nadia.gets(&format!("{path}?since={before}")).await;
    let now = now.is(StatusCode::OK).json();
    assert_eq!(now["spans"][1], json!({"type": "text", "value": "un deux"}));
    assert_eq!(
        now["authors"],
        json!([
            {"units": 1, "participant": null},
            {"units": 3, "participant": scene.nadia_id},
            {"units": 4, "participant": scene.bob_id},
        ])
    );
    assert_eq!(
        (&now["added"], &now["removed"]),
        (&json!([[4, 8]]), &json!([]))
    );
    assert_eq!(
        (&now["step"], &now["participant"]),
        (&json!(3), &json!(scene.bob_id))
    );
    let then = scene.nadia.gets(&format!("{path}?step=2")).await.json();
    assert_eq!(then["spans"][1]["value"], "un ");
    assert_eq!(then["heads"], json!([before]));
    let same = scene.nadia.gets(&format!("{path}?at={before}")).await;
    assert_eq!(same.json()["spans"], then["spans"]);
    // What is written later is seen at once, and earlier heads stay good.
    scene.writes(2, &scene.bob_id, "!", 1_700_000_700).await;
    scene.house.app.rooms.close().await;
    let later = scene.nadia.gets(&path).await.json();
    assert_eq!(later["spans"][1]["value"], "un deux!");
    let first = scene.nadia.gets(&format!("{path}?step=0")).await.json();
    assert_eq!(first["step"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn heads_that_are_no_version_are_refused_in_plain_words() {
    let scene = Scene::new().await;
    let unknown = "ab".repeat(32);
    let version = format!("/api/pads/{}/version", scene.pad);
    for path in [
        scene.path(&format!(".md?at={unknown}")),
        scene.path(".md?at=x"),
        scene.path(".md?at="),
        format!("{version}?at={unknown}"),
        format!("{version}?at=x"),
        format!("{version}?since={unknown}"),
    ] {
        let answer = scene.nadia.gets(&path).await;
        answer.refused(StatusCode::NOT_FOUND, "unknown_version");
    }
    let body = json!({"label": "Midi", "heads": [unknown]});
    let given = scene.nadia.posts(&scene.path("/stars"), body).await;
    given.refused(StatusCode::NOT_FOUND, "unknown_version");
}

#[tokio::test(flavor = "multi_thread")]
async fn stars_are_given_named_and_taken_away_by_who_may_write() {
    let scene = Scene::new().await;
    let stars = scene.path("/stars");
    let before = scene.heads_before_bob().await;
    let body = json!({"label": " Midi ", "heads": [before]});
    let given = scene
        .nadia
        .posts(&stars, body)
        .await
        .is(StatusCode::CREATED);
    let star = format!("{stars}/{}", given.text_at("/id"));
    let now = scene.nadia.posts(&stars, json!({"label": ""})).await;
    let now = now.is(StatusCode::CREATED).json();
    assert_eq!((&now["step"], &now["label"]), (&json!(3), &json!("")));
    let reader = scene.reader().await;
    let seen = reader.gets(&stars).await.is(StatusCode::OK).json();
    assert_eq!(seen["stars"][0]["label"], "Midi");
    assert_eq!(seen["stars"][0]["step"], 2);
    assert_eq!(seen["stars"][0]["participant"], scene.nadia_id);
    reader
        .patches(&star, json!({"label": "À moi"}))
        .await
        .not_found();
    reader.deletes(&star).await.not_found();
    let named = scene.nadia.patches(&star, json!({"label": "Matin"})).await;
    named.is(StatusCode::NO_CONTENT);
    let long = json!({"label": "é".repeat(201)});
    let long = scene.nadia.patches(&star, long).await;
    long.refused(StatusCode::BAD_REQUEST, "bad_request");
    let seen = reader.gets(&stars).await.json();
    assert_eq!(seen["stars"][0]["label"], "Matin");
    scene.nadia.deletes(&star).await.is(StatusCode::NO_CONTENT);
    scene.nadia.deletes(&star).await.not_found();
    assert_eq!(reader.gets(&stars).await.json()["stars"][0]["label"], "");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_open_to_readers_and_to_nobody_from_elsewhere() {
    let scene = Scene::new().await;
    let reader = scene.reader().await;
    let nobody = scene.house.device();
    let stranger = scene.house.device();
    stranger.makes_workshop("Ailleurs").await;
    let board = scene.nadia.makes_board(&scene.workshop.id).await;
    for path in [
        scene.path("/history"),
        scene.path("/stars"),
        format!("/api/pads/{}/version", scene.pad),
        format!("/api/documents/{board}/history"),
    ] {
        reader.gets(&path).await.is(StatusCode::OK);
        stranger.gets(&path).await.not_found();
        let refused = nobody.gets(&path).await;
        refused.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    }
    let other_kind = format!("/api/pads/{board}/version");
    scene.nadia.gets(&other_kind).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_may_ask_about_a_few_actors_alone() {
    let scene = Scene::new().await;
    let bob = "02".repeat(16);
    let path = scene.path(&format!("/authors?actors={bob},{}", "0f".repeat(16)));
    let seen = scene.nadia.gets(&path).await.is(StatusCode::OK).json();
    assert_eq!(seen, json!({ "authors": { bob: scene.bob_id } }));
}
