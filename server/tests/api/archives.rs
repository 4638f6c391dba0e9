//! Structures that leave as one file and arrive somewhere else, with everything that is in them.

mod continued;
mod hostile;
mod strangers;
mod tarball;

use atelier::rooms::EditError;
use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use axum::http::StatusCode;
use crdt::kanban;
use crdt::pad::comments::comments;
use serde_json::{Value, json};
use store::{Append, DocumentId, ParticipantId, SpaceId};

use crate::house::{Answer, Device, House};
use crate::structures::Structure;

/// Somebody's actor in the board.
const ACTOR: [u8; 16] = [9; 16];

/// A structure with people, a card, a file and a pad.
pub struct Scene {
    house: House,
    lea: Device,
    made: Structure,
    own: String,
    awa: String,
    file: String,
    pad: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let lea = house.device();
        let made = lea.makes_structure(None).await;
        let own = lea.own_id(&made.id).await;
        let people = format!("/api/spaces/{}/people", made.id);
        let awa = lea.posts(&people, json!({"name": "Awa"})).await;
        let path = format!("/api/kanbans/{}/attachments?name=devis.pdf", made.document);
        let file = lea.sends_file(&path, b"a quote".to_vec()).await;
        let scene = Self {
            awa: awa.text_at("/id"),
            file: file.text_at("/url"),
            pad: lea.makes_pad(&made.id, "Notes").await,
            house,
            lea,
            made,
            own,
        };
        scene.writes_a_card().await;
        scene
    }

    /// As Léa's browser would, before anybody opens the board.
    async fn writes_a_card(&self) {
        let store = &self.house.app.store;
        let id: DocumentId = self.made.document.parse().expect("an id");
        let stored = store.load_document(id).await.expect("stored");
        let stored = stored.expect("a document");
        let chunks = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
        let mut board = crdt::open::open(chunks).expect("whole");
        board.set_actor(ActorId::from(ACTOR));
        self.card(&mut board);
        let change = board.get_last_local_change().expect("a change");
        let append = Append {
            document: id,
            bytes: change.raw_bytes().to_vec(),
            heads: board.get_heads().iter().map(|head| head.0).collect(),
            actors: vec![(ACTOR.to_vec(), self.own.parse().expect("an id"))],
        };
        store.append(append).await.expect("kept");
    }

    fn card(&self, board: &mut Automerge) {
        let written = board.transact::<_, _, automerge::AutomergeError>(|edit| {
            let (_, cards) = edit.get(ROOT, "cards")?.expect("cards");
            let card = edit.put_object(&cards, "k1", ObjType::Map)?;
            for (key, text) in [
                ("title", "Un devis"),
                ("column", "c1"),
                ("rank", "V"),
                ("createdBy", &self.own),
                (
                    "from",
                    &format!("/w/{}/{}#b2", self.made.id, self.made.document),
                ),
            ] {
                edit.put(&card, key, text)?;
            }
            let text = edit.put_object(&card, "description", ObjType::Text)?;
            edit.splice_text(&text, 0, 0, "Demander à trois maisons")?;
            let people = edit.put_object(&card, "people", ObjType::Map)?;
            edit.put(&people, self.own.as_str(), true)?;
            edit.put(&people, self.awa.as_str(), true)?;
            let files = edit.put_object(&card, "attachments", ObjType::Map)?;
            let file = edit.put_object(&files, "f1", ObjType::Map)?;
            edit.put(&file, "url", self.file.as_str())
        });
        written.expect("written");
    }

    async fn archive(&self) -> Vec<u8> {
        let path = format!("/api/spaces/{}/archive", self.made.id);
        let file = self.lea.gets(&path).await.is(StatusCode::OK);
        assert_eq!(file.header("content-type"), "application/x-tar");
        let name = file.header("content-disposition");
        assert!(name.contains("filename=\"La-Ruche.tar\""), "{name}");
        file.body
    }
}

pub async fn brings(device: &Device, archive: Vec<u8>) -> Answer {
    let path = "/api/structures/archive?name=Zo%C3%A9";
    device.sends_file(path, archive).await
}

async fn takes(device: &Device, document: &str) -> Automerge {
    let path = format!("/api/documents/{document}.automerge");
    let file = device.gets(&path).await.is(StatusCode::OK);
    crdt::open::open([file.body.as_slice()]).expect("whole")
}

