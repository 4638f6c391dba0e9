//! What holds for every kind of document there is: made, taken away, guarded, archived, erased.

mod requests;
mod traces;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use crdt::kind::DocumentKind;
use serde_json::{Value, json};

use crate::house::{Device, House};
use requests::requests;
use traces::tables_naming;

/// Makes a document of a kind; its id.
async fn makes(device: &Device, space: &str, kind: DocumentKind, template: Option<&str>) -> String {
    let body = json!({"kind": kind.as_str(), "title": "Essai", "template": template});
    let path = format!("/api/spaces/{space}/documents");
    let made = device.posts(&path, without_nulls(body)).await;
    made.is(StatusCode::CREATED).text_at("/id")
}

fn without_nulls(body: Value) -> Value {
    let Value::Object(fields) = body else {
        return body;
    };
    let there = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(there.collect())
}

/// Every file of a document, by its extension.
async fn files(device: &Device, kind: DocumentKind, id: &str) -> BTreeMap<&'static str, Vec<u8>> {
    let mut files = BTreeMap::new();
    for file in kind.row().files {
        let path = format!("/api/documents/{id}.{}", file.extension);
        let taken = device.gets(&path).await.is(StatusCode::OK);
        assert_eq!(taken.header("content-type"), file.media_type, "{path}");
        files.insert(file.extension, taken.body);
    }
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn each_template_is_made_and_written_as_each_file() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    for kind in DocumentKind::ALL {
        for template in kind.row().templates {
            let id = makes(&nadia, &workshop.id, kind, Some(template.word)).await;
            for (extension, bytes) in files(&nadia, kind, &id).await {
                let may_be_empty = matches!(extension, "md" | "txt");
                assert!(may_be_empty || !bytes.is_empty(), "{kind} {extension}");
            }
        }
        let unknown = makes(&nadia, &workshop.id, kind, None).await;
        let path = format!("/api/documents/{unknown}.exe");
        nadia.gets(&path).await.not_found();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_is_refused_whatever_writes() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Rosa").await;
    for kind in DocumentKind::ALL {
        let id = makes(&nadia, &workshop.id, kind, None).await;
        let path = format!("/api/documents/{id}");
        reader
            .patches(&path, json!({"title": "À moi"}))
            .await
            .not_found();
        for asked in requests(kind, &id) {
            if asked.writes() {
                asked.sent_by(&reader).await.not_found();
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_document_refuses_whatever_writes_of_those_who_do_not_facilitate() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    for kind in DocumentKind::ALL {
        let id = makes(&nadia, &workshop.id, kind, None).await;
        let path = format!("/api/documents/{id}");
        let lock = async |device: &Device, locked| {
            let change = json!({"locked": locked});
            device.patches(&path, change).await
        };
        lock(&bob, true).await.not_found();
        let told = lock(&nadia, true).await.is(StatusCode::OK).json();
        assert_eq!(
            (&told["locked"], &told["access"]),
            (&json!(true), &json!("write"))
        );
        let seen = bob.sees(&workshop.id).await["documents"].clone();
        let seen = seen
            .as_array()
            .and_then(|all| all.last())
            .expect("it is there");
        assert_eq!(
            (&seen["locked"], &seen["access"]),
            (&json!(true), &json!("read"))
        );
        let rename = json!({"title": "À moi"});
        let refused = bob.patches(&path, rename.clone()).await;
        refused.refused(StatusCode::FORBIDDEN, "locked");
        for asked in requests(kind, &id) {
            if asked.writes() && asked.is_about_the_document() {
                let answer = asked.sent_by(&bob).await;
                assert!(!answer.status.is_success(), "{asked:?}");
            }
        }
        lock(&bob, false).await.not_found();
        files(&bob, kind, &id).await;
        lock(&nadia, false).await.is(StatusCode::OK);
        bob.patches(&path, rename).await.is(StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workshop_closed_for_writing_refuses_whatever_writes_of_those_who_do_not_facilitate() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let space = format!("/api/spaces/{}", workshop.id);
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    let mut made = Vec::new();
    for kind in DocumentKind::ALL {
        made.push((kind, makes(&nadia, &workshop.id, kind, None).await));
    }
    let lock =
        async |device: &Device, locked| device.patches(&space, json!({"locked": locked})).await;
    lock(&bob, true).await.not_found();
    let told = lock(&nadia, true).await.is(StatusCode::OK).json();
    assert_eq!(told["locked"], json!(true));
    let accesses = |seen: &Value| -> Vec<Value> {
        let documents = seen["documents"].as_array().expect("a list");
        documents
            .iter()
            .map(|document| document["access"].clone())
            .collect()
    };
    let written = |access| vec![json!(access); made.len()];
    assert_eq!(accesses(&told), written("write"));
    assert_eq!(accesses(&bob.sees(&workshop.id).await), written("read"));
    for (kind, id) in &made {
        let rename = json!({"title": "À moi"});
        let refused = bob.patches(&format!("/api/documents/{id}"), rename).await;
        refused.refused(StatusCode::FORBIDDEN, "space_locked");
        for asked in requests(*kind, id) {
            if asked.writes() && asked.is_about_the_document() {
                let answer = asked.sent_by(&bob).await;
                assert!(!answer.status.is_success(), "{asked:?}");
            }
        }
        files(&bob, *kind, id).await;
    }
    let new = json!({"kind": "pad", "title": "À moi"});
    for (path, body) in [("documents", new), ("messages", json!({"body": "Allô ?"}))] {
        let refused = bob.posts(&format!("{space}/{path}"), body).await;
        refused.refused(StatusCode::FORBIDDEN, "space_locked");
    }
    // A hand is no writing: whoever wants a word says so.
    let raised = bob
        .puts(&format!("{space}/conduct/hand"), Value::Null)
        .await;
    assert!(raised.status.is_success(), "{raised:?}");
    lock(&bob, false).await.not_found();
    lock(&nadia, false).await.is(StatusCode::OK);
    assert_eq!(accesses(&bob.sees(&workshop.id).await), written("write"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_write_reaches_what_a_reader_does_not() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    for kind in DocumentKind::ALL {
        let id = makes(&nadia, &workshop.id, kind, None).await;
        for asked in requests(kind, &id)
            .iter()
            .filter(|asked| asked.is_about_the_document())
        {
            let status = asked.sent_by(&nadia).await.status;
            assert_ne!(status, StatusCode::NOT_FOUND, "{asked:?}");
            assert_ne!(status, StatusCode::BAD_REQUEST, "{asked:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_told_the_same_as_of_what_does_not_exist() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let stranger = house.device();
    stranger.makes_workshop("Ailleurs").await;
    for kind in DocumentKind::ALL {
        let id = makes(&nadia, &workshop.id, kind, None).await;
        let nowhere = store::DocumentId::random().to_string();
        let pairs = requests(kind, &id)
            .into_iter()
            .zip(requests(kind, &nowhere));
        for (there, not_there) in pairs {
            let told = there.sent_by(&stranger).await.not_found();
            assert_eq!(
                told.body,
                not_there.sent_by(&stranger).await.body,
                "{there:?}"
            );
        }
        for file in kind.row().files {
            let path = format!("/api/documents/{id}.{}", file.extension);
            stranger.gets(&path).await.not_found();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_only_answers_as_the_kind_it_is() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    for kind in DocumentKind::ALL {
        let id = makes(&nadia, &workshop.id, kind, None).await;
        for other in DocumentKind::ALL.into_iter().filter(|other| *other != kind) {
            for asked in requests(other, &id) {
                asked.sent_by(&nadia).await.not_found();
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_brings_each_kind_back_as_it_was() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let mut left = BTreeMap::new();
    for kind in DocumentKind::ALL {
        let id = makes(&lea, &made.id, kind, None).await;
        left.insert(kind.as_str(), text_of(&lea, kind, &id).await);
    }
    let archive = lea.gets(&format!("/api/spaces/{}/archive", made.id)).await;
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let archive = archive.is(StatusCode::OK).body;
    let arrived = zoe.sends_file("/api/structures/archive", archive).await;
    let space = zoe
        .sees(&arrived.is(StatusCode::CREATED).text_at("/id"))
        .await;
    let documents = space["documents"].as_array().expect("documents");
    for kind in DocumentKind::ALL {
        let is_it = |each: &&Value| each["kind"] == kind.as_str() && each["title"] == "Essai";
        let there = documents.iter().find(is_it).expect("it arrived");
        let id = there["id"].as_str().expect("an id");
        assert_eq!(text_of(&zoe, kind, id).await, left[kind.as_str()], "{kind}");
    }
}

/// What people read of a document: its files without those that say where it is or what happened to it.
async fn text_of(device: &Device, kind: DocumentKind, id: &str) -> Vec<Vec<u8>> {
    let files = files(device, kind, id).await.into_iter();
    let says_where = |extension: &str| matches!(extension, "automerge" | "ics" | "json");
    files
        .filter(|(extension, _)| !says_where(extension))
        .map(|(_, bytes)| bytes)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_space_is_erased_no_table_names_its_documents() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut names = Vec::new();
    for kind in DocumentKind::ALL {
        let text = makes(&nadia, &workshop.id, kind, None).await;
        for asked in requests(kind, &text) {
            asked.sent_by(&nadia).await;
        }
        let id: store::DocumentId = text.parse().expect("an id");
        names.extend([text.into_bytes(), id.0.to_vec()]);
    }
    let store = &house.app.store;
    let space = format!("/api/spaces/{}", workshop.id);
    let ends = nadia.asks(
        axum::http::Method::DELETE,
        &space,
        json!({"title": "Lilas"}),
    );
    let at = ends.await.is(StatusCode::OK).json()["deletesAt"].as_u64();
    let named = tables_naming(store, &names).await;
    assert!(named.len() > 3, "there was something to erase: {named:?}");
    atelier::upkeep::end_spaces(&house.app, at.expect("a moment") + 1)
        .await
        .expect("erased");
    assert_eq!(tables_naming(store, &names).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_document_is_deleted_no_table_names_it() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let store = &house.app.store;
    for kind in DocumentKind::ALL {
        let text = makes(&nadia, &workshop.id, kind, None).await;
        for asked in requests(kind, &text) {
            asked.sent_by(&nadia).await;
        }
        let id: store::DocumentId = text.parse().expect("an id");
        let names = [text.clone().into_bytes(), id.0.to_vec()];
        assert!(!tables_naming(store, &names).await.is_empty());
        nadia.puts_away(&text).await;
        nadia.deletes_document(&text).await;
        assert_eq!(tables_naming(store, &names).await, Vec::<String>::new());
        for file in kind.row().files {
            let path = format!("/api/documents/{text}.{}", file.extension);
            nadia.gets(&path).await.not_found();
        }
        for asked in requests(kind, &text) {
            asked.sent_by(&nadia).await.not_found();
        }
    }
}
