//! What others are told must not depend on what people write on notes that are hidden; nor, without names, on who wrote what.

use axum::http::StatusCode;
use serde_json::Value;

use super::{Rules, Scene, name};

const FIRST: u8 = 1;
const SECOND: u8 = 2;

/// Everything Chloé, Lise and the facilitator are told while Bob and Dora write a note each, and after the reveal.
async fn told_while(rules: Rules, [bobs, doras]: [(u8, &str); 2]) -> [Vec<String>; 2] {
    let scene = Scene::of(rules).await;
    let mut before = Vec::new();
    for (device, (note, text)) in [(&scene.bob, bobs), (&scene.dora, doras)] {
        scene.writes(device, note, text).await.is(StatusCode::OK);
        before.extend(looks(&scene).await);
    }
    scene.holds("reveal", Value::Null).await.is(StatusCode::OK);
    [before, looks(&scene).await]
}

async fn looks(scene: &Scene) -> Vec<String> {
    let mut told = Vec::new();
    for device in [&scene.nadia, &scene.chloe, &scene.lise] {
        told.push(scene.sees(device).await.to_string());
    }
    told.push(scene.reads().await.to_string());
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_write_changes_nothing_that_others_are_told_before_the_reveal() {
    for (named, moderated) in [(false, false), (true, false), (false, true), (true, true)] {
        let rules = [named, true, moderated];
        let [one, _] = told_while(rules, [(FIRST, "Apprendre"), (SECOND, "Rire")]).await;
        let [other, _] = told_while(rules, [(7, "Partir tôt"), (8, "Rien du tout")]).await;
        assert_eq!(one, other);
        assert!(one.last().expect("something was told").contains("hidden"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wrote_what_changes_nothing_that_others_are_told_of_a_wall_without_names() {
    for moderated in [false, true] {
        let rules = [false, true, moderated];
        let told = told_while(rules, [(FIRST, "Apprendre"), (SECOND, "Rire")]).await;
        let swapped = told_while(rules, [(SECOND, "Rire"), (FIRST, "Apprendre")]).await;
        assert_eq!(told, swapped);
        let all = told[1].concat();
        assert!(
            all.contains("Apprendre") && all.contains(&name(FIRST)),
            "{all}"
        );
    }
}
