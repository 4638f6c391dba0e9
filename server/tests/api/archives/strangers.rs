//! Two tenants of one server: what one brings in an archive or a file, with the identifiers of the other in every place,
//! tells nothing of the other.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc};
use axum::http::StatusCode;
use crdt::kanban;
use crdt::kind::DocumentKind;
use crdt::language::Language;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::DocumentId;

use super::tarball::Tarball;
use super::{brings, takes};
use crate::house::{Device, House};

/// Stands in whatever the other tenant wrote.
const SECRET: &str = "Coquelicot";

/// The identifiers of a workshop and what is in it.
struct Victim {
    space: String,
    person: String,
    pad: String,
    board: String,
    vote: String,
    file: String,
}

impl Victim {
    async fn of(house: &House) -> Self {
        let nadia = house.device();
        let workshop = nadia.makes_workshop(SECRET).await;
        let space = workshop.id;
        let amina = house.device();
        let person = amina.joins(&workshop.participant, SECRET).await;
        let board = nadia.makes_board(&space).await;
        let path = format!("/api/kanbans/{board}/attachments?name={SECRET}.pdf");
        let file = amina.sends_file(&path, SECRET.into()).await.text_at("/url");
        let vote = json!({"kind": "vote", "title": SECRET});
        let vote = nadia
            .posts(&format!("/api/spaces/{space}/documents"), vote)
            .await;
        Self {
            pad: nadia.makes_pad(&space, SECRET).await,
            vote: vote.text_at("/id"),
            space,
            person,
            board,
            file,
        }
    }

    /// Addresses of all it has.
    fn addresses(&self) -> Vec<String> {
        let own = [&self.pad, &self.board, &self.vote];
        let in_space = own.map(|id| format!("/w/{}/{id}#b2", self.space));
        let files = own.map(|id| format!("/api/documents/{id}.txt"));
        let plain = own.map(String::clone);
        let last = [self.file.clone(), format!("/w/{}", self.space)];
        [plain, in_space, files]
            .into_iter()
            .flatten()
            .chain(last)
            .collect()
    }

