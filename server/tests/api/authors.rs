//! Who wrote in a document.

use axum::http::StatusCode;
use serde_json::json;
use store::Append;

use crate::house::House;

#[tokio::test]
async fn the_people_of_a_space_see_who_wrote_and_nobody_else_does() {
    let house = House::local();
    let lea = house.device();
    let made = lea.makes_structure(None).await;
    let id = lea.own_id(&made.id).await;
    let written = Append {
        document: made.document.parse().expect("an id"),
        bytes: b"a change".to_vec(),
        heads: vec![[7; 32]],
        actors: vec![(vec![0x0a, 0xff], id.parse().expect("a participant"))],
    };
    house.app.store.append(written).await.expect("saved");
    let lise = house.device();
    lise.joins(&made.reader, "Lise").await;
    let path = format!("/api/documents/{}/authors", made.document);
    for device in [&lea, &lise] {
        let seen = device.gets(&path).await.is(StatusCode::OK);
        assert_eq!(seen.json(), json!({ "authors": { "0aff": id } }));
    }
    let stranger = house.device();
    let nobody = stranger.gets(&path).await;
    nobody.refused(StatusCode::UNAUTHORIZED, "unauthorized");
    stranger.makes_structure(None).await;
    stranger.gets(&path).await.not_found();
    lea.gets("/api/documents/x/authors").await.not_found();
}
