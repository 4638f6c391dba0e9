//! Two workshops that know nothing of each other: what belongs to one does not exist for the other.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use store::{DocumentId, MessageId, ParticipantId, SpaceId};

use crate::house::{Answer, Device, House};

/// The identifiers that stand in paths.
struct Ids {
    space: String,
    person: String,
    pad: String,
}

impl Ids {
    fn of_nothing() -> Self {
        Self {
            space: SpaceId::random().to_string(),
            person: ParticipantId::random().to_string(),
            pad: DocumentId::random().to_string(),
        }
    }

    /// Every request that names something.
    fn requests(&self) -> Vec<(Method, String, Value)> {
        let space = format!("/api/spaces/{}", self.space);
        let person = format!("{space}/people/{}", self.person);
        let pad = format!("/api/documents/{}", self.pad);
        let mut requests = vec![
            (Method::GET, space.clone(), Value::Null),
            (Method::PATCH, space.clone(), json!({"title": "Pris"})),
            (Method::POST, format!("{space}/code"), Value::Null),
            (Method::DELETE, format!("{space}/code"), Value::Null),
            (
                Method::POST,
                format!("{space}/links/facilitator"),
                Value::Null,
            ),
            (Method::POST, format!("{space}/return-link"), Value::Null),
            (Method::PATCH, person.clone(), json!({"name": "Pris"})),
            (
                Method::PATCH,
                person.clone(),
                json!({"role": "facilitator"}),
            ),
            (Method::POST, format!("{person}/return-link"), Value::Null),
            (Method::DELETE, person, Value::Null),
            (Method::DELETE, space.clone(), json!({"title": "Pris"})),
            (Method::POST, format!("{space}/keep"), Value::Null),
            (
                Method::POST,
                format!("{space}/people"),
                json!({"name": "Pris"}),
            ),
            (
                Method::POST,
                format!("{space}/documents"),
                json!({"kind": "pad", "title": "Pris"}),
            ),
            (Method::PATCH, pad.clone(), json!({"archived": true})),
            (Method::DELETE, pad.clone(), Value::Null),
            (Method::GET, format!("{pad}/deletion"), Value::Null),
            (Method::GET, format!("{space}/usage"), Value::Null),
            (Method::GET, format!("{space}/conduct"), Value::Null),
            (Method::GET, format!("{space}/conduct/steps"), Value::Null),
            (
                Method::POST,
                format!("{space}/conduct"),
                json!({"from": 0, "deed": {"type": "next"}}),
            ),
            (Method::PUT, format!("{space}/conduct/hand"), Value::Null),
            (
                Method::DELETE,
                format!("{space}/conduct/hands/{}", self.person),
                Value::Null,
            ),
            (Method::PUT, format!("{space}/conduct/ready"), Value::Null),
            (Method::GET, format!("{space}/messages"), Value::Null),
            (
                Method::POST,
                format!("{space}/messages"),
                json!({"body": "Pris"}),
            ),
            (
                Method::DELETE,
                format!("{space}/messages/{}", MessageId::random()),
                Value::Null,
            ),
        ];
        let exports =
            ["md", "txt", "html", "json", "automerge"].map(|format| format!("{pad}.{format}"));
        requests.extend(exports.map(|path| (Method::GET, path, Value::Null)));
        requests
    }
}

async fn tenant(house: &House, title: &str) -> (Device, Ids) {
    let device = house.device();
    let space = device.makes_workshop(title).await.id;
    let person = device.own_id(&space).await;
    let pad = device.makes_pad(&space, "Notes").await;
    (device, Ids { space, person, pad })
}

async fn answers(device: &Device, ids: &Ids) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (method, path, body) in ids.requests() {
        answers.push(device.asks(method, &path, body).await);
    }
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_others_is_answered_byte_for_byte_like_what_does_not_exist() {
    let house = House::local();
    let (mine, _) = tenant(&house, "Lilas").await;
    let (other, theirs) = tenant(&house, "Parc").await;
    let before = other.sees(&theirs.space).await;
    let forbidden = answers(&mine, &theirs).await;
    let unknown = answers(&mine, &Ids::of_nothing()).await;
    for (answer, (method, path, _)) in forbidden.iter().zip(theirs.requests()) {
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
    }
    assert_eq!(forbidden, unknown);
    assert_eq!(other.sees(&theirs.space).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_and_documents_of_others_cannot_be_reached_through_ones_own_space() {
    let house = House::local();
    let (mine, own) = tenant(&house, "Lilas").await;
    let (_, theirs) = tenant(&house, "Parc").await;
    let person = format!("/api/spaces/{}/people/{}", own.space, theirs.person);
    mine.patches(&person, json!({"name": "Pris"}))
        .await
        .not_found();
    mine.deletes(&person).await.not_found();
    let page = mine.gets(&format!("/w/{}/{}", own.space, theirs.pad)).await;
    assert!(!page.text().contains("Notes"));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_others_are_like_pages_of_nothing() {
    let house = House::local();
    let (mine, _) = tenant(&house, "Lilas").await;
    let (_, theirs) = tenant(&house, "Parc").await;
    let nothing = Ids::of_nothing();
    let pairs = [
        (
            format!("/w/{}", theirs.space),
            format!("/w/{}", nothing.space),
        ),
        (
            format!("/w/{}/{}", theirs.space, theirs.pad),
            format!("/w/{}/{}", nothing.space, nothing.pad),
        ),
    ];
    for (forbidden, unknown) in pairs {
        assert_eq!(mine.gets(&forbidden).await, mine.gets(&unknown).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_nothing_is_told_apart_either() {
    let house = House::local();
    let (_, theirs) = tenant(&house, "Parc").await;
    let nobody = house.device();
    let forbidden = answers(&nobody, &theirs).await;
    assert!(
        forbidden
            .iter()
            .all(|answer| answer.status == StatusCode::UNAUTHORIZED)
    );
    assert_eq!(forbidden, answers(&nobody, &Ids::of_nothing()).await);
}

#[tokio::test]
async fn what_is_no_identifier_does_not_exist() {
    let house = House::local();
    let mine = house.device();
    mine.makes_workshop("Lilas").await;
    let unknown = mine
        .gets(&format!("/api/spaces/{}", SpaceId::random()))
        .await;
    for odd in ["x", "0OIl", "..%2F..%2Fetc", "%00", &"1".repeat(2_000)] {
        assert_eq!(
            mine.gets(&format!("/api/spaces/{odd}")).await,
            unknown,
            "{odd}"
        );
    }
}
