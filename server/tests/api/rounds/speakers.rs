//! Whose turn it is to speak.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::Scene;
use crate::house::{Answer, Device};

async fn turns(scene: &Scene, by: &Device, who: &str, turn: &str) -> Answer {
    let path = scene.at(&format!("/speakers/{who}"));
    by.puts(&path, json!({"turn": turn})).await
}

async fn seen(scene: &Scene) -> Value {
    let answer = scene.lise.gets(&scene.at("/speakers")).await;
    answer.is(StatusCode::OK).json()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_speaks_at_a_time_and_has_spoken_when_the_next_one_does() {
    let scene = Scene::new().await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let chloe = scene.chloe.own_id(&scene.workshop.id).await;
    turns(&scene, &scene.nadia, &bob, "speaks")
        .await
        .is(StatusCode::OK);
    assert_eq!(seen(&scene).await, json!({"speaks": bob, "spoken": []}));
    turns(&scene, &scene.nadia, &chloe, "speaks")
        .await
        .is(StatusCode::OK);
    assert_eq!(
        seen(&scene).await,
        json!({"speaks": chloe, "spoken": [bob]})
    );
    turns(&scene, &scene.chloe, &chloe, "hasSpoken")
        .await
        .is(StatusCode::OK);
    assert_eq!(seen(&scene).await["speaks"], Value::Null);
    scene
        .nadia
        .deletes(&scene.at("/speakers"))
        .await
        .is(StatusCode::OK);
    assert_eq!(seen(&scene).await, json!({"speaks": null, "spoken": []}));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_say_of_themselves_alone_that_they_have_spoken() {
    let scene = Scene::new().await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let chloe = scene.chloe.own_id(&scene.workshop.id).await;
    turns(&scene, &scene.bob, &chloe, "hasSpoken")
        .await
        .is(StatusCode::NOT_FOUND);
    turns(&scene, &scene.bob, &bob, "speaks")
        .await
        .is(StatusCode::NOT_FOUND);
    turns(&scene, &scene.bob, &bob, "hasSpoken")
        .await
        .is(StatusCode::OK);
    turns(&scene, &scene.bob, &bob, "waits")
        .await
        .is(StatusCode::OK);
    assert_eq!(seen(&scene).await, json!({"speaks": null, "spoken": []}));
}
