//! Who may vote in a round, as devices meet it.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Scene, casts};
use crate::house::Device;

impl Scene {
    /// Lets somebody vote, by a word of the one who asks.
    async fn lets_in(&self, by: &Device, round: &str, who: &Device) -> crate::house::Answer {
        let id = who.own_id(&self.workshop.id).await;
        let path = format!("{round}/electors/{id}");
        by.puts(&path, Value::Null).await
    }
}

fn one_dot() -> Value {
    json!({"dots": {"b3": 1}})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_latecomer_votes_once_a_facilitator_lets_them_in() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    let late = scene.house.device();
    late.joins(&scene.workshop.participant, "Denis").await;
    let refused = casts(&late, &round, one_dot()).await;
    let refused = refused.refused(StatusCode::CONFLICT, "latecomer");
    assert!(refused.message().contains("l’ouverture"));
    assert_eq!(scene.sees(&late, &round).await["mayVote"], false);
    let denis = late.own_id(&scene.workshop.id).await;
    assert_eq!(
        scene.sees(&scene.nadia, &round).await["latecomers"],
        json!([denis])
    );
    assert_eq!(
        scene.sees(&scene.bob, &round).await["latecomers"],
        Value::Null
    );
    scene.lets_in(&scene.bob, &round, &late).await.not_found();
    let let_in = scene.lets_in(&scene.nadia, &round, &late).await;
    let seen = let_in.is(StatusCode::OK).json();
    assert_eq!((&seen["eligible"], &seen["late"]), (&json!(4), &json!(1)));
    casts(&late, &round, one_dot()).await.is(StatusCode::OK);
    let seen = scene.sees(&late, &round).await;
    assert_eq!(
        (&seen["voted"], &seen["mayVote"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(seen["electors"], Value::Null, "for who holds the vote only");
}

#[tokio::test(flavor = "multi_thread")]
async fn latecomers_are_let_in_one_by_one() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    let [denis, awa, reader] = [
        scene.house.device(),
        scene.house.device(),
        scene.house.device(),
    ];
    let first = denis.joins(&scene.workshop.participant, "Denis").await;
    let second = awa.joins(&scene.workshop.participant, "Awa").await;
    reader.joins(&scene.workshop.reader, "Lectrice").await;
    let seen = scene.sees(&scene.nadia, &round).await;
    assert_eq!(seen["latecomers"], json!([first, second]));
    let let_in = scene.lets_in(&scene.nadia, &round, &awa).await;
    let seen = let_in.is(StatusCode::OK).json();
    assert_eq!(seen["latecomers"], json!([first]));
    assert_eq!((&seen["eligible"], &seen["late"]), (&json!(4), &json!(1)));
    casts(&awa, &round, one_dot()).await.is(StatusCode::OK);
    let refused = casts(&denis, &round, one_dot()).await;
    refused.refused(StatusCode::CONFLICT, "latecomer");
    scene.steps(&round, "close").await;
    assert_eq!(
        scene.sees(&scene.nadia, &round).await["latecomers"],
        Value::Null
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_and_coming_back_gives_no_second_ballot() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    casts(&scene.bob, &round, one_dot())
        .await
        .is(StatusCode::OK);
    let bob = scene.bob.own_id(&scene.workshop.id).await;
    let person = format!("/api/spaces/{}/people/{bob}", scene.workshop.id);
    scene.bob.deletes(&person).await.is(StatusCode::NO_CONTENT);
    let seen = scene.sees(&scene.nadia, &round).await;
    assert_eq!((&seen["voted"], &seen["eligible"]), (&json!(0), &json!(2)));
    let other_name = &scene.workshop.participant;
    scene.bob.joins(other_name, "Robert").await;
    let refused = casts(&scene.bob, &round, one_dot()).await;
    refused.refused(StatusCode::CONFLICT, "latecomer");
    scene
        .lets_in(&scene.nadia, &round, &scene.bob)
        .await
        .is(StatusCode::OK);
    casts(&scene.bob, &round, one_dot())
        .await
        .is(StatusCode::OK);
    let seen = scene.sees(&scene.nadia, &round).await;
    assert_eq!((&seen["voted"], &seen["eligible"]), (&json!(1), &json!(3)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_polls_live_totals_learns_nothing_of_one_person() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({"secret": false})).await;
    let told = |seen: Value| (seen["done"].clone(), seen["results"]["dots"].clone());
    let nothing = (Value::Null, json!({}));
    for voter in [&scene.bob, &scene.chloe] {
        let ballot = json!({"dots": {"b3": 2}, "done": true});
        casts(voter, &round, ballot).await.is(StatusCode::OK);
        assert_eq!(told(scene.sees(&scene.nadia, &round).await), nothing);
    }
    assert_eq!(scene.sees(&scene.nadia, &round).await["voted"], 2);
    casts(&scene.nadia, &round, one_dot())
        .await
        .is(StatusCode::OK);
    let all_three = (Value::Null, json!({"b3": 5}));
    assert_eq!(told(scene.sees(&scene.nadia, &round).await), all_three);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_ballots_are_revealed_only_when_that_was_weighed() {
    let scene = Scene::new().await;
    let round = scene.opens(json!({})).await;
    for voter in [&scene.bob, &scene.chloe] {
        casts(voter, &round, one_dot()).await.is(StatusCode::OK);
    }
    scene.steps(&round, "close").await;
    let reveal = format!("{round}/reveal");
    let refused = scene.nadia.posts(&reveal, Value::Null).await;
    let refused = refused.refused(StatusCode::CONFLICT, "few_ballots");
    assert!(refused.message().contains("moins de trois"));
    assert_eq!(scene.sees(&scene.bob, &round).await["state"], "closed");
    let weighed = format!("{reveal}?evenFew=true");
    let revealed = scene.nadia.posts(&weighed, Value::Null).await;
    assert_eq!(revealed.is(StatusCode::OK).json()["results"]["voters"], 2);
}
