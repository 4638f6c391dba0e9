//! Documents that are deleted for good: by whom, what goes with them, what the others are told.

use axum::http::StatusCode;
use serde_json::{Value, json};
use store::limits::{BYTES_PER_SPACE_MAX, DOCUMENTS_PER_SPACE_MAX};

use crate::house::{Device, House};

impl Device {
    /// Puts a document away.
    pub async fn puts_away(&self, document: &str) {
        let path = format!("/api/documents/{document}");
        let away = self.patches(&path, json!({"archived": true})).await;
        away.is(StatusCode::OK);
    }

    /// Deletes a document that was put away.
    pub async fn deletes_document(&self, document: &str) {
        let path = format!("/api/documents/{document}");
        self.deletes(&path).await.is(StatusCode::NO_CONTENT);
    }

    async fn usage(&self, space: &str) -> Value {
        let path = format!("/api/spaces/{space}/usage");
        self.gets(&path).await.is(StatusCode::OK).json()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_in_use_is_put_away_before_it_is_deleted() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let path = format!("/api/documents/{pad}");
    let early = nadia.deletes(&path).await;
    let early = early.refused(StatusCode::CONFLICT, "conflict");
    assert!(early.message().contains("Rangez-le d’abord"));
    nadia.puts_away(&pad).await;
    nadia.deletes_document(&pad).await;
    nadia.gets(&format!("{path}.md")).await.not_found();
    nadia.deletes(&path).await.not_found();
    let seen = nadia.sees(&workshop.id).await;
    assert_eq!(seen["documents"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_the_space_are_told_who_deleted_a_document_and_nobody_else_is() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Lise").await;
    let stranger = house.device();
    stranger.makes_workshop("Ailleurs").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let path = format!("/api/documents/{pad}/deletion");
    nadia.gets(&path).await.not_found();
    nadia.puts_away(&pad).await;
    nadia.deletes_document(&pad).await;
    let told = reader.gets(&path).await.is(StatusCode::OK).json();
    assert_eq!(told["by"], nadia.own_id(&workshop.id).await);
    assert!(told["at"].as_u64().is_some_and(|at| at > 0));
    let forbidden = stranger.gets(&path).await.not_found();
    let nothing = store::DocumentId::random();
    let unknown = format!("/api/documents/{nothing}/deletion");
    assert_eq!(forbidden, stranger.gets(&unknown).await);
    let nobody = house.device().gets(&path).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_members_of_a_structure_delete_its_documents_and_its_workshop_does_not() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let lea = house.device();
    lea.joins(&workshop.participant, "Léa").await;
    let made = lea.makes_structure(Some(&workshop)).await;
    lea.puts_away(&made.document).await;
    let path = format!("/api/documents/{}", made.document);
    nadia.deletes(&path).await.not_found();
    lea.deletes_document(&made.document).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_with_their_plan_and_an_open_round_with_its_vote() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let attach = format!("/api/kanbans/{}/attachments?name=a.txt", made.document);
    let file = lea.sends_file(&attach, b"x".to_vec()).await.text_at("/url");
    let body = json!({"kind": "vote", "title": "Briques"});
    let path = format!("/api/spaces/{}/documents", made.id);
    let vote = lea.posts(&path, body).await.text_at("/id");
    let rounds = format!("/api/votes/{vote}/rounds");
    let round = lea.posts(&rounds, json!({"seconds": 3600})).await;
    let round = round.text_at("/round");
    let open = format!("{rounds}/{round}/open");
    lea.posts(&open, Value::Null).await.is(StatusCode::OK);
    let usage = lea.usage(&made.id).await;
    assert_eq!(usage["each"][0]["files"], 1);
    assert_eq!(usage["each"][1]["rounds"], 1);
    for document in [&made.document, &vote] {
        lea.puts_away(document).await;
        lea.deletes_document(document).await;
    }
    lea.gets(&file).await.not_found();
    lea.gets(&format!("{rounds}/{round}")).await.not_found();
    let usage = lea.usage(&made.id).await;
    assert_eq!(
        (&usage["bytes"]["used"], &usage["largest"]),
        (&json!(0), &json!([]))
    );
    let late = house.app.store.next_overdue().await.expect("read");
    assert_eq!(late, None, "nothing is left to close");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_holds_nothing_of_what_was_deleted() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let pad = lea.makes_pad(&made.id, "Unmistakable").await;
    let attach = format!("/api/kanbans/{}/attachments?name=a.txt", made.document);
    let secret = b"Unforgettable".to_vec();
    let file = lea.sends_file(&attach, secret).await.text_at("/url");
    let archive = async || {
        let taken = lea.gets(&format!("/api/spaces/{}/archive", made.id)).await;
        taken.is(StatusCode::OK).body
    };
    let names = |bytes: &[u8]| {
        let words: [&[u8]; 3] = [pad.as_bytes(), b"Unmistakable", b"Unforgettable"];
        words.map(|word| bytes.windows(word.len()).any(|part| part == word))
    };
    assert_eq!(names(&archive().await), [true; 3]);
    lea.puts_away(&pad).await;
    lea.deletes_document(&pad).await;
    lea.deletes(&file).await.is(StatusCode::NO_CONTENT);
    let left = archive().await;
    assert_eq!(names(&left), [false; 3]);
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let arrived = zoe.sends_file("/api/structures/archive", left).await;
    let arrived = arrived.is(StatusCode::CREATED).text_at("/id");
    let documents = zoe.sees(&arrived).await["documents"].clone();
    assert_eq!(documents.as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_says_what_it_holds_beside_what_it_may_hold() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let attach = format!("/api/kanbans/{}/attachments?name=a.txt", made.document);
    lea.sends_file(&attach, vec![7; 1_000]).await;
    lea.sends_file(&attach, vec![7; 3_000]).await;
    let usage = lea.usage(&made.id).await;
    assert_eq!(
        usage["documents"],
        json!({"used": 1, "max": DOCUMENTS_PER_SPACE_MAX})
    );
    assert_eq!(usage["fileBytes"]["used"], 4_000);
    assert_eq!(usage["bytes"]["max"], BYTES_PER_SPACE_MAX);
    let plan = &usage["each"][0];
    let total = plan["bytes"].as_u64().expect("a number") + 4_000;
    assert_eq!(usage["bytes"]["used"], total);
    let largest = &usage["largest"][0];
    assert_eq!(
        (&largest["name"], &largest["bytes"]),
        (&json!("a.txt"), &json!(3_000))
    );
    assert_eq!(largest["document"], made.document);
    assert_eq!(largest["by"], lea.own_id(&made.id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_full_of_documents_says_which_to_delete() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let path = format!("/api/spaces/{}/documents", workshop.id);
    let asked = json!({"kind": "pad", "title": "Notes"});
    for _ in 0..DOCUMENTS_PER_SPACE_MAX {
        let made = nadia.posts(&path, asked.clone()).await;
        made.is(StatusCode::CREATED);
    }
    let full = nadia.posts(&path, asked.clone()).await;
    let full = full.refused(StatusCode::CONFLICT, "conflict");
    assert!(full.message().contains("500 documents"));
    assert!(full.message().contains("documents rangés"));
    let seen = nadia.sees(&workshop.id).await;
    let first = seen["documents"][0]["id"].as_str().expect("an id");
    nadia.puts_away(first).await;
    let still = nadia.posts(&path, asked.clone()).await;
    still.refused(StatusCode::CONFLICT, "conflict");
    nadia.deletes_document(first).await;
    nadia.posts(&path, asked).await.is(StatusCode::CREATED);
}
