//! Structures as devices meet them: made alone or from a workshop, held by their members, shared or not, outliving it.

use atelier::upkeep;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::house::{Answer, Device, House, Workshop};

/// A structure as its maker was told about it.
pub struct Structure {
    pub id: String,
    pub document: String,
    pub participant: String,
    pub reader: String,
}

impl Device {
    /// Makes a structure called 'La Ruche' and is its first member, Léa.
    pub async fn makes_structure(&self, workshop: Option<&Workshop>) -> Structure {
        let workshop = workshop.map(|workshop| &workshop.id);
        let body =
            json!({"title": "La Ruche", "language": "fr", "name": "Léa", "workshop": workshop});
        let made = self.posts("/api/structures", body).await;
        let made = made.is(StatusCode::CREATED);
        Structure {
            id: made.text_at("/id"),
            document: made.text_at("/document"),
            participant: made.text_at("/links/participant"),
            reader: made.text_at("/links/reader"),
        }
    }

    async fn shares(&self, structure: &Structure, shared: bool) -> Answer {
        let path = format!("/api/spaces/{}", structure.id);
        self.patches(&path, json!({"shared": shared})).await
    }
}

#[tokio::test]
async fn a_structure_is_made_from_the_home_page_with_its_kanban() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let seen = lea.sees(&made.id).await;
    assert_eq!(
        (&seen["kind"], &seen["role"]),
        (&json!("structure"), &json!("participant"))
    );
    assert_eq!(seen["people"][0]["name"], "Léa");
    let document = &seen["documents"][0];
    assert_eq!(
        (&document["kind"], &document["id"]),
        (&json!("kanban"), &json!(made.document))
    );
    assert_eq!(document["title"], "Plan d’action");
    for nothing in ["code", "workshop", "deletesAt"] {
        assert!(seen[nothing].is_null(), "{nothing}");
    }
    assert_eq!(
        (&seen["shared"], &seen["reminders"]),
        (&json!(false), &json!(false))
    );
    let mine = lea.gets("/api/me").await.json();
    assert_eq!(mine["spaces"][0]["kind"], "structure");
}

#[tokio::test]
async fn its_links_open_it_as_member_and_as_reader() {
    let house = House::local();
    let made = house.device().makes_structure(None).await;
    for (link, role) in [(&made.participant, "participant"), (&made.reader, "reader")] {
        let device = house.device();
        let door = device
            .posts("/api/door", json!({"link": link}))
            .await
            .json();
        assert_eq!(
            (&door["role"], &door["space"]["kind"]),
            (&json!(role), &json!("structure"))
        );
        device.joins(link, "Awa").await;
        assert_eq!(device.sees(&made.id).await["role"], role);
    }
}

