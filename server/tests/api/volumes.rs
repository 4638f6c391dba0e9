//! All pads of a workshop in one file.

use std::io::{Cursor, Read};

use automerge::transaction::Transactable;
use automerge::{ActorId, ROOT, ReadDoc};
use axum::http::StatusCode;
use serde_json::json;
use store::{Append, DocumentId, KindWord, NewDocument};
use zip::ZipArchive;

use crate::house::{Device, House, Workshop};

async fn pads() -> (House, Device, Workshop) {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Journée d’été").await;
    for (name, text) in [
        ("Matin", "Bonjour"),
        ("../Soir", "Merci"),
        ("Vieux", "Adieu"),
    ] {
        let path = format!(
            "/api/spaces/{}/documents/import?name={name}.txt&title={name}&apply=true",
            workshop.id
        );
        let made = nadia.sends_file(&path, text.as_bytes().to_vec()).await;
        let pad = made.is(StatusCode::OK).text_at("/document/id");
        if name == "Vieux" {
            nadia.puts_away(&pad).await;
        }
    }
    nadia.makes_board(&workshop.id).await;
    (house, nadia, workshop)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_pad_that_was_not_put_away_is_in_one_document() {
    let (house, _nadia, workshop) = pads().await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Rosa").await;
    for format in ["odt", "docx"] {
        let path = format!("/api/spaces/{}/pads.{format}", workshop.id);
        let file = reader.gets(&path).await.is(StatusCode::OK);
        let name = file.header("content-disposition");
        assert!(
            name.starts_with(&format!("attachment; filename=\"Journ-e-d-t.{format}\"")),
            "{name}"
        );
        let found = crdt::pad::foreign::understand(&format!("a.{format}"), &file.body);
        let found = found.expect("it is read");
        assert_eq!(found.title.as_deref(), Some("Journée d’été"));
        let lines: Vec<String> = found.blocks.iter().map(crdt::pad::Block::text).collect();
        assert_eq!(lines, ["Matin", "Bonjour", "../Soir", "Merci"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_holds_each_pad_under_a_name_that_leads_nowhere() {
    let (_house, nadia, workshop) = pads().await;
    let path = format!("/api/spaces/{}/pads.zip", workshop.id);
    let file = nadia.gets(&path).await.is(StatusCode::OK);
    assert_eq!(file.header("content-type"), "application/zip");
    let mut package = ZipArchive::new(Cursor::new(file.body)).expect("it is a package");
    let mut names: Vec<String> = package
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "01 Matin.html",
            "01 Matin.md",
            "01 Matin.odt",
            "02 -Soir.html",
            "02 -Soir.md",
            "02 -Soir.odt",
        ]
    );
    let mut text = String::new();
    let mut part = package.by_name("01 Matin.md").expect("it is there");
    part.read_to_string(&mut text).expect("it is text");
    assert_eq!(text, "Bonjour\n");
}

/// A pad in which somebody wrote; its id.
async fn written_by(house: &House, space: &str, who: &str) -> String {
    let mut pad = crdt::pad::create(ActorId::from([1; 16]));
    let new = NewDocument {
        id: DocumentId::random(),
        space: space.parse().expect("an id"),
        kind: KindWord::from_static("pad"),
        title: "Notes".to_owned(),
        bytes: pad.save(),
        heads: pad.get_heads().iter().map(|head| head.0).collect(),
    };
    let document = house.app.store.create_document(new).await.expect("made").id;
    pad.set_actor(ActorId::from([7; 16]));
    let (_, body) = pad.get(ROOT, "body").expect("readable").expect("a body");
    let mut change = pad.transaction();
    change.splice_text(&body, 1, 0, "Bonjour").expect("written");
    change.commit();
    let change = pad.get_last_local_change().expect("a change");
    let written = Append {
        document,
        bytes: change.raw_bytes().to_vec(),
        heads: pad.get_heads().iter().map(|head| head.0).collect(),
        actors: vec![(vec![7; 16], who.parse().expect("an id"))],
    };
    house.app.store.append(written).await.expect("saved");
    document.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wrote_is_said_only_when_it_is_asked_for() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let own = nadia.own_id(&workshop.id).await;
    nadia
        .patches(
            &format!("/api/spaces/{}/people/{own}", workshop.id),
            json!({"name": "Nadia"}),
        )
        .await;
    let pad = written_by(&house, &workshop.id, &own).await;
    for (asked, named) in [
        ("", false),
        ("?authors=true", true),
        ("?authors=false", false),
    ] {
        for path in [
            format!("/api/documents/{pad}.md"),
            format!("/api/documents/{pad}.html"),
        ] {
            let text = nadia.gets(&format!("{path}{asked}")).await.text();
            assert_eq!(
                text.contains("Écrit par Nadia"),
                named,
                "{path}{asked}: {text}"
            );
        }
        let path = format!("/api/spaces/{}/pads.docx{asked}", workshop.id);
        let file = nadia.gets(&path).await.is(StatusCode::OK);
        let found = crdt::pad::foreign::understand("a.docx", &file.body).expect("it is read");
        let is_said = found
            .blocks
            .iter()
            .any(|block| block.text() == "Écrit par Nadia");
        assert_eq!(is_said, named);
    }
}
