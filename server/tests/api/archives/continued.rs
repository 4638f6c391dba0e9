//! What only the server writes goes on where it arrived: what comes next follows what came along.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{brings, id_of};
use crate::house::{Device, House};

async fn makes(lea: &Device, space: &str, kind: &str) -> String {
    let body = json!({"kind": kind, "title": kind});
    let path = format!("/api/spaces/{space}/documents");
    let made = lea.posts(&path, body).await;
    made.is(StatusCode::CREATED).text_at("/id")
}

/// The numbers of what there is in a list of a document.
async fn numbers(device: &Device, document: &str, list: &str) -> Vec<Value> {
    let file = format!("/api/documents/{document}.json");
    let read = device.gets(&file).await.is(StatusCode::OK).json();
    let all = read[list].as_array().expect("a list");
    all.iter().map(|each| each["number"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_after_an_archive_arrived_comes_after_what_was_asked_before() {
    let (here, there) = (House::local(), House::local());
    let lea = here.device();
    let made = lea.makes_structure(None).await;
    let round = makes(&lea, &made.id, "round").await;
    let vote = makes(&lea, &made.id, "vote").await;
    let asks = async |device: &Device, round: &str, vote: &str| {
        for path in [
            format!("/api/rounds/{round}/askings"),
            format!("/api/votes/{vote}/rounds"),
        ] {
            device.posts(&path, json!({})).await.is(StatusCode::CREATED);
        }
    };
    asks(&lea, &round, &vote).await;
    let path = format!("/api/spaces/{}/archive", made.id);
    let archive = lea.gets(&path).await.is(StatusCode::OK).body;

    let zoe = there.device();
    let arrived = brings(&zoe, archive).await.is(StatusCode::CREATED);
    let space = zoe.sees(&arrived.text_at("/id")).await;
    let round = id_of(&space, "documents", "kind", "round");
    let vote = id_of(&space, "documents", "kind", "vote");
    asks(&zoe, &round, &vote).await;
    assert_eq!(numbers(&zoe, &round, "askings").await, [1, 2]);
    assert_eq!(numbers(&zoe, &vote, "rounds").await, [1, 2]);
}
