//! Rounds: from a draft to the results.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Scene, casts};

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_anonymous_round_goes_from_draft_to_results() {
    let scene = Scene::new().await;
    let round = scene.prepares(json!({})).await;
    let draft = scene.sees(&scene.bob, &round).await;
    assert_eq!(draft["state"], "draft");
    assert_eq!(
        draft["choices"].as_array().expect("choices").len(),
        19,
        "not the two that are always in"
    );
    scene.steps(&round, "open").await;
    let ballot = json!({"dots": {"b3": 3, "b4": 2}, "done": true});
    let taken = casts(&scene.bob, &round, ballot).await.is(StatusCode::OK);
    assert_eq!(taken.json(), json!({"left": 0, "done": true}));
    let ballot = json!({"dots": {"b3": 1}});
    casts(&scene.chloe, &round, ballot).await.is(StatusCode::OK);

    let hers = scene.sees(&scene.chloe, &round).await;
    assert_eq!((&hers["voted"], &hers["eligible"]), (&json!(2), &json!(3)));
    assert_eq!(hers["finished"], json!(1));
    assert_eq!(
        hers["mine"],
        json!({"dots": {"b3": 1}, "done": false, "left": 4})
    );
    assert_eq!(
        (&hers["done"], &hers["total"], &hers["results"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    let held = scene.sees(&scene.nadia, &round).await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    assert_eq!(held["done"], json!([bob]));
    assert_eq!(
        (&held["total"], &held["results"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(scene.reads().await["rounds"][0].get("results"), None);

    scene.steps(&round, "close").await;
    let revealed = scene.steps(&round, "reveal").await;
    assert_eq!(revealed["total"], 6);
    let results = &revealed["results"];
    assert_eq!(results["voters"], 2);
    assert_eq!(
        (&results["dots"]["b3"], &results["dots"]["b4"]),
        (&json!(4), &json!(2))
    );
    assert_eq!(results["ballots"], Value::Null);
    let after = scene.sees(&scene.bob, &round).await;
    assert_eq!(after["mine"], Value::Null, "nobody can tell any more");
    let published = &scene.reads().await["rounds"][0];
    assert_eq!(published["state"], "revealed");
    assert_eq!(published["results"]["dots"]["b3"], 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_named_round_tells_in_the_end_who_voted_what() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"anonymous": false, "dots": 3})).await;
    casts(&scene.bob, &round, json!({"dots": {"b3": 3}}))
        .await
        .is(StatusCode::OK);
    scene.steps(&round, "close").await;
    scene.steps(&round, "reveal").await;
    let seen = scene.sees(&scene.lise, &round).await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    assert_eq!(
        seen["results"]["ballots"],
        json!([{"participant": bob, "dots": {"b3": 3}}])
    );
    let document = scene.reads().await.to_string();
    assert!(!document.contains(&bob), "not in the document");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_vote_shows_how_it_stands() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"secret": false})).await;
    for voter in [&scene.nadia, &scene.bob, &scene.chloe] {
        casts(voter, &round, json!({"dots": {"b3": 2, "b5": 1}}))
            .await
            .is(StatusCode::OK);
    }
    let seen = scene.sees(&scene.lise, &round).await;
    assert_eq!(seen["total"], 9);
    assert_eq!(seen["results"]["dots"]["b3"], 6);
    assert_eq!(seen["mine"], Value::Null, "a reader has no ballot");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_changed_or_thrown_away_and_nothing_else_is() {
    let scene = Scene::new().await;
    let round = scene.prepares(json!({"dots": 3})).await;
    let change = json!({"cap": 1, "choices": ["b3", "b4"]});
    let changed = scene.nadia.patches(&round, change).await.is(StatusCode::OK);
    assert_eq!(changed.json()["rules"]["cap"], 1);
    assert_eq!(changed.json()["rules"]["dots"], 3, "as it was");
    assert_eq!(changed.json()["choices"], json!(["b3", "b4"]));
    assert_eq!(scene.reads().await["rounds"][0]["rules"]["cap"], 1);
    scene.steps(&round, "open").await;
    let late = scene.nadia.patches(&round, json!({"dots": 9})).await;
    late.refused(StatusCode::CONFLICT, "round_state");
    let late = scene.nadia.deletes(&round).await;
    late.refused(StatusCode::CONFLICT, "round_state");
    let draft = scene.prepares(json!({})).await;
    scene.nadia.deletes(&draft).await.is(StatusCode::NO_CONTENT);
    scene.nadia.gets(&draft).await.not_found();
    assert_eq!(
        scene.reads().await["rounds"].as_array().map(Vec::len),
        Some(1)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_goes_on_step_by_step_and_one_at_a_time() {
    let scene = Scene::new().await;
    let first = scene.opens(json!({})).await;
    let second = scene.prepares(json!({})).await;
    for (round, step) in [(&second, "open"), (&first, "reveal"), (&second, "close")] {
        let refused = scene
            .nadia
            .posts(&format!("{round}/{step}"), Value::Null)
            .await;
        refused.refused(StatusCode::CONFLICT, "round_state");
    }
    scene.steps(&first, "close").await;
    scene.steps(&first, "close").await;
    scene.steps(&second, "open").await;
    let odd = scene
        .nadia
        .posts(&format!("{first}/forget"), Value::Null)
        .await;
    odd.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_off_names_the_round_it_settles() {
    let scene = Scene::new().await;
    let first = scene.opens(json!({})).await;
    let id = first.rsplit('/').next().expect("an id").to_owned();
    let early = json!({"runOffOf": id, "choices": ["b3", "b4"]});
    let refused = scene.nadia.posts(&scene.at("/rounds"), early).await;
    refused.refused(StatusCode::CONFLICT, "round_state");
    scene.steps(&first, "close").await;
    scene.steps(&first, "reveal").await;
    let run_off = scene
        .prepares(json!({"runOffOf": id, "choices": ["b3", "b4"], "dots": 1}))
        .await;
    assert_eq!(scene.sees(&scene.bob, &run_off).await["number"], 2);
    assert_eq!(scene.reads().await["rounds"][1]["runOffOf"], id);
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_that_make_no_sense_are_refused() {
    let scene = Scene::new().await;
    for body in [
        json!({"dots": 0}),
        json!({"dots": 101}),
        json!({"seconds": 86_401}),
        json!({"choices": ["b3", "b3"]}),
        json!({"budget": 5}),
    ] {
        let refused = scene.nadia.posts(&scene.at("/rounds"), body.clone()).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{body}");
    }
    for body in [
        json!({"choices": []}),
        json!({"choices": ["b3", "b4"], "dots": 3, "cap": 1, "all": true}),
    ] {
        let few = scene.nadia.posts(&scene.at("/rounds"), body).await;
        few.refused(StatusCode::UNPROCESSABLE_ENTITY, "too_few_bricks");
    }
    let unknown = scene
        .nadia
        .posts(&scene.at("/rounds"), json!({"choices": ["b99"]}))
        .await;
    unknown.refused(StatusCode::UNPROCESSABLE_ENTITY, "unknown_brick");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_closes_when_its_time_is_over() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"seconds": 1})).await;
    let seen = scene.sees(&scene.bob, &round).await;
    let closes = seen["closesAt"].as_u64().expect("a time");
    assert!(seen["closesIn"].as_u64().expect("a while") <= 1_000);
    let closing = tokio::spawn(atelier::kinds::vote::close_rounds_in_time(
        scene.house.app.clone(),
    ));
    let is_closed = async {
        while scene.reads().await["rounds"][0]["state"] != "closed" {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), is_closed)
        .await
        .expect("the round closes by itself");
    closing.abort();
    assert!(closes > 0);
    let seen = scene.sees(&scene.bob, &round).await;
    assert_eq!(seen["closesIn"], Value::Null, "it is over");
    let late = casts(&scene.bob, &round, json!({"dots": {"b3": 1}})).await;
    late.refused(StatusCode::CONFLICT, "round_closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_was_left_behind_is_brought_up_to_date() {
    let scene = Scene::new().await;
    let round = scene.prepares(json!({})).await;
    let id = round.rsplit('/').next().expect("an id");
    let vote = scene.vote.parse().expect("an id");
    let store = &scene.house.app.store;
    store
        .open_round(vote, id.parse().expect("an id"))
        .await
        .expect("a draft opens");
    assert_eq!(scene.reads().await["rounds"][0]["state"], "draft");
    scene.sees(&scene.lise, &round).await;
    assert_eq!(scene.reads().await["rounds"][0]["state"], "open");
}

/// The server may stop between the row and the document.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_gone_leaves_the_document() {
    let scene = Scene::new().await;
    let round = scene.prepares(json!({})).await;
    let id = round.rsplit('/').next().expect("an id");
    let vote = scene.vote.parse().expect("an id");
    let store = &scene.house.app.store;
    store
        .delete_round(vote, id.parse().expect("an id"))
        .await
        .expect("a draft is thrown away");
    assert_eq!(scene.reads().await["rounds"][0]["id"], id);
    scene.lise.gets(&round).await.not_found();
    assert_eq!(scene.reads().await["rounds"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_opens_on_the_bricks_that_are_still_there() {
    let scene = Scene::new().await;
    let round = scene
        .prepares(json!({"choices": ["b3", "b4", "b5"], "dots": 2}))
        .await;
    let gone = scene.nadia.deletes(&scene.at("/bricks/b3")).await;
    gone.is(StatusCode::NO_CONTENT);
    let grouped = json!({"into": "b5"});
    let grouped = scene.nadia.patches(&scene.at("/bricks/b4"), grouped).await;
    grouped.is(StatusCode::OK);
    let opened = scene.steps(&round, "open").await;
    assert_eq!(opened["choices"], json!(["b5"]));
    assert_eq!(scene.reads().await["rounds"][0]["choices"], json!(["b5"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_without_a_brick_left_does_not_open() {
    let scene = Scene::new().await;
    let round = scene.prepares(json!({"choices": ["b3"]})).await;
    let gone = scene.nadia.deletes(&scene.at("/bricks/b3")).await;
    gone.is(StatusCode::NO_CONTENT);
    let refused = scene
        .nadia
        .posts(&format!("{round}/open"), Value::Null)
        .await;
    refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "too_few_bricks");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brick_in_a_round_stays() {
    let scene = Scene::new().await;
    scene.opens(json!({})).await;
    let brick = scene.at("/bricks/b3");
    let refused = scene.nadia.deletes(&brick).await;
    refused.refused(StatusCode::CONFLICT, "brick_in_round");
    let refused = scene.nadia.patches(&brick, json!({"into": "b4"})).await;
    refused.refused(StatusCode::CONFLICT, "brick_in_round");
    scene
        .nadia
        .patches(&brick, json!({"minutes": 90}))
        .await
        .is(StatusCode::OK);
}
