//! A document that cannot be opened from the disk: said to be damaged, never missing and never empty.

use automerge::transaction::CommitOptions;
use automerge::{Automerge, Change};
use axum::http::{Method, StatusCode};
use serde_json::Value;
use store::{Append, DocumentId};

use crate::house::House;

/// A change without operations, above its place: what is saved with it does not load.
fn poison(document: &Automerge) -> Change {
    let mut copy = document.fork();
    copy.empty_commit(CommitOptions::default());
    let change = copy.get_last_local_change().expect("it was just made");
    let mut change = change.decode();
    change.deps.clear();
    change.hash = None;
    Change::from(change)
}

/// Puts the poison on the disk, behind the back of the rooms.
async fn poisons(house: &House, pad: &str) {
    let id: DocumentId = pad.parse().expect("an id");
    let stored = house.app.store.load_document(id).await;
    let stored = stored.expect("the store is open").expect("it is there");
    let rows = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
    let mut document = crdt::open::open(rows).expect("it opens");
    let poison = poison(&document);
    document
        .apply_changes([poison.clone()])
        .expect("it applies");
    let append = Append {
        document: id,
        bytes: poison.raw_bytes().to_vec(),
        heads: document.get_heads().iter().map(|head| head.0).collect(),
        actors: Vec::new(),
    };
    let written = house.app.store.append(append).await;
    written.expect("it is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_does_not_load_again_is_damaged_in_both_languages() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let other = nadia.makes_pad(&workshop.id, "Autres notes").await;
    poisons(&house, &pad).await;
    for (language, words) in [
        ("fr", "abîmé sur le disque du serveur"),
        ("en", "damaged on the server’s disk"),
    ] {
        let path = format!("/api/documents/{pad}.md");
        let headers = [("accept-language", language)];
        let answer = nadia
            .asks_with(Method::GET, &path, Value::Null, &headers)
            .await
            .refused(StatusCode::INTERNAL_SERVER_ERROR, "damaged");
        assert!(answer.message().contains(words), "{}", answer.message());
    }
    let sound = nadia.gets(&format!("/api/documents/{other}.md")).await;
    sound.is(StatusCode::OK);
    let metrics = nadia.gets("/metrics").await.text();
    assert!(metrics.contains("atelier_documents_damaged_total "));
    assert!(!metrics.contains("atelier_documents_damaged_total 0"));
}
