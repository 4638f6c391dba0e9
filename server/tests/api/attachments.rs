//! Files beside action plans.

use automerge::transaction::Transactable;
use automerge::{AutomergeError, ObjType, ROOT, ReadDoc};
use axum::http::StatusCode;
use store::DocumentId;
use store::limits::{ATTACHMENT_BYTES_MAX, ATTACHMENTS_BYTES_PER_SPACE_MAX};

use crate::house::{Device, House};

async fn attaches(device: &Device, board: &str, name: &str, bytes: &[u8]) -> String {
    let path = format!("/api/kanbans/{board}/attachments?name={name}");
    let made = device.sends_file(&path, bytes.to_vec()).await;
    let made = made.is(StatusCode::CREATED);
    assert_eq!(made.json()["bytes"], bytes.len());
    made.text_at("/url")
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_for_the_people_of_the_space() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let html = b"<script>alert(1)</script>";
    let url = attaches(&lea, &made.document, "d%C3%A9ja%2Fdevis%202.html", html).await;
    let lise = house.device();
    lise.joins(&made.reader, "Lise").await;
    let file = lise.gets(&url).await.is(StatusCode::OK);
    assert_eq!(file.body, html);
    let name = file.header("content-disposition");
    assert!(
        name.starts_with("attachment; filename=\"devis-2.html\""),
        "{name}"
    );
    for (header, value) in [
        ("content-type", "application/octet-stream"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'"),
    ] {
        assert_eq!(file.header(header), value);
    }
}

#[tokio::test]
async fn a_file_is_for_nobody_else() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let url = attaches(&lea, &made.document, "a.txt", b"x").await;
    let stranger = house.device();
    let nobody = stranger.gets(&url).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    let other = stranger.makes_structure(None).await;
    stranger.gets(&url).await.not_found();
    for path in [
        format!("/api/kanbans/{}/attachments", made.document),
        format!("/api/kanbans/{}/attachments", other.id),
        "/api/kanbans/x/attachments".to_owned(),
    ] {
        stranger.sends_file(&path, vec![1]).await.not_found();
    }
    for odd in ["/api/attachments/x", "/api/attachments/..%2F..%2Fetc"] {
        lea.gets(odd).await.not_found();
    }
}

#[tokio::test]
async fn only_action_plans_have_files() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let pad = lea.makes_pad(&made.id, "Notes").await;
    let path = format!("/api/kanbans/{pad}/attachments");
    lea.sends_file(&path, vec![1]).await.not_found();
}

#[tokio::test]
async fn what_is_too_large_or_empty_is_refused_with_a_reason() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let path = format!("/api/kanbans/{}/attachments?name=a.bin", made.document);
    let large = vec![0; ATTACHMENT_BYTES_MAX + 1];
    let large = lea.sends_file(&path, large).await;
    let large = large.refused(StatusCode::PAYLOAD_TOO_LARGE, "too_large");
    assert!(large.message().contains("5 Mo"), "{}", large.message());
    let empty = lea.sends_file(&path, Vec::new()).await;
    let empty = empty.refused(StatusCode::BAD_REQUEST, "bad_request");
    assert_eq!(empty.message(), "Ce fichier est vide.");
}

#[tokio::test]
async fn all_files_of_a_space_together_have_a_limit() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let path = format!("/api/kanbans/{}/attachments?name=a.bin", made.document);
    let whole = ATTACHMENTS_BYTES_PER_SPACE_MAX / ATTACHMENT_BYTES_MAX as u64;
    for _ in 0..whole {
        let file = vec![7; ATTACHMENT_BYTES_MAX];
        lea.sends_file(&path, file).await.is(StatusCode::CREATED);
    }
    let full = lea.sends_file(&path, vec![7]).await;
    let full = full.refused(StatusCode::CONFLICT, "conflict");
    assert!(full.message().contains("100 Mo"), "{}", full.message());
    let usage = lea.gets(&format!("/api/spaces/{}/usage", made.id)).await;
    let largest = usage.is(StatusCode::OK).text_at("/largest/0/id");
    let file = format!("/api/attachments/{largest}");
    lea.deletes(&file).await.is(StatusCode::NO_CONTENT);
    let room = lea.sends_file(&path, vec![7]).await;
    room.is(StatusCode::CREATED);
}

