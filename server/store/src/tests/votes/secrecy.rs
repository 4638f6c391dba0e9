//! Who cast which ballot of an anonymous round can be told from nothing: not while it lasts, not after.

use proptest::prelude::*;

use super::{
    poll::{Poll, done, voting},
    twins::Twins,
};
use crate::Rules;

const LETTERS: [&str; 7] = ["", "a", "abc", "aab", "bbbcc", "ccccc", "c"];

/// What happens: who acts, what they cast in the one world and in the other, and whether they are done.
#[derive(Debug, Clone)]
struct Act {
    who: usize,
    here: &'static str,
    there: &'static str,
    done: bool,
}

/// Random ballots that change, then final ones that are the same in both worlds but cast by others.
fn acts() -> impl Strategy<Value = (usize, Vec<Act>)> {
    (2..7usize).prop_flat_map(|voters| {
        let some = || prop::sample::select(&LETTERS[1..]);
        let changing =
            (0..voters, some(), some(), any::<bool>()).prop_map(|(who, here, there, done)| Act {
                who,
                here,
                there,
                done,
            });
        let changing = prop::collection::vec(changing, 0..6);
        let last = prop::collection::vec((some(), any::<bool>()), voters);
        let owners = Just((0..voters).collect::<Vec<_>>()).prop_shuffle();
        (changing, last, owners).prop_map(move |(mut acts, last, owners)| {
            acts.extend((0..voters).map(|who| Act {
                who,
                here: last[who].0,
                there: last[owners[who]].0,
                done: last[who].1,
            }));
            (voters, acts)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]
    #[test]
    fn who_cast_which_ballot_changes_nothing_for_the_others((voters, acts) in acts()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let twins = Twins::new(voters).await;
            for Act { who, here, there, done } in acts {
                twins.casts(twins.poll.store(), who, here, done).await;
                twins.casts(&twins.other, who, there, done).await;
                twins.look_the_same().await;
            }
            twins.reveal().await;
            twins.look_the_same().await;
            twins.are_the_same().await;
        });
    }
}

#[tokio::test]
async fn the_order_of_the_ballots_leaves_nothing_in_the_database() {
    let twins = Twins::new(6).await;
    for who in 0..6 {
        twins
            .casts(twins.poll.store(), who, LETTERS[who], true)
            .await;
        twins
            .casts(&twins.other, 5 - who, LETTERS[5 - who], true)
            .await;
    }
    twins.reveal().await;
    twins.are_the_same().await;
}

/// The two databases above can differ: the comparison sees a single dot.
#[tokio::test]
#[should_panic(expected = "assertion `left == right` failed")]
async fn another_total_would_be_noticed() {
    let twins = Twins::new(1).await;
    twins.casts(twins.poll.store(), 0, "a", true).await;
    twins.casts(&twins.other, 0, "b", true).await;
    twins.reveal().await;
    twins.are_the_same().await;
}

/// Rounds of other votes that are still open keep their keys.
#[tokio::test]
async fn revealing_one_round_leaves_the_others_as_they_were() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    let (elsewhere, other) = poll.opens_elsewhere().await;
    let (store, ballot) = (poll.store(), done("abc"));
    store
        .put_ballot(elsewhere, other, voting(bob), ballot.clone())
        .await
        .unwrap();
    poll.reveals(round).await;
    let kept = store.ballot(elsewhere, other, bob).await.unwrap();
    assert_eq!(kept, Some(ballot));
}
