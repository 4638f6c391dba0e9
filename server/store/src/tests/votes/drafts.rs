//! Rounds being prepared.

use super::poll::{Poll, choices};
use crate::{Choice, NewRound, Rules, StoreError, VoteError, limits::ROUNDS_PER_DOCUMENT_MAX};

#[tokio::test]
async fn only_a_draft_is_changed_or_thrown_away() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let draft = poll
        .prepares(Rules::default(), choices("a b"))
        .await
        .unwrap()
        .id;
    let rules = Rules {
        dots: 3,
        cap: 1,
        ..Rules::default()
    };
    let changed = store
        .change_round(vote, draft, rules, choices("c d e"))
        .await
        .unwrap();
    assert_eq!((changed.rules, changed.choices), (rules, choices("c d e")));
    store.open_round(vote, draft).await.unwrap();
    let change = store.change_round(vote, draft, rules, choices("a")).await;
    assert!(matches!(change, Err(VoteError::State)));
    let deletion = store.delete_round(vote, draft).await;
    assert!(matches!(deletion, Err(VoteError::State)));
    let other = poll.prepares(rules, choices("a")).await.unwrap();
    assert_eq!(other.number, 2);
    store.delete_round(vote, other.id).await.unwrap();
    assert_eq!(store.rounds(vote).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_run_off_settles_a_revealed_round_of_the_same_vote() {
    let poll = Poll::new().await;
    let first = poll.opens(Rules::default()).await;
    let new = NewRound {
        after: 0,
        document: poll.vote,
        rules: Rules::default(),
        choices: choices("a b"),
        run_off_of: Some(first),
    };
    let too_early = poll.store().create_round(new.clone()).await;
    assert!(matches!(too_early, Err(VoteError::State)));
    poll.reveals(first).await;
    let run_off = poll.store().create_round(new.clone()).await.unwrap();
    assert_eq!(run_off.run_off_of, Some(first));
    let elsewhere = NewRound {
        after: 0,
        document: poll.world.pad(poll.made.space, b"root").await,
        ..new
    };
    let elsewhere = poll.store().create_round(elsewhere).await;
    assert!(matches!(elsewhere, Err(VoteError::NotFound)));
}

#[tokio::test]
async fn rules_that_make_no_sense_are_refused() {
    let poll = Poll::new().await;
    let rules = Rules::default();
    let own_two: Vec<_> = choices("a b c")
        .into_iter()
        .enumerate()
        .map(|(place, choice)| Choice {
            proposed_by: (place > 0).then_some(poll.made.participant),
            ..choice
        })
        .collect();
    let all = Rules {
        dots: 3,
        cap: 2,
        all: true,
        own: false,
        ..rules
    };
    assert!(poll.prepares(all, choices("a b")).await.is_ok());
    let many = (0..201).map(|number| format!("b{number} "));
    for (rules, choices) in [
        (Rules { dots: 0, ..rules }, choices("a")),
        (Rules { dots: 101, ..rules }, choices("a")),
        (Rules { cap: 101, ..rules }, choices("a")),
        (
            Rules {
                seconds: 86_401,
                ..rules
            },
            choices("a"),
        ),
        (rules, choices("a b a")),
        (rules, choices(&many.collect::<String>())),
    ] {
        let made = poll.prepares(rules, choices).await;
        assert!(matches!(made, Err(VoteError::Invalid(_))), "{rules:?}");
    }
    for (rules, few) in [(rules, choices("")), (all, choices("a")), (all, own_two)] {
        let made = poll.prepares(rules, few).await;
        assert!(matches!(made, Err(VoteError::TooFewBricks)), "{rules:?}");
    }
}

#[tokio::test]
async fn a_vote_has_a_bounded_number_of_rounds() {
    let poll = Poll::new().await;
    for _ in 0..ROUNDS_PER_DOCUMENT_MAX {
        poll.prepares(Rules::default(), choices("a")).await.unwrap();
    }
    let more = poll.prepares(Rules::default(), choices("a")).await;
    assert!(matches!(
        more,
        Err(VoteError::Store(StoreError::TooMany { what: "rounds", .. }))
    ));
}
