//! Who may do what, on every route: the cells come from the server's own table of rights.

use atelier::request::rights::Deed;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use store::{NewAttachment, NewMessage, SpaceKind};

use crate::house::{Answer, Device, House, Workshop};

/// Everybody who could ask, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Asker {
    Nobody,
    Stranger,
    Member(store::Role),
}

const ASKERS: [Asker; 5] = [
    Asker::Nobody,
    Asker::Stranger,
    Asker::Member(store::Role::Reader),
    Asker::Member(store::Role::Participant),
    Asker::Member(store::Role::Facilitator),
];

impl Asker {
    fn expected(self, deed: Deed) -> Expected {
        match self {
            Self::Nobody => Expected::Unauthorized,
            Self::Stranger => Expected::NotFound,
            Self::Member(role) if role >= deed.least_role(SpaceKind::Workshop) => Expected::Done,
            Self::Member(_) => Expected::NotFound,
        }
    }
}

#[derive(Debug, PartialEq)]
enum Expected {
    Done,
    NotFound,
    Unauthorized,
}

/// The name of a note that nobody wrote.
const NOTE: &str = "00112233445566778899aabbccddeeff";

/// A workshop with somebody in it to whom things can be done.
struct Scene {
    house: House,
    /// She opened the round before anybody who asks was there.
    nadia: Device,
    workshop: Workshop,
    other: String,
    pad: String,
    /// A pad that was put away.
    shelved: String,
    board: String,
    /// A file that Nadia attached.
    file: String,
    vote: String,
    round: String,
    /// A question that is being asked.
    asking: String,
    /// A wall that takes notes.
    wall: String,
    /// Something that Nadia said.
    message: String,
}

/// Who asks, and what is theirs.
struct Own {
    id: String,
    file: String,
    message: String,
}

impl Scene {
    async fn new() -> Self {
        let house = House::local();
        let nadia = house.device();
        let workshop = nadia.makes_workshop("Lilas").await;
        let pad = nadia.makes_pad(&workshop.id, "Notes").await;
        let shelved = nadia.makes_pad(&workshop.id, "Vieux").await;
        nadia.puts_away(&shelved).await;
        let board = nadia.makes_board(&workshop.id).await;
        let path = format!("/api/kanbans/{board}/attachments?name=a.txt");
        let file = nadia.sends_file(&path, vec![7]).await.text_at("/url");
        let body = json!({"kind": "vote", "title": "Briques"});
        let made = nadia
            .posts(&format!("/api/spaces/{}/documents", workshop.id), body)
            .await;
        let vote = format!("/api/votes/{}", made.text_at("/id"));
        nadia.patches(&vote, json!({"proposals": true})).await;
        let made = nadia.posts(&format!("{vote}/rounds"), json!({})).await;
        let round = format!("{vote}/rounds/{}", made.text_at("/round"));
        nadia.posts(&format!("{round}/open"), Value::Null).await;
        let said = format!("/api/spaces/{}/messages", workshop.id);
        let said = nadia.posts(&said, json!({"body": "Bonjour"})).await;
        let message = said.text_at("/id");
        let body = json!({"kind": "round", "title": "Météo"});
        let made = nadia
            .posts(&format!("/api/spaces/{}/documents", workshop.id), body)
            .await;
        let feelings = format!("/api/rounds/{}", made.text_at("/id"));
        let made = nadia.posts(&format!("{feelings}/askings"), json!({})).await;
        let asking = format!("{feelings}/askings/{}", made.text_at("/asking"));
        let body = json!({"kind": "wall", "title": "Attentes"});
        let made = nadia
            .posts(&format!("/api/spaces/{}/documents", workshop.id), body)
            .await;
        let wall = format!("/api/walls/{}", made.text_at("/id"));
        let rules = json!({"named": false, "hidden": true, "moderated": false});
        let announced = nadia.posts(&format!("{wall}/announce"), rules).await;
        announced.is(StatusCode::OK);
        let other = house.device().joins(&workshop.participant, "Bob").await;
        Self {
            house,
            nadia,
            workshop,
            other,
            pad,
            shelved,
            board,
            file,
            vote,
            round,
            asking,
            wall,
            message,
        }
    }

    async fn device(&self, asker: Asker) -> Device {
        let device = self.house.device();
        match asker {
            Asker::Nobody => {}
            Asker::Stranger => drop(device.makes_workshop("Ailleurs").await),
            Asker::Member(role) => drop(device.joins(self.link(role), "Alice").await),
        }
        device
    }

    fn link(&self, role: store::Role) -> &str {
        match role {
            store::Role::Reader => &self.workshop.reader,
            store::Role::Participant => &self.workshop.participant,
            store::Role::Facilitator => &self.workshop.facilitator,
        }
    }