    /// The documents of an archive in which everything names this workshop.
    fn documents(&self) -> [(&'static str, Automerge); 3] {
        let board = made("kanban", |edit| self.fill_board(edit));
        let vote = made("vote", |edit| self.fill_vote(edit));
        let pad = made("pad", |edit| {
            let (_, body) = edit.get(ROOT, "body")?.expect("a body");
            edit.splice_text(&body, 1, 0, &self.pad)
        });
        [("kanban", board), ("vote", vote), ("pad", pad)]
    }

    fn fill_board(&self, edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
        let (_, cards) = edit.get(ROOT, "cards")?.expect("cards");
        for (at, address) in self.addresses().iter().enumerate() {
            let card = edit.put_object(&cards, format!("k{at}"), ObjType::Map)?;
            let texts = [("title", "Une carte"), ("column", "c1"), ("rank", "V")];
            puts(edit, &card, &texts)?;
            puts(
                edit,
                &card,
                &[("from", address), ("createdBy", &self.person)],
            )?;
            let people = edit.put_object(&card, "people", ObjType::Map)?;
            edit.put(&people, self.person.as_str(), true)?;
            for (place, key, text) in [
                ("attachments", "url", address.as_str()),
                ("comments", "text", "Bonjour"),
            ] {
                let all = edit.put_object(&card, place, ObjType::Map)?;
                let one = edit.put_object(&all, "x1", ObjType::Map)?;
                puts(edit, &one, &[(key, text), ("by", &self.person)])?;
            }
        }
        Ok(())
    }

    fn fill_vote(&self, edit: &mut Transaction<'_>) -> Result<(), AutomergeError> {
        let (_, bricks) = edit.get(ROOT, "bricks")?.expect("bricks");
        for (brick, pad) in [("b3", &self.pad), ("b4", &self.board), ("b5", &self.vote)] {
            let (_, brick) = edit.get(&bricks, brick)?.expect("a brick");
            puts(edit, &brick, &[("pad", pad), ("proposedBy", &self.person)])?;
        }
        Ok(())
    }

    /// An archive with these documents, under the names of this workshop's when it `lists` them.
    fn archive(&self, lists: bool) -> Vec<u8> {
        let names = [&self.board, &self.vote, &self.pad];
        let mut files = Vec::new();
        let mut documents = Vec::new();
        for ((kind, document), name) in self.documents().iter().zip(names) {
            let id = if lists {
                name.clone()
            } else {
                DocumentId::random().to_string()
            };
            let changes = document.get_changes(&[]);
            let history = changes
                .iter()
                .flat_map(|change| change.raw_bytes().to_vec());
            files.push((format!("documents/{id}.automerge"), history.collect()));
            let actor = hexadecimal(&[7; 16]);
            let actors = json!([[actor, self.person]]);
            documents.push(json!({"id": id, "kind": kind, "title": "À nous", "archived": false, "actors": actors}));
        }
        let mut manifest = json!({"format": "atelier-archive", "version": 1, "space": self.space, "title": "À nous",
            "language": "fr", "exported": 0, "leftOut": 0, "documents": documents, "people": [], "attachments": []});
        if lists {
            let file = self.file.rsplit('/').next().expect("an id");
            let digest = hexadecimal(&Sha256::digest(b"own"));
            let attachment = json!({"id": file, "document": self.board, "participant": self.person, "name": "a.pdf",
                "sha256": digest});
            let person =
                json!({"id": self.person, "name": "Zoé", "structure": null, "role": "facilitator"});
            (manifest["attachments"], manifest["people"]) = (json!([attachment]), json!([person]));
            files.push((format!("attachments/{file}"), b"own".to_vec()));
        }
        files.push((
            "manifest.json".to_owned(),
            manifest.to_string().into_bytes(),
        ));
        Tarball(files).bytes()
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn made(
    kind: &str,
    fill: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Automerge {
    let kind: DocumentKind = kind.parse().expect("a kind");
    let mut document = kind.create(None, ActorId::from([8; 16]), Language::French);
    document.set_actor(ActorId::from([7; 16]));
    document.transact(fill).expect("written");
    document
}

fn puts(
    edit: &mut Transaction<'_>,
    object: &ObjId,
    texts: &[(&str, &str)],
) -> Result<(), AutomergeError> {
    for (key, text) in texts {
        edit.put(object, *key, *text)?;
    }
    Ok(())
}

/// What came of an archive, and everything its bringer is told.
struct Arrived {
    told: Vec<Vec<u8>>,
    board: kanban::Kanban,
    pads: Vec<String>,
}

async fn arrive(device: &Device, archive: Vec<u8>) -> Arrived {
    let made = brings(device, archive).await.is(StatusCode::CREATED);
    let space = made.text_at("/id");
    let seen = device.sees(&space).await;
    let of = |kind: &str| super::id_of(&seen, "documents", "kind", kind);
    let (board, vote) = (of("kanban"), of("vote"));
    let rounds = format!("/api/votes/{vote}/rounds");
    let round = device.posts(&rounds, json!({})).await.text_at("/round");
    for step in ["open", "close", "reveal"] {
        let step = format!("{rounds}/{round}/{step}?evenFew=true");
        device.posts(&step, Value::Null).await.is(StatusCode::OK);
    }
    let bricks = json!({"bricks": ["b3", "b4", "b5"]});
    let pads = device
        .posts(&format!("{rounds}/{round}/pads"), bricks)
        .await;
    let pads = pads.is(StatusCode::CREATED);
    let opened = pads.json()["documents"].as_array().expect("pads").clone();
    let mut told = vec![made.body, pads.body];
    let seen = device.sees(&space).await;
    for document in seen["documents"].as_array().expect("documents") {
        let id = document["id"].as_str().expect("an id");
        for format in ["json", "md", "txt", "html", "csv", "ics", "automerge"] {
            told.push(
                device
                    .gets(&format!("/api/documents/{id}.{format}"))
                    .await
                    .body,
            );
        }
        told.push(
            device
                .gets(&format!("/api/documents/{id}/authors"))
                .await
                .body,
        );
        told.push(device.gets(&format!("/w/{space}/{id}")).await.body);
    }
    let read = kanban::read(&takes(device, &board).await);
    let urls = read.cards.iter().map(|card| &card.attachments[0].url);
    for url in urls.filter(|url| !url.is_empty()) {
        told.push(device.gets(url).await.body);
    }
    for path in ["", "/archive", "/structures", "/reminders"] {
        told.push(
            device
                .gets(&format!("/api/spaces/{space}{path}"))
                .await
                .body,
        );
    }
    told.push(device.gets("/api/me").await.body);
    Arrived {
        told,
        board: read,
        pads: opened
            .iter()
            .map(|pad| pad["id"].as_str().expect("an id").to_owned())
            .collect(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_archive_tells_nothing_of_what_it_names_of_others() {
    let house = House::local();
    let victim = Victim::of(&house).await;
    for lists in [false, true] {
        let zoe = house.device();
        let arrived = arrive(&zoe, victim.archive(lists)).await;
        for answer in &arrived.told {
            let text = String::from_utf8_lossy(answer);
            assert!(!text.contains(SECRET), "listed: {lists}; {text}");
        }
        for pad in &arrived.pads {
            assert!(![&victim.pad, &victim.board, &victim.vote].contains(&pad));
        }
        assert_eq!(arrived.board.cards.len(), victim.addresses().len());
        for card in &arrived.board.cards {
            let names = format!("{card:?}");
            for id in [
                &victim.space,
                &victim.person,
                &victim.pad,
                &victim.board,
                &victim.file,
            ] {
                assert!(!names.contains(id.as_str()), "listed: {lists}; {names}");
            }
            assert_eq!(
                card.people,
                std::slice::from_ref(&card.created_by),
                "the same person"
            );
            assert_eq!(card.comments[0].by, card.created_by);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_archive_lists_is_found_again_under_its_new_names() {
    let house = House::local();
    let victim = Victim::of(&house).await;
    let zoe = house.device();
    let arrived = arrive(&zoe, victim.archive(true)).await;
    let files = arrived.board.cards.iter().filter(|card| {
        let url = &card.attachments[0].url;
        url.starts_with("/api/attachments/")
    });
    let urls: Vec<_> = files.map(|card| card.attachments[0].url.clone()).collect();
    assert_eq!(urls.len(), 1);
    assert_eq!(zoe.gets(&urls[0]).await.is(StatusCode::OK).body, b"own");
    let origins = arrived
        .board
        .cards
        .iter()
        .filter(|card| card.from.ends_with("#b2"));
    assert_eq!(origins.count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_of_another_tool_names_nobody_of_another_space() {
    let house = House::local();
    let victim = Victim::of(&house).await;
    let zoe = house.device();
    let space = zoe.makes_workshop("À nous").await.id;
    let board = zoe.makes_board(&space).await;
    let csv = format!(
        "title,column,assignee\nUne carte,À faire,{}\n",
        victim.person
    );
    let body = json!({"text": csv, "people": {&victim.person: victim.person}, "apply": true});
    let path = format!("/api/kanbans/{board}/imports");
    let brought = zoe.posts(&path, body).await.is(StatusCode::OK);
    assert!(!brought.text().contains(SECRET));
    let read = kanban::read(&takes(&zoe, &board).await);
    assert_eq!(read.cards.len(), 1);
    assert!(read.cards[0].people.is_empty());
}
