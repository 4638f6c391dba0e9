//! Documents as files.

use automerge::transaction::Transactable;
use automerge::{Automerge, ROOT, ReadDoc};
use axum::http::StatusCode;
use serde_json::json;

use crate::house::House;

#[tokio::test(flavor = "multi_thread")]
async fn readers_take_documents_away_in_every_format() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Compte rendu d’été").await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Lecteur").await;
    for (format, content_type) in [
        ("md", "text/markdown; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("html", "text/html; charset=utf-8"),
        ("odt", "application/vnd.oasis.opendocument.text"),
        ("pdf", "application/pdf"),
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("json", "application/json"),
        ("automerge", "application/octet-stream"),
    ] {
        let file = reader
            .gets(&format!("/api/documents/{pad}.{format}"))
            .await
            .is(StatusCode::OK);
        assert_eq!(file.headers.get_all("content-type").iter().count(), 1);
        assert_eq!(file.header("content-type"), content_type);
        let name = file.header("content-disposition");
        assert!(
            name.starts_with(&format!(
                "attachment; filename=\"Compte-rendu-d-t.{format}\""
            )),
            "{name}"
        );
        assert!(
            file.header("content-security-policy")
                .starts_with("sandbox;")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exported_document_opens_again() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let file = nadia
        .gets(&format!("/api/documents/{pad}.automerge"))
        .await
        .is(StatusCode::OK);
    let document = crdt::open::open([file.body.as_slice()]).expect("a whole document");
    assert_eq!(crdt::pad::check(&document), Ok(()));
    let json = nadia
        .gets(&format!("/api/documents/{pad}.json"))
        .await
        .json();
    assert_eq!(json["kind"], "pad");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pad_made_before_there_were_comments_is_given_their_place_when_it_is_opened() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let (space, id) = (
        workshop.id.parse().expect("an id"),
        pad.parse().expect("an id"),
    );
    let older = house
        .app
        .rooms
        .edit(space, id, |edit| edit.delete(ROOT, "comments"));
    older.await.expect("written");
    let has_place = |document: &Automerge| document.get(ROOT, "comments").expect("read").is_some();
    let has = house.app.rooms.read(space, id, has_place).await;
    assert!(!has.expect("open"), "until it is opened anew");
    house.app.rooms.reload(id).await;
    let path = format!("/api/documents/{pad}.automerge");
    let file = nadia.gets(&path).await.is(StatusCode::OK);
    let again = crdt::open::open([file.body.as_slice()]).expect("whole");
    assert!(has_place(&again));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_documents_share_no_history() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let mut heads = Vec::new();
    for title in ["Un", "Deux"] {
        let pad = nadia.makes_pad(&workshop.id, title).await;
        let file = nadia.gets(&format!("/api/documents/{pad}.automerge")).await;
        heads.push(
            crdt::open::open([file.body.as_slice()])
                .expect("a whole document")
                .get_heads(),
        );
    }
    assert_ne!(heads[0], heads[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_to_keep_has_the_title_in_it_and_no_script() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia
        .makes_pad(&workshop.id, "<script>alert(1)</script>")
        .await;
    let page = nadia
        .gets(&format!("/api/documents/{pad}.html"))
        .await
        .text();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
    assert!(page.contains("<html lang=\"fr\">"));
}

#[tokio::test(flavor = "multi_thread")]
async fn other_formats_do_not_exist() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    for path in [
        format!("/api/documents/{pad}.rtf"),
        format!("/api/documents/{pad}"),
        format!("/api/documents/{pad}."),
    ] {
        nadia.gets(&path).await.not_found();
    }
    nadia
        .patches(
            &format!("/api/documents/{pad}.md"),
            json!({"title": "Pris"}),
        )
        .await
        .not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_plan_is_taken_away_in_every_format() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let reader = house.device();
    reader.joins(&made.reader, "Lise").await;
    for (format, content_type, holds) in [
        (
            "csv",
            "text/csv; charset=utf-8",
            "\"Titre\";\"Description\"",
        ),
        ("md", "text/markdown; charset=utf-8", "## À faire"),
        ("html", "text/html; charset=utf-8", "<h2>À faire</h2>"),
        (
            "ics",
            "text/calendar; charset=utf-8",
            "X-WR-CALNAME:Plan d’action",
        ),
        ("json", "application/json", "\"idShort\""),
        ("automerge", "application/octet-stream", ""),
    ] {
        let body = json!({"text": "Titre\nUn devis", "people": {}, "apply": format == "csv"});
        lea.posts(&format!("/api/kanbans/{}/imports", made.document), body)
            .await
            .is(StatusCode::OK);
        let path = format!("/api/documents/{}.{format}", made.document);
        let file = reader.gets(&path).await.is(StatusCode::OK);
        assert_eq!(file.header("content-type"), content_type);
        assert!(file.text().contains(holds), "{format}: {}", file.text());
    }
    let path = format!("/api/documents/{}.txt", made.document);
    reader.gets(&path).await.not_found();
}
