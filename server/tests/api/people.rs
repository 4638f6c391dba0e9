//! The people of a workshop: what they change about themselves, and what facilitators change.

use axum::http::StatusCode;
use serde_json::json;

use crate::house::House;

#[tokio::test]
async fn people_change_their_own_name_and_structure() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let alice = house.device();
    let id = alice.joins(&workshop.reader, "Alice").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    let changed = alice
        .patches(&path, json!({"name": " Alice B. ", "structure": "MJC"}))
        .await;
    let person = changed.is(StatusCode::OK).json();
    assert_eq!(
        (&person["name"], &person["structure"]),
        (&json!("Alice B."), &json!("MJC"))
    );
    let left_out = alice.patches(&path, json!({"structure": ""})).await.json();
    assert_eq!(
        (&left_out["name"], &left_out["structure"]),
        (&json!("Alice B."), &json!(null))
    );
}

#[tokio::test]
async fn a_facilitator_gives_roles() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let alice = house.device();
    let id = alice.joins(&workshop.participant, "Alice").await;
    let path = format!("/api/spaces/{}/people/{id}", workshop.id);
    nadia
        .patches(&path, json!({"role": "reader"}))
        .await
        .is(StatusCode::OK);
    let pad = json!({"kind": "pad", "title": "Notes"});
    alice
        .posts(&format!("/api/spaces/{}/documents", workshop.id), pad)
        .await
        .not_found();
    alice
        .patches(&path, json!({"role": "facilitator"}))
        .await
        .not_found();
}

#[tokio::test]
async fn a_workshop_keeps_a_facilitator() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let own = format!(
        "/api/spaces/{}/people/{}",
        workshop.id,
        nadia.own_id(&workshop.id).await
    );
    nadia
        .patches(&own, json!({"role": "reader"}))
        .await
        .refused(StatusCode::CONFLICT, "conflict");
    nadia
        .deletes(&own)
        .await
        .refused(StatusCode::CONFLICT, "conflict");
    house.device().joins(&workshop.facilitator, "Karim").await;
    nadia.deletes(&own).await.is(StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn readers_do_not_see_the_code_which_would_let_them_write() {
    let house = House::local();
    let workshop = house.device().makes_workshop("Lilas").await;
    let (alice, reader) = (house.device(), house.device());
    alice.joins(&workshop.participant, "Alice").await;
    reader.joins(&workshop.reader, "Lecteur").await;
    assert_eq!(alice.sees(&workshop.id).await["code"], workshop.code);
    assert!(reader.sees(&workshop.id).await["code"].is_null());
}

#[tokio::test]
async fn a_put_away_document_is_hidden_from_readers_and_can_be_taken_out_again() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let reader = house.device();
    reader.joins(&workshop.reader, "Lecteur").await;
    let pad = nadia.makes_pad(&workshop.id, "Notes").await;
    let path = format!("/api/documents/{pad}");
    let away = nadia
        .patches(&path, json!({"archived": true}))
        .await
        .is(StatusCode::OK)
        .json();
    assert_eq!(away["archived"], true);
    assert_eq!(reader.sees(&workshop.id).await["documents"], json!([]));
    assert_eq!(
        nadia.sees(&workshop.id).await["documents"][0]["archived"],
        true
    );
    nadia
        .patches(&path, json!({"archived": false, "title": "Notes du matin"}))
        .await
        .is(StatusCode::OK);
    let seen = reader.sees(&workshop.id).await;
    assert_eq!(seen["documents"][0]["title"], "Notes du matin");
    assert_eq!(seen["documents"][0]["access"], "read");
}

#[tokio::test]
async fn somebody_who_has_not_come_yet_is_put_down_and_comes_by_a_link_of_their_own() {
    let house = House::local();
    let nadia = house.device();
    let workshop = nadia.makes_workshop("Lilas").await;
    let people = format!("/api/spaces/{}/people", workshop.id);
    let awa = nadia.posts(&people, json!({"name": "Awa"})).await;
    let awa = awa.is(StatusCode::CREATED).text_at("/id");
    let path = format!("{people}/{awa}/return-link");
    let link = nadia.posts(&path, json!(null)).await.is(StatusCode::OK);
    let device = house.device();
    let joined = device
        .posts("/api/join", json!({"link": link.text_at("/link")}))
        .await;
    assert_eq!(joined.is(StatusCode::OK).text_at("/participant"), awa);
    nadia
        .posts(&path, json!(null))
        .await
        .refused(StatusCode::CONFLICT, "already_here");
}