/// Puts a file on a card, as the page of the plan does.
async fn is_on_a_card(house: &House, board: &str, card: &'static str, url: &str) {
    let (id, url): (DocumentId, String) = (board.parse().expect("an id"), url.to_owned());
    let listed = house.app.store.document(id).await.expect("read");
    let space = listed.expect("a document").space;
    let edit = house.app.rooms.edit(space, id, move |edit| {
        let (_, cards) = edit.get(ROOT, "cards")?.expect("cards");
        let card = edit.put_object(&cards, card, ObjType::Map)?;
        edit.put(&card, "title", "Un devis")?;
        let files = edit.put_object(&card, "attachments", ObjType::Map)?;
        let file = edit.put_object(&files, "f1", ObjType::Map)?;
        edit.put(&file, "title", "devis.pdf")?;
        edit.put(&file, "url", url)?;
        edit.put(&file, "bytes", 4)?;
        Ok::<_, AutomergeError>(())
    });
    edit.await.expect("written");
}

/// The name and the address of each file on the cards of a plan.
async fn on_cards(device: &Device, board: &str) -> Vec<(String, String)> {
    let path = format!("/api/documents/{board}.automerge");
    let file = device.gets(&path).await.is(StatusCode::OK);
    let plan = crdt::open::open([file.body.as_slice()]).expect("whole");
    let cards = crdt::kanban::read(&plan).cards.into_iter();
    let files = cards.flat_map(|card| card.attachments);
    files.map(|file| (file.title, file.url)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_file_is_handed_out_to_nobody_and_its_cards_say_so() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let url = attaches(&lea, &made.document, "devis.pdf", b"secret").await;
    let other = attaches(&lea, &made.document, "plan.pdf", b"secret").await;
    for (card, url) in [("k1", &url), ("k2", &url), ("k3", &other)] {
        is_on_a_card(&house, &made.document, card, url).await;
    }
    lea.deletes(&url).await.is(StatusCode::NO_CONTENT);
    lea.gets(&url).await.not_found();
    lea.deletes(&url).await.not_found();
    let file = |url: &str| ("devis.pdf".to_owned(), url.to_owned());
    let left = on_cards(&lea, &made.document).await;
    assert_eq!(left, [file(""), file(""), file(&other)]);
    let same_bytes = lea.gets(&other).await.is(StatusCode::OK);
    assert_eq!(same_bytes.body, b"secret");
    for format in ["md", "csv", "html", "json"] {
        let path = format!("/api/documents/{}.{format}", made.document);
        let text = lea.gets(&path).await.is(StatusCode::OK).text();
        assert!(!text.contains(&url), "{format}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_deleted_by_who_attached_it_and_by_who_holds_the_space() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let board = nadia.makes_board(&workshop.id).await;
    let (awa, bob) = (house.device(), house.device());
    awa.joins(&workshop.participant, "Awa").await;
    let bob_id = bob.joins(&workshop.participant, "Bob").await;
    let own = attaches(&awa, &board, "a.txt", b"a").await;
    let hers = attaches(&awa, &board, "b.txt", b"b").await;
    let his = attaches(&bob, &board, "c.txt", b"c").await;
    bob.deletes(&own).await.not_found();
    awa.deletes(&own).await.is(StatusCode::NO_CONTENT);
    nadia.deletes(&hers).await.is(StatusCode::NO_CONTENT);
    let role = format!("/api/spaces/{}/people/{bob_id}", workshop.id);
    let demoted = nadia.patches(&role, serde_json::json!({"role": "reader"}));
    demoted.await.is(StatusCode::OK);
    bob.deletes(&his).await.not_found();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let url = attaches(&lea, &made.document, "d.txt", b"d").await;
    let lise = house.device();
    lise.joins(&made.participant, "Lise").await;
    lise.deletes(&url).await.is(StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn no_cache_keeps_a_file() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let url = attaches(&lea, &made.document, "a.txt", b"x").await;
    let file = lea.gets(&url).await.is(StatusCode::OK);
    assert_eq!(file.header("cache-control"), "no-store");
}