    /// What this one attached and said, whatever they may do by now.
    async fn own_of(&self, id: String) -> Own {
        let new = NewMessage {
            space: self.workshop.id.parse().expect("an id"),
            document: None,
            participant: id.parse().expect("an id"),
            body: "À moi".into(),
        };
        let said = self.house.app.store.say(new).await.expect("said");
        Own {
            file: self.file_of(&id).await,
            message: said.id.to_string(),
            id,
        }
    }

    async fn file_of(&self, own: &str) -> String {
        let new = NewAttachment {
            document: self.board.parse().expect("an id"),
            participant: own.parse().expect("an id"),
            name: "b.txt".into(),
            bytes: vec![7],
        };
        let id = self.house.app.store.attach(new).await.expect("attached");
        format!("/api/attachments/{id}")
    }

    /// The request that is the deed, when `own` is who asks.
    fn request(&self, deed: Deed, own: &Own) -> (Method, String, Value) {
        let space = format!("/api/spaces/{}", self.workshop.id);
        let (other, pad) = (&self.other, &self.pad);
        let (vote, round) = (&self.vote, &self.round);
        match deed {
            Deed::SeeSpace => (Method::GET, space, Value::Null),
            Deed::TakeReturnLink => (Method::POST, format!("{space}/return-link"), Value::Null),
            Deed::ChangeSelf => (
                Method::PATCH,
                format!("{space}/people/{}", own.id),
                json!({"name": "Zoé"}),
            ),
            Deed::RemoveSelf => (
                Method::DELETE,
                format!("{space}/people/{}", own.id),
                Value::Null,
            ),
            Deed::ExportDocument => (Method::GET, format!("/api/documents/{pad}.md"), Value::Null),
            Deed::StarVersion => (
                Method::POST,
                format!("/api/documents/{pad}/stars"),
                json!({"label": "Midi"}),
            ),
            Deed::CreateDocument => (
                Method::POST,
                format!("{space}/documents"),
                json!({"kind": "pad", "title": "Idées"}),
            ),
            Deed::ShowHand => (Method::PUT, format!("{space}/conduct/hand"), Value::Null),
            Deed::Conduct => (
                Method::POST,
                format!("{space}/conduct/ready-check"),
                Value::Null,
            ),
            Deed::ReadMessages => (Method::GET, format!("{space}/messages"), Value::Null),
            Deed::SayMessage => (
                Method::POST,
                format!("{space}/messages"),
                json!({"body": "Bonjour"}),
            ),
            Deed::TakeBackOwnMessage => (
                Method::DELETE,
                format!("{space}/messages/{}", own.message),
                Value::Null,
            ),
            Deed::TakeBackMessage => (
                Method::DELETE,
                format!("{space}/messages/{}", self.message),
                Value::Null,
            ),
            Deed::ChangeDocument => (
                Method::PATCH,
                format!("/api/documents/{pad}"),
                json!({"title": "Idées"}),
            ),
            Deed::LockDocument => (
                Method::PATCH,
                format!("/api/documents/{pad}"),
                json!({"locked": true}),
            ),
            Deed::KeepScreen => (Method::POST, format!("{space}/screen"), Value::Null),
            Deed::LockSpace => (Method::PATCH, space, json!({"locked": true})),
            Deed::AttachFile => (
                Method::POST,
                format!("/api/kanbans/{}/attachments?name=a.txt", self.board),
                json!("content"),
            ),
            Deed::DeleteOwnFile => (Method::DELETE, own.file.clone(), Value::Null),
            Deed::DeleteFile => (Method::DELETE, self.file.clone(), Value::Null),
            Deed::DeleteDocument => (
                Method::DELETE,
                format!("/api/documents/{}", self.shelved),
                Value::Null,
            ),
            Deed::SeeUsage => (Method::GET, format!("{space}/usage"), Value::Null),
            Deed::ImportKanban => (
                Method::POST,
                format!("/api/kanbans/{}/imports", self.board),
                json!({"text": "Titre\nUn devis", "people": {}, "apply": true}),
            ),
            Deed::KeepCalendar => (
                Method::GET,
                format!("/api/kanbans/{}/calendar", self.board),
                Value::Null,
            ),
            Deed::SeeRound => (Method::GET, round.clone(), Value::Null),
            Deed::ProposeBrick => (
                Method::POST,
                format!("{vote}/bricks"),
                json!({"title": "Wiki"}),
            ),
            Deed::CastBallot => (
                Method::PUT,
                format!("{round}/ballot"),
                json!({"dots": {"b3": 1}}),
            ),
            Deed::HoldVote => (Method::POST, format!("{round}/close"), Value::Null),
            Deed::SeeAsking => (Method::GET, self.asking.clone(), Value::Null),
            Deed::GiveAnswer => (
                Method::PUT,
                format!("{}/answer", self.asking),
                json!({"state": 1, "word": "Bien"}),
            ),
            Deed::HoldRound => (Method::DELETE, self.asking.clone(), Value::Null),
            Deed::SeeWall => (Method::GET, self.wall.clone(), Value::Null),
            Deed::WriteNote => (
                Method::PUT,
                format!("{}/notes/{NOTE}", self.wall),
                json!({"text": "Apprendre", "column": "c1"}),
            ),
            Deed::HoldWall => (Method::POST, format!("{}/reveal", self.wall), Value::Null),
            Deed::TakeArchive => (Method::GET, format!("{space}/archive"), Value::Null),
            Deed::TakeReminders => (Method::GET, format!("{space}/reminders"), Value::Null),
            Deed::KeepTokens => (Method::GET, format!("{space}/tokens"), Value::Null),
            Deed::SeeStructures => (Method::GET, format!("{space}/structures"), Value::Null),
            Deed::EndSpace => (Method::DELETE, space, json!({"title": "Lilas"})),
            Deed::ExpectPerson => (
                Method::POST,
                format!("{space}/people"),
                json!({"name": "Awa"}),
            ),
            Deed::ChangeSpace => (Method::PATCH, space, json!({"title": "Parc"})),
            Deed::OpenDoor => (Method::POST, format!("{space}/code"), Value::Null),
            Deed::CloseDoor => (Method::DELETE, format!("{space}/code"), Value::Null),
            Deed::RotateLink => (Method::POST, format!("{space}/links/reader"), Value::Null),
            Deed::ChangeOther => (
                Method::PATCH,
                format!("{space}/people/{other}"),
                json!({"name": "Zoé"}),
            ),
            Deed::ChangeRole => (
                Method::PATCH,
                format!("{space}/people/{other}"),
                json!({"role": "reader"}),
            ),
            Deed::RemoveOther => (
                Method::DELETE,
                format!("{space}/people/{other}"),
                Value::Null,
            ),
        }
    }

