//! Pads for the bricks that were chosen.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn each_chosen_brick_gets_one_pad_in_the_order_of_the_vote() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    let pads = format!("{round}/pads");
    let body = json!({"bricks": ["b5", "b3"]});
    let early = scene.nadia.posts(&pads, body.clone()).await;
    early.refused(StatusCode::CONFLICT, "round_state");
    scene.steps(&round, "close").await;
    scene.steps(&round, "reveal").await;
    let opened = scene
        .bob
        .posts(&pads, body.clone())
        .await
        .is(StatusCode::CREATED);
    let documents = opened.json()["documents"].clone();
    let titles: Vec<&Value> = (0..2).map(|at| &documents[at]["title"]).collect();
    assert_eq!(
        titles,
        ["Petits outils pratiques", "Écriture collaborative"]
    );
    let again = scene.nadia.posts(&pads, body).await;
    assert_eq!(again.json()["documents"], documents, "the same pads");
    let id = documents[1]["id"].as_str().expect("an id").to_owned();
    assert_eq!(scene.brick("b3").await["pad"], id);
    let text = scene.lise.gets(&format!("/api/documents/{id}.md")).await;
    let text = text.is(StatusCode::OK).text();
    assert!(
        text.starts_with("Écrire un même texte à plusieurs"),
        "{text}"
    );
    assert!(text.contains("## Ce que nous retenons"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_press_at_once_get_the_same_pads() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    scene.steps(&round, "close").await;
    scene.steps(&round, "reveal").await;
    let pads = format!("{round}/pads");
    let body = json!({"bricks": ["b3", "b4"]});
    let (first, second) = tokio::join!(
        scene.nadia.posts(&pads, body.clone()),
        scene.bob.posts(&pads, body)
    );
    assert_eq!(first.json()["documents"], second.json()["documents"]);
    let documents = scene.nadia.sees(&scene.workshop.id).await["documents"].clone();
    assert_eq!(
        documents.as_array().map(Vec::len),
        Some(3),
        "the vote and two pads"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pad_that_was_deleted_is_opened_anew() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    scene.steps(&round, "close").await;
    scene.steps(&round, "reveal").await;
    let opens = async || {
        let body = json!({"bricks": ["b3"]});
        let opened = scene.nadia.posts(&format!("{round}/pads"), body).await;
        opened.is(StatusCode::CREATED).text_at("/documents/0/id")
    };
    let first = opens().await;
    scene.nadia.puts_away(&first).await;
    assert_eq!(opens().await, first);
    scene.nadia.deletes_document(&first).await;
    let second = opens().await;
    assert_ne!(second, first);
    assert_eq!(scene.brick("b3").await["pad"], second);
}
