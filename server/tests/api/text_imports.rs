//! Texts of other tools brought in: looked at first, then a pad of all of it, or nothing.

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::house::{Answer, Device, House, Workshop};
use crate::images::samples::{CANARY, Samples, png};

const PAGE: &str = "<title>Bilan</title><h1>Bilan</h1><h2>Suites</h2><ul><li>Un <b>devis</b></li></ul>\
    <img alt=\"Un chat\"><script>alert(1)</script>";

impl Device {
    async fn looks_at(&self, space: &str, name: &str, bytes: &[u8]) -> Answer {
        let path = format!("/api/spaces/{space}/documents/import?name={name}");
        self.sends_file(&path, bytes.to_vec()).await
    }

    async fn takes_in(&self, space: &str, name: &str, bytes: &[u8]) -> Answer {
        let path = format!("/api/spaces/{space}/documents/import?name={name}&apply=true");
        self.sends_file(&path, bytes.to_vec()).await
    }

    async fn reads(&self, pad: &str, format: &str) -> Answer {
        let path = format!("/api/documents/{pad}.{format}");
        self.gets(&path).await.is(StatusCode::OK)
    }
}

async fn begun() -> (House, Device, Workshop) {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    (house, nadia, workshop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_says_what_would_come_and_changes_nothing() {
    let (_house, nadia, workshop) = begun().await;
    let before = nadia.sees(&workshop.id).await;
    let seen = nadia
        .looks_at(&workshop.id, "page.html", PAGE.as_bytes())
        .await;
    assert_eq!(
        seen.is(StatusCode::OK).json(),
        json!({
            "format": "html", "title": "Bilan", "words": 3, "images": 0, "document": null,
            "html": "<h1>Suites</h1><div class=\"item bullet\" data-indent=\"0\">Un <strong>devis</strong></div>",
            "lost": [
                {"what": "images", "count": 1, "names": ["Un chat"]},
                {"what": "scripts", "count": 1, "names": []},
            ],
        })
    );
    assert_eq!(nadia.sees(&workshop.id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pad_is_made_of_all_of_it() {
    let (_house, nadia, workshop) = begun().await;
    let made = nadia
        .takes_in(&workshop.id, "page.html", PAGE.as_bytes())
        .await;
    let made = made.is(StatusCode::OK);
    assert_eq!(made.text_at("/document/title"), "Bilan");
    let text = nadia
        .reads(&made.text_at("/document/id"), "md")
        .await
        .text();
    assert_eq!(text, "# Suites\n\n- Un **devis**\n");
    let seen = nadia.sees(&workshop.id).await;
    assert_eq!(seen["documents"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_takes_out_comes_in_again_in_every_format() {
    let (_house, nadia, workshop) = begun().await;
    let text =
        "# Réunion\n\nBonjour **à tous**, *ici*.\n\n1. un\n2. deux\n   - [x] fait\n\n> cité\n";
    let made = nadia
        .takes_in(&workshop.id, "notes.md", text.as_bytes())
        .await;
    let pad = made.is(StatusCode::OK).text_at("/document/id");
    assert_eq!(nadia.reads(&pad, "md").await.text(), text);
    for format in ["md", "html", "odt", "docx"] {
        let file = nadia.reads(&pad, format).await.body;
        let name = format!("notes.{format}");
        let again = nadia.takes_in(&workshop.id, &name, &file).await;
        let again = again.is(StatusCode::OK).text_at("/document/id");
        assert_eq!(nadia.reads(&again, "md").await.text(), text, "{format}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_gives_the_title_when_the_text_does_not() {
    let (_house, nadia, workshop) = begun().await;
    let title = |answer: Answer| answer.is(StatusCode::OK).text_at("/title");
    let seen = nadia
        .looks_at(&workshop.id, "Compte%20rendu.txt", b"a")
        .await;
    assert_eq!(title(seen), "Compte rendu");
    let long = format!("{}.txt", "a".repeat(400));
    let seen = nadia.looks_at(&workshop.id, &long, b"a").await;
    assert_eq!(title(seen).len(), 200);
    let seen = nadia.looks_at(&workshop.id, ".txt", b"a").await;
    assert_eq!(title(seen), "Pad");
    let path = format!(
        "/api/spaces/{}/documents/import?name=a.txt&title=Choisi&apply=true",
        workshop.id
    );
    let made = nadia.sends_file(&path, b"a".to_vec()).await;
    assert_eq!(made.text_at("/document/title"), "Choisi");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_text_is_refused_and_nothing_is_made() {
    let (_house, nadia, workshop) = begun().await;
    let before = nadia.sees(&workshop.id).await;
    for (name, bytes) in [
        ("a.pdf", b"%PDF-1.7".as_slice()),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.docx", b"PK\x03\x04 and nothing more"),
        ("a.odt", b"not packed"),
        ("a.txt", b"\x00\x01\x02"),
        ("a.exe", b"MZ"),
        ("a.txt", b""),
        ("a.md", b" \n\n"),
    ] {
        let refused = nadia.takes_in(&workshop.id, name, bytes).await;
        refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "text_unreadable");
    }
    let long = "a ".repeat(160_000);
    let refused = nadia.takes_in(&workshop.id, "a.txt", long.as_bytes()).await;
    refused.refused(StatusCode::PAYLOAD_TOO_LARGE, "text_too_large");
    let huge = vec![b'a'; 20 * 1024 * 1024 + 1];
    let refused = nadia.takes_in(&workshop.id, "a.txt", &huge).await;
    refused.refused(StatusCode::PAYLOAD_TOO_LARGE, "text_too_large");
    assert_eq!(nadia.sees(&workshop.id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_and_strangers_bring_nothing_in() {
    let (house, nadia, workshop) = begun().await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Rosa").await;
    let stranger = house.device();
    stranger.makes_workshop("Ailleurs").await;
    for who in [reader, stranger] {
        who.looks_at(&workshop.id, "a.txt", b"a").await.not_found();
        who.takes_in(&workshop.id, "a.txt", b"a").await.not_found();
    }
    assert_eq!(
        nadia.sees(&workshop.id).await["documents"],
        Value::Array(vec![])
    );
}

fn held(bytes: &[u8], alt: &str) -> String {
    let bytes = STANDARD.encode(bytes);
    format!("<img alt=\"{alt}\" src=\"data:image/png;base64,{bytes}\">")
}

async fn file_bytes(device: &Device, space: &str) -> Value {
    let usage = device.gets(&format!("/api/spaces/{space}/usage")).await;
    usage.is(StatusCode::OK).json()["fileBytes"]["used"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn images_come_with_their_text_and_nothing_they_tell_besides() {
    let (house, nadia, workshop) = begun().await;
    for (name, spoken) in Samples::talkative() {
        let page = format!(
            "<p>avant</p>{}{}",
            held(&spoken, "le plan"),
            held(b"MZ a program", "un programme")
        );
        let seen = nadia
            .looks_at(&workshop.id, "page.html", page.as_bytes())
            .await;
        let seen = seen.is(StatusCode::OK).json();
        assert_eq!(seen["images"], 1, "{name}");
        assert_eq!(
            seen["lost"],
            json!([{"what": "images", "count": 1, "names": ["un programme"]}])
        );
        let made = nadia
            .takes_in(&workshop.id, "page.html", page.as_bytes())
            .await;
        let pad = made.is(StatusCode::OK).text_at("/document/id");
        let blocks = nadia.reads(&pad, "json").await.json()["blocks"].clone();
        assert_eq!(blocks[1]["alt"], "le plan");
        assert_eq!(blocks.as_array().map(Vec::len), Some(2));
        let url = blocks[1]["url"].as_str().expect("an address");
        let image = nadia.gets(url).await.is(StatusCode::OK);
        assert!(image.header("content-type").starts_with("image/"));
    }
    assert!(!house.keeps(CANARY));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_keeps_no_image() {
    let (_house, nadia, workshop) = begun().await;
    let page = held(&png(30, 20), "le plan");
    let seen = nadia
        .looks_at(&workshop.id, "page.html", page.as_bytes())
        .await;
    let html = seen.is(StatusCode::OK).text_at("/html");
    assert!(
        html.contains("le plan") && !html.contains("/api/"),
        "{html}"
    );
    assert_eq!(file_bytes(&nadia, &workshop.id).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn images_are_kept_beside_the_pad_a_text_is_added_to() {
    let (house, nadia, workshop) = begun().await;
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let page = held(&png(30, 20), "le plan");
    let adds = async |pad: &str| {
        let path = format!(
            "/api/spaces/{}/documents/import?name=a.html&beside={pad}",
            workshop.id
        );
        bob.sends_file(&path, page.clone().into_bytes()).await
    };
    let added = adds(&pad).await.is(StatusCode::OK).json();
    assert_eq!(added["document"], Value::Null);
    let html = added["html"].as_str().expect("a text");
    let (_, rest) = html.split_once("<img src=\"").expect("an image");
    let (url, _) = rest.split_once('"').expect("an address");
    nadia.gets(url).await.is(StatusCode::OK);
    let seen = nadia.sees(&workshop.id).await;
    assert_eq!(seen["documents"].as_array().map(Vec::len), Some(1));

    let plan = nadia.makes_board(&workshop.id).await;
    adds(&plan).await.not_found();
    let elsewhere = house.device();
    let other = elsewhere.makes_workshop("Roses").await;
    let other = elsewhere.makes_pad(&other.id, "Ailleurs").await;
    adds(&other).await.not_found();
    let change = json!({"locked": true});
    let path = format!("/api/documents/{pad}");
    nadia.patches(&path, change).await.is(StatusCode::OK);
    let before = file_bytes(&nadia, &workshop.id).await;
    adds(&pad).await.refused(StatusCode::FORBIDDEN, "locked");
    assert_eq!(file_bytes(&nadia, &workshop.id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_room_for_the_images_no_pad_is_made() {
    let (house, nadia, workshop) = begun().await;
    let full = nadia.makes_pad(&workshop.id, "Plein").await;
    for _ in 0..20 {
        let new = store::NewAttachment {
            document: full.parse().expect("an id"),
            participant: nadia.own_id(&workshop.id).await.parse().expect("an id"),
            name: "a.bin".to_owned(),
            bytes: vec![1; 5 * 1024 * 1024],
        };
        house.app.store.attach(new).await.expect("kept");
    }
    let page = format!(
        "<p>texte</p>{}{}",
        held(&png(3, 2), "un"),
        held(&png(30, 20), "deux")
    );
    let before = nadia.sees(&workshop.id).await;
    let refused = nadia
        .takes_in(&workshop.id, "a.html", page.as_bytes())
        .await;
    let refused = refused.refused(StatusCode::CONFLICT, "conflict");
    assert!(
        refused.message().contains("100 Mo"),
        "{}",
        refused.message()
    );
    assert_eq!(nadia.sees(&workshop.id).await, before);
}
