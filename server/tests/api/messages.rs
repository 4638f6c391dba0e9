//! What people say to each other: kept, told, bounded, taken back, and closed by who facilitates.

use std::io::{Cursor, Read};

use axum::http::StatusCode;
use serde_json::{Value, json};
use zip::ZipArchive;

use crate::caller::Caller;
use crate::house::{Answer, Device, House, Workshop};

struct Scene {
    house: House,
    nadia: Device,
    workshop: Workshop,
    pad: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let pad = nadia.makes_pad(&workshop.id, "Notes").await;
        Self {
            house,
            nadia,
            workshop,
            pad,
        }
    }

    fn path(&self) -> String {
        format!("/api/spaces/{}/messages", self.workshop.id)
    }

    async fn says(&self, who: &Device, body: &str) -> Answer {
        who.posts(&self.path(), json!({"body": body})).await
    }

    async fn reads(&self, query: &str) -> Vec<String> {
        let answer = self.nadia.gets(&format!("{}{query}", self.path())).await;
        let seen = answer.is(StatusCode::OK).json();
        let messages = seen["messages"].as_array().expect("messages");
        let body = |message: &Value| message["body"].as_str().expect("a text").to_owned();
        messages.iter().map(body).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_is_told_to_everybody_and_stays_where_it_was_said() {
    let scene = Scene::new().await;
    let bob = scene.house.device();
    bob.joins(&scene.workshop.participant, "Bob").await;
    let mut caller = Caller::opens(&scene.nadia).await;
    caller.visits(&scene.workshop.id).await;
    caller.hears("atelier-space").await;
    let said = scene.says(&bob, " Bonjour\r\nà tous\u{7} ").await;
    let said = said.is(StatusCode::CREATED).json();
    assert_eq!(said["body"], "Bonjour\nà tous");
    let told = caller.hears("atelier-chat").await;
    assert_eq!(told["news"], json!({"type": "said", "message": said}));
    let beside = json!({"body": "Ici", "document": scene.pad});
    bob.posts(&scene.path(), beside)
        .await
        .is(StatusCode::CREATED);
    assert_eq!(scene.reads("").await, ["Bonjour\nà tous"]);
    let query = format!("?document={}", scene.pad);
    assert_eq!(scene.reads(&query).await, ["Ici"]);
    let elsewhere = scene.house.device();
    let other = elsewhere.makes_workshop("Ailleurs").await;
    let pad = elsewhere.makes_pad(&other.id, "À nous").await;
    let wrong = json!({"body": "Ici", "document": pad});
    bob.posts(&scene.path(), wrong).await.not_found();
    elsewhere.gets(&scene.path()).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn earlier_messages_come_page_by_page() {
    let scene = Scene::new().await;
    for number in 0..101 {
        let said = scene.says(&scene.nadia, &number.to_string()).await;
        said.is(StatusCode::CREATED);
    }
    let seen = scene.nadia.gets(&scene.path()).await.json();
    assert_eq!(seen["more"], true);
    assert_eq!(seen["messages"][0]["body"], "1");
    let before = &seen["messages"][0]["number"];
    assert_eq!(scene.reads(&format!("?before={before}")).await, ["0"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_long_nothing_at_all_and_too_much_are_refused_in_words() {
    let scene = Scene::new().await;
    let long = scene.says(&scene.nadia, &"a".repeat(2_001)).await;
    let long = long.refused(StatusCode::BAD_REQUEST, "bad_request");
    assert!(long.message().contains("2000"));
    let empty = scene.says(&scene.nadia, " \n ").await;
    let empty = empty.refused(StatusCode::BAD_REQUEST, "bad_request");
    assert!(empty.message().contains("rien"));
    for _ in 0..298 {
        scene
            .says(&scene.nadia, "encore")
            .await
            .is(StatusCode::CREATED);
    }
    let much = scene.says(&scene.nadia, "encore").await;
    much.refused(StatusCode::TOO_MANY_REQUESTS, "rate_limited");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_taken_back_and_the_others_are_told() {
    let scene = Scene::new().await;
    let bob = scene.house.device();
    bob.joins(&scene.workshop.participant, "Bob").await;
    let own = scene.says(&bob, "Oups").await.text_at("/id");
    let hers = scene.says(&scene.nadia, "Bonjour").await.text_at("/id");
    let mut caller = Caller::opens(&scene.nadia).await;
    caller.visits(&scene.workshop.id).await;
    caller.hears("atelier-space").await;
    let path = |id: &str| format!("{}/{id}", scene.path());
    bob.deletes(&path(&hers)).await.not_found();
    bob.deletes(&path(&own)).await.is(StatusCode::NO_CONTENT);
    let told = caller.hears("atelier-chat").await;
    assert_eq!(told["news"], json!({"type": "unsaid", "message": own}));
    bob.deletes(&path(&own)).await.not_found();
    assert_eq!(scene.reads("").await, ["Bonjour"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_given_once_whatever_is_taken_back() {
    let scene = Scene::new().await;
    let first = scene.says(&scene.nadia, "Oups").await.json();
    let path = format!("{}/{}", scene.path(), first["id"].as_str().expect("an id"));
    scene.nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    let second = scene.says(&scene.nadia, "Bonjour").await.json();
    assert!(second["number"].as_u64() > first["number"].as_u64());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_facilitates_takes_back_what_anybody_said() {
    let scene = Scene::new().await;
    let bob = scene.house.device();
    bob.joins(&scene.workshop.participant, "Bob").await;
    let his = scene.says(&bob, "Du vent").await.text_at("/id");
    let path = format!("{}/{his}", scene.path());
    scene.nadia.deletes(&path).await.is(StatusCode::NO_CONTENT);
    assert!(scene.reads("").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_said_goes_with_them() {
    let scene = Scene::new().await;
    let bob = scene.house.device();
    let who = bob.joins(&scene.workshop.participant, "Bob").await;
    scene.says(&bob, "Je pars").await;
    scene.says(&scene.nadia, "Bon vent").await;
    let mut caller = Caller::opens(&scene.nadia).await;
    caller.visits(&scene.workshop.id).await;
    caller.hears("atelier-space").await;
    let person = format!("/api/spaces/{}/people/{who}", scene.workshop.id);
    bob.deletes(&person).await.is(StatusCode::NO_CONTENT);
    let told = caller.hears("atelier-chat").await;
    assert_eq!(told["news"], json!({"type": "left", "participant": who}));
    assert_eq!(scene.reads("").await, ["Bon vent"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_pad_is_talked_about_and_a_reader_only_listens() {
    let scene = Scene::new().await;
    let [bob, rosa] = [scene.house.device(), scene.house.device()];
    bob.joins(&scene.workshop.participant, "Bob").await;
    rosa.joins(&scene.workshop.reader, "Rosa").await;
    let lock = json!({"locked": true});
    let locked = format!("/api/documents/{}", scene.pad);
    scene.nadia.patches(&locked, lock).await.is(StatusCode::OK);
    let beside = json!({"body": "Dommage", "document": scene.pad});
    let said = bob.posts(&scene.path(), beside.clone()).await;
    said.is(StatusCode::CREATED);
    rosa.posts(&scene.path(), beside).await.not_found();
    let query = format!("{}?document={}", scene.path(), scene.pad);
    let seen = rosa.gets(&query).await.is(StatusCode::OK).json();
    assert_eq!(seen["messages"][0]["body"], "Dommage");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_is_in_no_file_of_what_is_written() {
    const CANARY: &str = "xyloglotte";
    let scene = Scene::new().await;
    let beside = json!({"body": CANARY, "document": scene.pad});
    let said = scene.nadia.posts(&scene.path(), beside).await;
    said.is(StatusCode::CREATED);
    scene.says(&scene.nadia, CANARY).await;
    let path = format!("/w/{}/{}", scene.workshop.id, scene.pad);
    let page = scene.nadia.gets(&path).await.text().to_owned();
    assert!(page.contains("Notes") && !page.contains(CANARY));
    for format in [
        "md",
        "txt",
        "html",
        "json",
        "automerge",
        "odt",
        "docx",
        "pdf",
    ] {
        let path = format!("/api/documents/{}.{format}", scene.pad);
        let file = scene.nadia.gets(&path).await.is(StatusCode::OK);
        assert!(!holds(&file.body, CANARY), "{format}");
    }
    for format in ["zip", "odt", "docx", "pdf"] {
        let path = format!("/api/spaces/{}/pads.{format}", scene.workshop.id);
        let file = scene.nadia.gets(&path).await.is(StatusCode::OK);
        assert!(!holds(&file.body, CANARY), "{format}");
    }
}

/// Whether a word is in a file, or in a file packed in it.
fn holds(file: &[u8], word: &str) -> bool {
    let is_there = |bytes: &[u8]| {
        bytes
            .windows(word.len())
            .any(|each| each == word.as_bytes())
    };
    let Ok(mut package) = ZipArchive::new(Cursor::new(file)) else {
        return is_there(file);
    };
    (0..package.len()).any(|at| {
        let mut inside = Vec::new();
        let mut part = package.by_index(at).expect("a part");
        part.read_to_end(&mut inside).expect("its bytes");
        holds(&inside, word)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_chat_is_closed_to_everybody_and_keeps_what_was_said() {
    let scene = Scene::new().await;
    scene.says(&scene.nadia, "Bonjour").await;
    let space = format!("/api/spaces/{}", scene.workshop.id);
    let turns = async |chat| {
        let changed = scene.nadia.patches(&space, json!({"chat": chat})).await;
        assert_eq!(changed.is(StatusCode::OK).json()["chat"], chat);
    };
    turns(false).await;
    let late = scene.says(&scene.nadia, "Encore").await;
    late.refused(StatusCode::CONFLICT, "chat_off");
    let seen = scene.nadia.gets(&scene.path()).await;
    seen.refused(StatusCode::CONFLICT, "chat_off");
    turns(true).await;
    assert_eq!(scene.reads("").await, ["Bonjour"]);
}
