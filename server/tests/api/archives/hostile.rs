//! Archives that were damaged, or made to do harm: nothing is made of them, and the reason is said.

use axum::http::StatusCode;
use serde_json::{Value, json};
use store::{DocumentId, SpaceId};
use tar::{EntryType, Header};

use super::tarball::Tarball;
use super::{Scene, brings};
use crate::house::House;

/// A server on which nothing may be made.
struct Target(House);

/// Something else that a manifest says.
type Lie<'a> = &'a dyn Fn(&mut Value);

impl Target {
    async fn refuses(&self, what: &str, archive: Vec<u8>, status: StatusCode, code: &str) {
        let device = self.0.device();
        let answer = brings(&device, archive).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        assert_eq!(answer.json()["error"]["code"], code, "{what}");
        assert_eq!(device.cookie(), "", "{what}");
        let documents = self.0.app.store.document_ids().await.expect("read");
        assert!(documents.is_empty(), "{what}");
    }

    async fn cannot_read(&self, what: &str, archive: Vec<u8>) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        self.refuses(what, archive, status, "archive_unreadable")
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cut_off_is_not_opened() {
    let archive = Scene::new().await.archive().await;
    let target = Target(House::local());
    let end = archive.len() - 1_024; // two empty blocks, which nobody misses
    for part in 0..32 {
        let cut = archive[..end * part / 32].to_vec();
        target.cannot_read(&format!("{part}/32"), cut).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_bit_is_found_or_does_no_harm() {
    let archive = Scene::new().await.archive().await;
    let house = House::local();
    for step in 0..200 {
        let mut flipped = archive.clone();
        let at = step * 7_919 % archive.len();
        flipped[at] ^= 1 << (step % 8);
        let device = house.device_at(&format!("198.51.100.{step}"));
        let answer = brings(&device, flipped).await;
        match answer.status {
            StatusCode::CREATED => {
                let path = format!("/api/documents/{}.json", answer.text_at("/document"));
                device.gets(&path).await.is(StatusCode::OK);
            }
            StatusCode::UNPROCESSABLE_ENTITY | StatusCode::PAYLOAD_TOO_LARGE => {}
            other => panic!("byte {at}: {other} {}", answer.text()),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manifest_that_lies_is_not_believed() {
    let scene = Scene::new().await;
    let honest = Tarball::of(&scene.archive().await);
    let target = Target(House::local());
    let stranger = SpaceId::random().to_string();
    let lies: [(&str, Lie<'_>); 14] = [
        ("format", &|all| all["format"] = json!("zip")),
        ("version", &|all| all["version"] = json!(2)),
        ("language", &|all| all["language"] = json!("xx")),
        ("no title", &|all| all["title"] = json!(" ")),
        ("title", &|all| all["title"] = json!("x".repeat(201))),
        ("space", &|all| all["space"] = json!("../..")),
        ("nothing", &|all| all["documents"] = json!([])),
        ("kind", &|all| all["documents"][0]["kind"] = json!("vote")),
        ("path", &|all| {
            all["documents"][0]["id"] = json!("../../../etc/passwd");
        }),
        ("twice", &|all| {
            all["documents"][1] = all["documents"][0].clone();
        }),
        ("person", &|all| all["people"][0]["id"] = json!("kind")),
        ("name", &|all| {
            all["people"][0]["name"] = json!("x".repeat(81));
        }),
        ("not there", &|all| {
            all["attachments"][0]["id"] = json!(stranger);
        }),
        ("whose", &|all| {
            all["attachments"][0]["document"] = json!(stranger);
        }),
    ];
    for (what, lie) in lies {
        let archive = honest.clone().with_manifest(lie).bytes();
        target.cannot_read(what, archive).await;
    }
    let crowd = honest.clone().with_manifest(|all| {
        let person = all["people"][0].clone();
        all["people"] = vec![person; 1_001].into();
    });
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    target
        .refuses("crowd", crowd.bytes(), status, "archive_too_large")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_nobody_can_have_written_are_refused() {
    let scene = Scene::new().await;
    let honest = Tarball::of(&scene.archive().await);
    let target = Target(House::local());
    let with = |content: String| {
        let mut parts = honest.clone();
        parts
            .0
            .push(("messages.jsonl".into(), content.into_bytes()));
        parts.bytes()
    };
    let line = |document: Value, body: &str| {
        let said = json!({"document": document, "participant": scene.awa, "body": body, "at": 7});
        format!("{said}\n")
    };
    let stranger = DocumentId::random().to_string();
    for (what, content) in [
        ("nonsense", "nonsense".to_owned()),
        ("an empty line", line(Value::Null, "Bonjour") + "\n"),
        ("nothing said", line(Value::Null, " ")),
        ("too long", line(Value::Null, &"é".repeat(2_001))),
        ("elsewhere", line(json!(stranger), "Bonjour")),
    ] {
        target.cannot_read(what, with(content)).await;
    }
    let many = with(line(Value::Null, "Bonjour").repeat(20_001));
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    target
        .refuses("many", many, status, "archive_too_large")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_not_what_they_should_be_are_found() {
    let scene = Scene::new().await;
    let honest = Tarball::of(&scene.archive().await);
    let target = Target(House::local());
    let mut other = honest.clone();
    *other.file("attachments/") = b"another quote".to_vec();
    target.cannot_read("attachment", other.bytes()).await;
    let mut parts = honest.clone();
    let pad = format!("documents/{}", scene.pad);
    *parts.file(&pad) = b"nonsense".to_vec();
    target.cannot_read("nonsense", parts.bytes()).await;
    parts.file(&pad).clear();
    target.cannot_read("empty", parts.bytes()).await;
    let board = parts
        .clone()
        .file(&format!("documents/{}", scene.made.document))
        .clone();
    *parts.file(&pad) = board;
    target.cannot_read("a board as a pad", parts.bytes()).await;
    let mut twice = honest.clone();
    twice.0.push(honest.0[0].clone());
    target.cannot_read("one path twice", twice.bytes()).await;
    let mut beginning_lost = honest.clone();
    let history = beginning_lost.file(&format!("documents/{}", scene.made.document));
    let second =
        (1..history.len()).find(|at| history[*at..].starts_with(&[0x85, 0x6f, 0x4a, 0x83]));
    history.drain(..second.expect("two changes"));
    target
        .cannot_read("without its beginning", beginning_lost.bytes())
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sizes_are_not_believed() {
    let target = Target(House::local());
    for claimed in [1 << 20, 1 << 33, u64::MAX >> 1] {
        let mut header = Header::new_gnu();
        header.set_path("manifest.json").expect("a path");
        header.set_entry_type(EntryType::Regular);
        header.set_size(claimed);
        header.set_cksum();
        let archive = [header.as_bytes().as_slice(), b"{}"].concat();
        target.cannot_read(&claimed.to_string(), archive).await;
    }
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    let long = vec![0; 64 * 1024 * 1024 + 1];
    target
        .refuses("long", long, status, "archive_too_large")
        .await;
    let many = (0..12_001).map(|number| (format!("x{number}"), Vec::new()));
    let many = Tarball(many.collect()).bytes();
    target
        .refuses("many", many, status, "archive_too_large")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_entries_are_not_looked_at() {
    let scene = Scene::new().await;
    let mut archive = Tarball::of(&scene.archive().await);
    archive.0.push(("etc/passwd".to_owned(), b"root".to_vec()));
    archive.0.push(("LISEZMOI.txt".to_owned(), Vec::new()));
    let house = House::local();
    let device = house.device();
    brings(&device, archive.bytes())
        .await
        .is(StatusCode::CREATED);
}
