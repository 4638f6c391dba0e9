//! What others are told must not depend on what people answer, until the reveal; nor afterwards on who answered what.

use axum::http::StatusCode;

use super::{Scene, answers};

type Said = (u32, &'static str);

/// Everything Chloé, Lise and the facilitator are told: before the reveal, and after it.
async fn told_while([bobs, doras, chloes]: [Said; 3], anonymous: bool) -> [Vec<String>; 2] {
    let scene = Scene::new().await;
    scene.announces(anonymous).await.is(StatusCode::OK);
    let asking = scene.asks("Matin").await;
    answers(&scene.chloe, &asking, chloes.0, chloes.1)
        .await
        .is(StatusCode::OK);
    let mut before = Vec::new();
    for (device, (state, word)) in [(&scene.bob, bobs), (&scene.dora, doras)] {
        let taken = answers(device, &asking, state, word).await;
        before.push(taken.is(StatusCode::OK).json().to_string());
        before.extend(looks(&scene, &asking).await);
    }
    scene.reveals(&asking).await.is(StatusCode::OK);
    let after = looks(&scene, &asking).await;
    let id = asking.rsplit('/').next().expect("an id");
    [before, after].map(|told| told.iter().map(|told| told.replace(id, "ASKING")).collect())
}

async fn looks(scene: &Scene, asking: &str) -> Vec<String> {
    let mut told = Vec::new();
    for device in [&scene.nadia, &scene.chloe, &scene.lise] {
        told.push(scene.sees(device, asking).await.to_string());
    }
    told.push(scene.reads().await.to_string());
    told
}

const CHLOES: Said = (1, "Ça va");

#[tokio::test(flavor = "multi_thread")]
async fn what_people_answer_changes_nothing_that_others_are_told_before_the_reveal() {
    for anonymous in [true, false] {
        let [one, _] = told_while([(0, ""), (0, ""), CHLOES], anonymous).await;
        let [other, _] = told_while([(4, "Épuisé"), (2, "Bof"), CHLOES], anonymous).await;
        assert_eq!(one, other);
        assert!(one.last().expect("something was told").contains("open"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answered_what_changes_nothing_that_others_are_told_of_an_anonymous_question() {
    let (sunny, stormy) = ((0, "Merci"), (4, "Trop long"));
    let told = told_while([sunny, stormy, CHLOES], true).await;
    let swapped = told_while([stormy, sunny, CHLOES], true).await;
    assert_eq!(told, swapped);
    // Nor beside which state a word stood.
    let crossed = told_while([(0, "Trop long"), (4, "Merci"), CHLOES], true).await;
    assert_eq!(told, crossed);
    let last = told[1].last().expect("something was told");
    assert!(last.contains("Merci"), "{last}");
}
