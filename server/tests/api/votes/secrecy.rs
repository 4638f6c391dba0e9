//! What others can see must not depend on who cast which ballot.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Scene, casts};
use crate::house::Device;

/// Everything Lise, Chloé and the facilitator are told, from the first ballot to the reveal.
async fn told_while(bobs: Value, doras: Value) -> Vec<String> {
    let scene = Scene::new().await;
    let dora = scene.house.device();
    dora.joins(&scene.workshop.participant, "Dora").await;
    let round = scene.opens(json!({"choices": ["b3", "b4"]})).await;
    let mut told = Vec::new();
    for (device, ballot) in [(&scene.bob, &bobs), (&dora, &doras)] {
        let body = json!({"dots": ballot, "done": true});
        casts(device, &round, body).await.is(StatusCode::OK);
        told.extend(looks(&scene, &round).await);
    }
    for step in ["close", "reveal"] {
        told.push(scene.steps(&round, step).await.to_string());
        told.extend(looks(&scene, &round).await);
    }
    let names = names(&scene, &dora, &round).await;
    told.iter().map(|told| renamed(told, &names)).collect()
}

async fn looks(scene: &Scene, round: &str) -> Vec<String> {
    let mut told = Vec::new();
    for device in [&scene.nadia, &scene.chloe, &scene.lise] {
        told.push(scene.sees(device, round).await.to_string());
    }
    told.push(scene.reads().await.to_string());
    told
}

/// Identifiers are drawn at random in each house: they are told apart by whom they stand for.
async fn names(scene: &Scene, dora: &Device, round: &str) -> Vec<(String, &'static str)> {
    let space = &scene.workshop.id;
    let round = round.rsplit('/').next().expect("an id").to_owned();
    vec![
        (scene.bob.own_id(space).await, "BOB"),
        (dora.own_id(space).await, "DORA"),
        (scene.chloe.own_id(space).await, "CHLOÉ"),
        (scene.nadia.own_id(space).await, "NADIA"),
        (round, "ROUND"),
    ]
}

fn renamed(told: &str, names: &[(String, &'static str)]) -> String {
    let rename = |told: String, (id, name): &(String, &str)| told.replace(id, name);
    names.iter().fold(told.to_owned(), rename)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cast_which_ballot_changes_nothing_that_others_are_told() {
    let (one, other) = (json!({"b3": 5}), json!({"b4": 4, "b3": 1}));
    let told = told_while(one.clone(), other.clone()).await;
    let swapped = told_while(other, one).await;
    assert_eq!(told, swapped);
    let revealed = told.last().expect("something was told");
    assert!(revealed.contains("\"results\""), "{revealed}");
}
