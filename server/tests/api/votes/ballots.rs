//! Ballots: what the judge takes, and what it does not.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Scene, casts};

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_is_taken_whole_or_not_at_all() {
    let scene = Scene::new().await;
    let rules = json!({"dots": 5, "cap": 2, "all": true, "choices": ["b3", "b4", "b5"]});
    let round = scene.opens(rules).await;
    let ballot = json!({"dots": {"b3": 2, "b4": 1}});
    casts(&scene.bob, &round, ballot).await.is(StatusCode::OK);
    for (ballot, code) in [
        (json!({"dots": {"b3": 2, "b4": 2, "b5": 2}}), "over_budget"),
        (json!({"dots": {"b3": 3}}), "over_cap"),
        (json!({"dots": {"b6": 1}}), "unknown_brick"),
        (json!({"dots": {"../b3": 1}}), "unknown_brick"),
        (json!({"dots": {"b3": 2}, "done": true}), "dots_left"),
    ] {
        let refused = casts(&scene.bob, &round, ballot).await;
        refused.refused(StatusCode::UNPROCESSABLE_ENTITY, code);
    }
    for ballot in [
        json!({"dots": {"b3": -1}}),
        json!({"dots": {"b3": 0.5}}),
        json!({"dots": [1, 2]}),
        json!({}),
    ] {
        let refused = casts(&scene.bob, &round, ballot).await;
        refused.refused(StatusCode::BAD_REQUEST, "bad_request");
    }
    let kept = scene.sees(&scene.bob, &round).await;
    assert_eq!(kept["mine"]["dots"], json!({"b3": 2, "b4": 1}));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_does_not_vote_for_ones_own_proposal_where_that_is_the_rule() {
    let scene = Scene::new().await;
    scene.opens_proposals().await;
    let wiki = scene.proposes(&scene.bob, "Wiki").await;
    let round = scene.opens(json!({"own": false})).await;
    let ballot = json!({"dots": {wiki: 1}});
    let refused = casts(&scene.bob, &round, ballot.clone()).await;
    refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "own_brick");
    casts(&scene.chloe, &round, ballot).await.is(StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_devices_of_one_person_share_one_ballot() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"choices": ["b3", "b4"]})).await;
    let link = format!("/api/spaces/{}/return-link", scene.workshop.id);
    let link = scene.bob.posts(&link, Value::Null).await.text_at("/link");
    let phone = scene.house.device();
    phone.joins(&link, "Bob").await;
    casts(&scene.bob, &round, json!({"dots": {"b3": 5}}))
        .await
        .is(StatusCode::OK);
    casts(&phone, &round, json!({"dots": {"b4": 5}}))
        .await
        .is(StatusCode::OK);
    let seen = scene.sees(&scene.bob, &round).await;
    assert_eq!(seen["mine"]["dots"], json!({"b4": 5}));
    assert_eq!(seen["voted"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ballot_that_comes_too_late_is_told_so() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    scene.steps(&round, "close").await;
    let late = casts(&scene.bob, &round, json!({"dots": {"b3": 1}})).await;
    let late = late.refused(StatusCode::CONFLICT, "round_closed");
    assert!(late.message().starts_with("Le tour est clos"));
    let draft = scene.prepares(json!({})).await;
    let early = casts(&scene.bob, &draft, json!({"dots": {"b3": 1}})).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn raised_hands_are_counted_and_shown_as_such() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"choices": ["b3", "b4"]})).await;
    casts(&scene.bob, &round, json!({"dots": {"b3": 2}}))
        .await
        .is(StatusCode::OK);
    let counts = format!("{round}/counts");
    let too_many = json!({"voters": 1, "dots": {"b3": 6}});
    let refused = scene.nadia.puts(&counts, too_many).await;
    refused.refused(StatusCode::UNPROCESSABLE_ENTITY, "over_budget");
    let entered = json!({"voters": 2, "dots": {"b3": 4, "b4": 3}});
    let told = scene.nadia.puts(&counts, entered).await.is(StatusCode::OK);
    assert_eq!(told.json()["withoutDevice"], 2);
    assert_eq!(told.json()["results"], Value::Null, "it is secret");
    scene.steps(&round, "close").await;
    let results = scene.steps(&round, "reveal").await["results"].clone();
    assert_eq!(
        (&results["voters"], &results["enteredVoters"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(
        (&results["dots"]["b3"], &results["entered"]["b3"]),
        (&json!(2), &json!(4))
    );
    let late = scene
        .nadia
        .puts(&counts, json!({"voters": 0, "dots": {}}))
        .await;
    late.refused(StatusCode::CONFLICT, "round_state");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_removed_votes_no_more() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let person = format!("/api/spaces/{}/people/{bob}", scene.workshop.id);
    scene
        .nadia
        .deletes(&person)
        .await
        .is(StatusCode::NO_CONTENT);
    let refused = casts(&scene.bob, &round, json!({"dots": {"b3": 1}})).await;
    assert!(refused.status == StatusCode::NOT_FOUND || refused.status == StatusCode::UNAUTHORIZED);
}
