//! Bricks: the built-in ones, proposals, duplicates, order.

use axum::http::StatusCode;
use serde_json::json;

use super::Scene;

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_begins_with_the_built_in_bricks_or_with_none() {
    let scene = Scene::new().await;
    let vote = scene.reads().await;
    assert_eq!(vote["bricks"].as_array().expect("bricks").len(), 21);
    assert_eq!(
        vote["bricks"][0]["title"],
        "Diagnostic collectif des pratiques"
    );
    let documents = format!("/api/spaces/{}/documents", scene.workshop.id);
    let body = json!({"kind": "vote", "title": "Vide", "template": "empty"});
    let made = scene
        .bob
        .posts(&documents, body)
        .await
        .is(StatusCode::CREATED);
    let empty = format!("/api/documents/{}.json", made.text_at("/id"));
    let empty = scene.bob.gets(&empty).await.is(StatusCode::OK).json();
    assert_eq!(empty["bricks"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn participants_propose_only_while_proposals_are_open() {
    let scene = Scene::new().await;
    let refused = scene
        .bob
        .posts(&scene.at("/bricks"), json!({"title": "Wiki"}))
        .await;
    refused.refused(StatusCode::CONFLICT, "proposals_closed");
    scene.opens_proposals().await;
    let wiki = scene.proposes(&scene.bob, "Wiki").await;
    let brick = scene.brick(&wiki).await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    assert_eq!(brick["proposedBy"], bob);
    assert_eq!(brick["minutes"], 30);
    let always = json!({"title": "Pause", "always": true});
    let made = scene.bob.posts(&scene.at("/bricks"), always).await;
    let made = made.is(StatusCode::CREATED).text_at("/brick");
    assert_eq!(
        scene.brick(&made).await["always"],
        false,
        "that is not Bob's to decide"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changes_what_one_proposed_and_the_facilitator_everything() {
    let scene = Scene::new().await;
    scene.opens_proposals().await;
    let wiki = scene.proposes(&scene.bob, "Wiki").await;
    let wiki_at = scene.at(&format!("/bricks/{wiki}"));
    let change = json!({"title": "Wikis", "about": "Écrire à plusieurs", "minutes": 45, "category": "organise"});
    scene.bob.patches(&wiki_at, change).await.is(StatusCode::OK);
    let changed = scene.brick(&wiki).await;
    assert_eq!(
        (&changed["title"], &changed["minutes"]),
        (&json!("Wikis"), &json!(45))
    );
    let foreign = scene
        .chloe
        .patches(&wiki_at, json!({"title": "Autre"}))
        .await;
    foreign.is(StatusCode::NOT_FOUND);
    let not_his = scene.bob.patches(&wiki_at, json!({"always": true})).await;
    not_his.is(StatusCode::NOT_FOUND);
    let always = json!({"always": true});
    scene
        .nadia
        .patches(&wiki_at, always)
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.brick(&wiki).await["always"], true);
    scene
        .chloe
        .deletes(&wiki_at)
        .await
        .is(StatusCode::NOT_FOUND);
    scene.bob.deletes(&wiki_at).await.is(StatusCode::NO_CONTENT);
    scene.bob.deletes(&wiki_at).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_facilitator_groups_duplicates_and_orders_bricks() {
    let scene = Scene::new().await;
    let at = |brick: &str| scene.at(&format!("/bricks/{brick}"));
    let grouped = json!({"into": "b4"});
    scene
        .nadia
        .patches(&at("b3"), grouped)
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.brick("b3").await["into"], "b4");
    let circle = scene.nadia.patches(&at("b4"), json!({"into": "b3"})).await;
    circle.refused(StatusCode::CONFLICT, "grouping");
    let first = json!({"before": "b1"});
    scene
        .nadia
        .patches(&at("b21"), first)
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.reads().await["bricks"][0]["id"], "b21");
    let last = json!({"before": ""});
    scene
        .nadia
        .patches(&at("b21"), last)
        .await
        .is(StatusCode::OK);
    assert_eq!(scene.reads().await["bricks"][20]["id"], "b21");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_brick_is_refused() {
    let scene = Scene::new().await;
    for body in [
        json!({"title": "  "}),
        json!({"title": "é".repeat(201)}),
        json!({"title": "Wiki", "about": "a".repeat(1_001)}),
        json!({"title": "Wiki", "minutes": 1_441}),
        json!({"title": "Wiki", "minutes": -1}),
        json!({"title": "Wiki", "category": "other"}),
        json!({"title": "Wiki", "votes": 3}),
    ] {
        let refused = scene.nadia.posts(&scene.at("/bricks"), body.clone()).await;
        refused.refused(StatusCode::BAD_REQUEST, "bad_request");
    }
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    let elsewhere = format!("/api/votes/{pad}/bricks");
    let no_vote = scene
        .nadia
        .posts(&elsewhere, json!({"title": "Wiki"}))
        .await;
    no_vote.is(StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_free_time_is_the_facilitators_to_say() {
    let scene = Scene::new().await;
    let body = json!({"freeMinutes": 240});
    let not_hers = scene.chloe.patches(&scene.at(""), body.clone()).await;
    not_hers.is(StatusCode::NOT_FOUND);
    scene
        .nadia
        .patches(&scene.at(""), body)
        .await
        .is(StatusCode::OK);
    assert_eq!(
        scene.reads().await["settings"],
        json!({"proposals": false, "freeMinutes": 240})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_is_taken_away_as_a_table_a_text_and_data() {
    let scene = Scene::new().await;
    for (format, content_type) in [
        ("csv", "text/csv; charset=utf-8"),
        ("md", "text/markdown; charset=utf-8"),
        ("json", "application/json"),
        ("automerge", "application/octet-stream"),
    ] {
        let file = format!("/api/documents/{}.{format}", scene.vote);
        let file = scene.lise.gets(&file).await.is(StatusCode::OK);
        assert_eq!(file.header("content-type"), content_type);
    }
    for format in ["txt", "html"] {
        let file = format!("/api/documents/{}.{format}", scene.vote);
        scene.lise.gets(&file).await.is(StatusCode::NOT_FOUND);
    }
    let pad = scene.nadia.makes_pad(&scene.workshop.id, "Notes").await;
    let table = scene.lise.gets(&format!("/api/documents/{pad}.csv")).await;
    table.is(StatusCode::NOT_FOUND);
}