#[tokio::test]
async fn a_member_may_everything_a_facilitator_may_and_a_reader_nothing() {
    let house = House::local();
    let made = house.device().makes_structure(None).await;
    let (bob, lise) = (house.device(), house.device());
    let other = bob.joins(&made.participant, "Bob").await;
    let own = lise.joins(&made.reader, "Lise").await;
    let space = format!("/api/spaces/{}", made.id);
    let deeds = [
        (Method::PATCH, space.clone(), json!({"title": "La Ruche"})),
        (Method::POST, format!("{space}/code"), Value::Null),
        (Method::DELETE, format!("{space}/code"), Value::Null),
        (Method::POST, format!("{space}/links/reader"), Value::Null),
        (
            Method::POST,
            format!("{space}/people"),
            json!({"name": "Awa"}),
        ),
        (Method::DELETE, space.clone(), json!({"title": "La Ruche"})),
        (Method::POST, format!("{space}/keep"), Value::Null),
        (
            Method::PATCH,
            format!("{space}/people/{own}"),
            json!({"role": "participant"}),
        ),
        (
            Method::PATCH,
            format!("{space}/people/{own}"),
            json!({"role": "reader"}),
        ),
        (Method::DELETE, format!("{space}/people/{own}"), Value::Null),
    ];
    for (method, path, body) in &deeds[..7] {
        lise.asks(method.clone(), path, body.clone())
            .await
            .not_found();
    }
    let path = format!("{space}/people/{other}");
    lise.deletes(&path).await.not_found();
    for (method, path, body) in deeds {
        let answer = bob.asks(method.clone(), &path, body).await;
        assert!(
            answer.status.is_success(),
            "{method} {path} {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn nobody_facilitates_a_structure() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let link = format!("/api/spaces/{}/links/facilitator", made.id);
    lea.posts(&link, Value::Null).await.not_found();
    let own = format!(
        "/api/spaces/{}/people/{}",
        made.id,
        lea.own_id(&made.id).await
    );
    lea.patches(&own, json!({"role": "facilitator"}))
        .await
        .not_found();
    let alone = lea.deletes(&own).await;
    alone.refused(StatusCode::CONFLICT, "conflict");
}

#[tokio::test]
async fn only_people_who_write_in_a_workshop_make_structures_from_it() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let (bob, lise, stranger) = (house.device(), house.device(), house.device());
    bob.joins(&workshop.participant, "Bob").await;
    lise.joins(&workshop.reader, "Lise").await;
    stranger.makes_workshop("Ailleurs").await;
    let body = json!({"title": "La Ruche", "language": "fr", "workshop": workshop.id});
    for device in [&lise, &stranger] {
        device
            .posts("/api/structures", body.clone())
            .await
            .not_found();
    }
    let nobody = house.device().posts("/api/structures", body).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    let made = bob.makes_structure(Some(&workshop)).await;
    assert_eq!(bob.sees(&made.id).await["workshop"], workshop.id);
    lise.joins(&made.reader, "Lise").await;
    assert!(
        lise.sees(&made.id).await["workshop"].is_null(),
        "for members"
    );
    let inside = json!({"title": "Autre", "language": "fr", "workshop": made.id});
    bob.posts("/api/structures", inside).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workshop_sees_how_boards_stand_that_are_shared_and_no_others() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let bob = house.device();
    bob.joins(&workshop.participant, "Bob").await;
    let made = bob.makes_structure(Some(&workshop)).await;
    let path = format!("/api/spaces/{}/structures", workshop.id);
    let seen = async || nadia.gets(&path).await.is(StatusCode::OK).json();
    assert_eq!(seen().await, json!([]));
    bob.shares(&made, true).await.is(StatusCode::OK);
    let shown = seen().await;
    assert_eq!(shown[0]["title"], "La Ruche");
    let titles = shown[0]["columns"].as_array().expect("columns");
    let titles: Vec<_> = titles.iter().map(|column| &column["title"]).collect();
    assert_eq!(titles, ["À faire", "En cours", "Fait"]);
    let space = format!("/api/spaces/{}", made.id);
    nadia.gets(&space).await.not_found();
    bob.gets(&path).await.not_found();
    bob.shares(&made, false).await.is(StatusCode::OK);
    assert_eq!(seen().await, json!([]));
    let alone = bob.makes_structure(None).await;
    bob.shares(&alone, true).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_structure_outlives_its_workshop() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let made = nadia.makes_structure(Some(&workshop)).await;
    nadia.shares(&made, true).await.is(StatusCode::OK);
    let board = format!("/api/documents/{}.automerge", made.document);
    let before = nadia.gets(&board).await.is(StatusCode::OK).body;
    let path = format!("/api/spaces/{}", workshop.id);
    let ended = nadia
        .asks(Method::DELETE, &path, json!({"title": "Lilas"}))
        .await;
    let at = ended.json()["deletesAt"].as_u64().expect("a moment");
    upkeep::end_spaces(&house.app, at).await.expect("erased");
    nadia.gets(&path).await.not_found();
    let seen = nadia.sees(&made.id).await;
    assert_eq!(seen["title"], "La Ruche");
    assert!(seen["workshop"].is_null() && seen["deletesAt"].is_null());
    assert_eq!(nadia.gets(&board).await.is(StatusCode::OK).body, before);
    house.device().joins(&made.participant, "Awa").await;
}