    async fn attempt(&self, asker: Asker, deed: Deed) -> Answer {
        let device = self.device(asker).await;
        let own = match asker {
            Asker::Member(_) => device.own_id(&self.workshop.id).await,
            Asker::Nobody | Asker::Stranger => self.other.clone(),
        };
        // Whoever came after the round was opened votes once let in; a reader never does.
        let elector = format!("{}/electors/{own}", self.round);
        self.nadia.puts(&elector, Value::Null).await;
        let own = self.own_of(own).await;
        let (method, path, body) = self.request(deed, &own);
        device.asks(method, &path, body).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_does_what_it_may_and_nothing_else() {
    for deed in Deed::ALL {
        for asker in ASKERS {
            let answer = Scene::new().await.attempt(asker, deed).await;
            let found = match answer.status {
                StatusCode::NOT_FOUND => Expected::NotFound,
                StatusCode::UNAUTHORIZED => Expected::Unauthorized,
                status if status.is_success() => Expected::Done,
                other => panic!("{asker:?} {deed:?}: {other} {}", answer.text()),
            };
            assert_eq!(found, asker.expected(deed), "{asker:?} {deed:?}");
        }
    }
}

/// With a token of the facilitator, who may do everything: what a program does not get is what is for people.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_does_what_is_for_programs_and_nothing_else() {
    for deed in Deed::ALL {
        let scene = Scene::new().await;
        let tokens = format!("/api/spaces/{}/tokens", scene.workshop.id);
        let body = json!({"name": "Script", "scope": "write"});
        let made = scene.nadia.posts(&tokens, body).await;
        let shown = format!("Bearer {}", made.text_at("/secret"));
        let own = scene.nadia.own_id(&scene.workshop.id).await;
        let own = scene.own_of(own).await;
        let (method, path, body) = scene.request(deed, &own);
        let program = scene.house.device();
        let answer = program
            .asks_with(method, &path, body, &[("authorization", &shown)])
            .await;
        let expected = match deed.is_for_programs() {
            true => answer.status.is_success(),
            false => answer.status == StatusCode::NOT_FOUND,
        };
        assert!(expected, "{deed:?}: {} {}", answer.status, answer.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_changes_nothing() {
    let scene = Scene::new().await;
    let nadia = scene.device(Asker::Member(store::Role::Facilitator)).await;
    let reader = scene.device(Asker::Member(store::Role::Reader)).await;
    let own = reader.own_id(&scene.workshop.id).await;
    let own = scene.own_of(own).await;
    let before = nadia.sees(&scene.workshop.id).await;
    for deed in Deed::ALL
        .into_iter()
        .filter(|deed| deed.least_role(SpaceKind::Workshop) > store::Role::Reader)
    {
        let (method, path, body) = scene.request(deed, &own);
        reader.asks(method, &path, body).await.not_found();
    }
    assert_eq!(nadia.sees(&scene.workshop.id).await, before);
}
