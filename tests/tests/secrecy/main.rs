//! Two servers that begin with the same data, and differ only in who cast which ballot, or gave which answer: nobody else can tell them apart.

mod database;
mod poll;
mod twin;

use serde_json::json;

use database::comparable;
use poll::Poll;

fn are_the_same(here: &[(String, Vec<u8>)], there: &[(String, Vec<u8>)]) {
    for ((what, bytes), (what_there, bytes_there)) in here.iter().zip(there) {
        let [text, text_there] = [bytes, bytes_there].map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!((what, text), (what_there, text_there));
        assert_eq!(bytes, bytes_there, "{what}");
    }
    assert_eq!(here.len(), there.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cast_which_ballot_changes_no_byte_for_anybody_else() {
    let mut poll = Poll::opens().await;
    poll.server.terminate().await;
    let (one, other) = (json!({"b3": 3}), json!({"b4": 2, "b5": 1}));
    let (mut here, mut there) = (poll.twin().await, poll.twin().await);
    here.votes([one.clone(), other.clone()]).await;
    there.votes([other, one]).await;
    let (told, log, left) = here.ends().await;
    let (told_there, log_there, left_there) = there.ends().await;
    assert!(told.len() > 80, "much was told");
    are_the_same(&told, &told_there);
    assert_eq!(log, log_there);
    assert!(left["ballots"].is_empty() && left["round_keys"].is_empty());
    let (left, left_there) = (comparable(left), comparable(left_there));
    for (table, rows) in &left {
        assert_eq!(rows, &left_there[table], "{table}");
    }
}

/// Even a different outcome shows nowhere before it is revealed; then it does.
#[tokio::test(flavor = "multi_thread")]
async fn a_total_shows_in_no_byte_before_the_reveal() {
    let mut poll = Poll::opens().await;
    poll.server.terminate().await;
    let (mut here, mut there) = (poll.twin().await, poll.twin().await);
    here.votes([json!({"b3": 3}), json!({"b4": 2, "b5": 1})])
        .await;
    there.votes([json!({"b3": 3}), json!({"b3": 1})]).await;
    let is_reveal = |told: &(String, Vec<u8>)| told.0.starts_with("reveal");
    let at = here.told.iter().position(is_reveal).expect("a reveal");
    are_the_same(&here.told[..at], &there.told[..at]);
    assert_ne!(here.told[at].1, there.told[at].1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_which_answer_changes_no_byte_for_anybody_else() {
    let mut poll = Poll::asks().await;
    poll.server.terminate().await;
    let (sun, rain, storm) = ((0, "Merci"), (3, "Trop long"), (4, ""));
    let (mut here, mut there) = (poll.twin().await, poll.twin().await);
    here.answers([sun, rain, storm]).await;
    // Not even beside which state a word stood.
    there
        .answers([(4, "Trop long"), (0, ""), (3, "Merci")])
        .await;
    let (told, log, left) = here.ends().await;
    let (told_there, log_there, left_there) = there.ends().await;
    assert!(told.len() > 60, "much was told");
    are_the_same(&told, &told_there);
    assert_eq!(log, log_there);
    assert!(left["answers"].is_empty() && left["asking_keys"].is_empty());
    let (left, left_there) = (comparable(left), comparable(left_there));
    for (table, rows) in &left {
        assert_eq!(rows, &left_there[table], "{table}");
    }
}

/// Even different answers show nowhere before they are revealed; then they do.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_shows_in_no_byte_before_the_reveal() {
    let mut poll = Poll::asks().await;
    poll.server.terminate().await;
    let (mut here, mut there) = (poll.twin().await, poll.twin().await);
    here.answers([(0, ""), (0, ""), (0, "")]).await;
    there
        .answers([(4, "Épuisée"), (2, "Bof"), (3, "Trop long")])
        .await;
    let is_reveal = |told: &(String, Vec<u8>)| told.0.starts_with("reveal");
    let at = here.told.iter().position(is_reveal).expect("a reveal");
    are_the_same(&here.told[..at], &there.told[..at]);
    assert_ne!(here.told.last(), there.told.last());
}