fn id_of(space: &Value, place: &str, key: &str, value: &str) -> String {
    let all = space[place].as_array().expect("a list");
    let found = all.iter().find(|each| each[key] == value);
    let id = found.and_then(|each| each["id"].as_str());
    id.expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_structure_arrives_on_another_server_with_its_whole_history() {
    let scene = Scene::new().await;
    let board = takes(&scene.lea, &scene.made.document).await;
    let pad = takes(&scene.lea, &scene.pad).await;
    let stars = format!("/api/documents/{}/stars", scene.pad);
    let star = scene.lea.posts(&stars, json!({"label": "Midi"})).await;
    star.is(StatusCode::CREATED);
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let made = brings(&zoe, scene.archive().await).await;
    let made = made.is(StatusCode::CREATED);
    let space = zoe.sees(&made.text_at("/id")).await;
    assert_eq!(
        (&space["title"], &space["kind"], &space["role"]),
        (
            &json!("La Ruche"),
            &json!("structure"),
            &json!("participant")
        )
    );
    let lea = id_of(&space, "people", "name", "Léa");
    let awa = id_of(&space, "people", "name", "Awa");
    id_of(&space, "people", "name", "Zoé");
    let there = made.text_at("/document");
    assert_eq!(id_of(&space, "documents", "kind", "kanban"), there);
    let arrived = takes(&zoe, &there).await;
    let [rename] = arrived.get_heads()[..] else {
        panic!("one change follows")
    };
    let rename = arrived.get_change_by_hash(&rename).expect("the last");
    assert_eq!(rename.deps(), board.get_heads());
    assert_eq!(
        arrived.get_changes(&[]).len(),
        board.get_changes(&[]).len() + 1
    );
    let mut wanted = kanban::read(&board).cards[0].clone();
    let card = kanban::read(&arrived).cards[0].clone();
    wanted.people = [lea.clone(), awa].into();
    wanted.people.sort();
    wanted.created_by.clone_from(&lea);
    wanted.from = format!("/w/{}/{there}#b2", made.text_at("/id"));
    wanted.attachments[0]
        .url
        .clone_from(&card.attachments[0].url);
    assert_eq!(card, wanted);
    let file = zoe.gets(&card.attachments[0].url).await;
    assert_eq!(file.is(StatusCode::OK).body, b"a quote");
    let notes = id_of(&space, "documents", "kind", "pad");
    let stars = zoe.gets(&format!("/api/documents/{notes}/stars")).await;
    let star = &stars.is(StatusCode::OK).json()["stars"][0];
    assert_eq!(
        (&star["label"], &star["step"], &star["participant"]),
        (&json!("Midi"), &json!(1), &json!(lea))
    );
    assert_eq!(takes(&zoe, &notes).await.get_heads(), pad.get_heads());
    let there: DocumentId = there.parse().expect("an id");
    let kept = elsewhere.app.store.load_document(there).await;
    let owner: ParticipantId = lea.parse().expect("an id");
    let kept = kept.expect("stored").expect("a document");
    assert_eq!(kept.actors, [(ACTOR.to_vec(), owner)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_about_a_pad_arrives_with_who_said_it() {
    let scene = Scene::new().await;
    let (space, id): (SpaceId, DocumentId) = (
        scene.made.id.parse().expect("an id"),
        scene.pad.parse().expect("an id"),
    );
    let own = scene.own.clone();
    let said = scene.house.app.rooms.edit(space, id, move |edit| {
        let (_, comments) = edit.get(ROOT, "comments")?.expect("a new pad has it");
        let comment = edit.put_object(&comments, "k1", ObjType::Map)?;
        for (key, text) in [("by", &own), ("resolvedBy", &own)] {
            edit.put(&comment, key, text.as_str())?;
        }
        edit.put(&comment, "resolved", 5)?;
        edit.put(&comment, "text", "Vraiment ?")
    });
    said.await
        .map_err(|error: EditError<automerge::AutomergeError>| error.to_string())
        .expect("written");
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let made = brings(&zoe, scene.archive().await).await;
    let space = zoe.sees(&made.is(StatusCode::CREATED).text_at("/id")).await;
    let lea = id_of(&space, "people", "name", "Léa");
    let arrived = takes(&zoe, &id_of(&space, "documents", "kind", "pad")).await;
    let [comment] = &comments(&arrived)[..] else {
        panic!("one comment");
    };
    assert_eq!((&comment.words.by, &comment.resolved_by), (&lea, &lea));
    assert_eq!(comment.words.text, "Vraiment ?");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_said_to_each_other_arrives_where_they_said_it() {
    let scene = Scene::new().await;
    let messages = format!("/api/spaces/{}/messages", scene.made.id);
    for said in [
        json!({"body": "Bonjour"}),
        json!({"body": "Ça va ?"}),
        json!({"body": "Ici", "document": scene.pad}),
    ] {
        let answer = scene.lea.posts(&messages, said).await;
        answer.is(StatusCode::CREATED);
    }
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    let made = brings(&zoe, scene.archive().await).await;
    let space = made.is(StatusCode::CREATED).text_at("/id");
    let seen = zoe.sees(&space).await;
    let lea = id_of(&seen, "people", "name", "Léa");
    let pad = id_of(&seen, "documents", "kind", "pad");
    let messages = format!("/api/spaces/{space}/messages");
    let there = zoe.gets(&messages).await.json();
    let said: Vec<_> = there["messages"]
        .as_array()
        .expect("messages")
        .iter()
        .collect();
    assert_eq!(
        (said.len(), &said[0]["body"], &said[1]["body"]),
        (2, &json!("Bonjour"), &json!("Ça va ?"))
    );
    assert_eq!(said[0]["participant"], lea);
    let there = zoe.gets(&format!("{messages}?document={pad}")).await.json();
    assert_eq!(there["messages"][0]["body"], "Ici");
    // The next one comes after them.
    let next = zoe.posts(&messages, json!({"body": "Encore"})).await;
    assert_eq!(next.is(StatusCode::CREATED).json()["number"], 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_arrived_goes_on_living() {
    let scene = Scene::new().await;
    let zoe = scene.house.device();
    let first = brings(&zoe, scene.archive().await).await;
    let first = first.is(StatusCode::CREATED);
    let space = first.text_at("/id");
    assert_ne!(space, scene.made.id, "the first one stays");
    let link = first.text_at("/links/participant");
    scene.house.device().joins(&link, "Bob").await;
    let lea = id_of(&zoe.sees(&space).await, "people", "name", "Léa");
    let path = format!("/api/spaces/{space}/people/{lea}/return-link");
    let link = zoe.posts(&path, Value::Null).await.text_at("/link");
    assert_eq!(scene.house.device().joins(&link, "Léa").await, lea);
    let again = zoe.gets(&format!("/api/spaces/{space}/archive")).await;
    let again = brings(&zoe, again.is(StatusCode::OK).body).await;
    let there = again.is(StatusCode::CREATED).text_at("/document");
    let cards = kanban::read(&takes(&zoe, &there).await).cards;
    assert_eq!(cards[0].title, "Un devis");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_do_not_fit_are_left_out_and_counted() {
    let scene = Scene::new().await;
    let path = format!(
        "/api/kanbans/{}/attachments?name=a.bin",
        scene.made.document
    );
    for _ in 0..12 {
        let file = vec![7; store::limits::ATTACHMENT_BYTES_MAX];
        scene
            .lea
            .sends_file(&path, file)
            .await
            .is(StatusCode::CREATED);
    }
    let archive = scene.archive().await;
    let mut parts = tarball::Tarball::of(&archive);
    let manifest: Value = serde_json::from_slice(parts.file("manifest.json")).expect("JSON");
    let kept = manifest["attachments"].as_array().expect("files").len();
    assert_eq!((manifest["leftOut"].as_u64(), kept), (Some(1), 12));
    let elsewhere = House::local();
    let zoe = elsewhere.device();
    brings(&zoe, archive).await.is(StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_secret_leaves_with_a_structure() {
    let scene = Scene::new().await;
    let archive = String::from_utf8_lossy(&scene.archive().await).into_owned();
    for link in [&scene.made.participant, &scene.made.reader] {
        let secret = link.rsplit(['/', '#', '=']).next().expect("a secret");
        assert!(!archive.contains(secret));
    }
    assert!(!archive.contains(&scene.lea.cookie()));
}
