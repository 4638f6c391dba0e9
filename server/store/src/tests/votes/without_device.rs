//! Raised hands and paper dots, entered by hand.

use super::poll::{Poll, ballot, brick, choices, dots};
use crate::{Entered, Rules, VoteError};

fn entered(voters: u32, letters: &str) -> Entered {
    Entered {
        voters,
        dots: dots(letters),
    }
}

#[tokio::test]
async fn counts_are_entered_beside_the_ballots() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, bob, ballot("a")).await.unwrap();
    let (store, vote) = (poll.store(), poll.vote);
    store
        .enter_counts(vote, round, entered(1, "c"))
        .await
        .unwrap();
    poll.closes(round).await;
    let mut second = entered(2, "aabc");
    second.dots.insert(brick("x"), 0);
    let answered = store.enter_counts(vote, round, second).await.unwrap();
    assert_eq!(
        answered.entered,
        entered(2, "aabc"),
        "the last one replaces"
    );
    assert_eq!(poll.reveals(round).await.dots, dots("a"), "never mixed");
    let kept = store.round(vote, round).await.unwrap().unwrap();
    assert_eq!(kept.entered, entered(2, "aabc"));
}

#[tokio::test]
async fn what_so_many_people_could_not_have_voted_is_refused() {
    let poll = Poll::new().await;
    let rules = Rules {
        dots: 3,
        cap: 2,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    let enter = async |counts| poll.store().enter_counts(poll.vote, round, counts).await;
    assert!(enter(entered(2, "aaaabb")).await.is_ok());
    let budget = enter(entered(2, "aaabbbc")).await;
    assert!(matches!(budget, Err(VoteError::OverBudget)));
    let cap = enter(entered(2, "aaaaa")).await;
    assert!(matches!(cap, Err(VoteError::OverCap(on)) if on == brick("a")));
    let unknown = enter(entered(2, "x")).await;
    assert!(matches!(unknown, Err(VoteError::UnknownBrick(which)) if which == brick("x")));
    let crowd = enter(entered(10_001, "")).await;
    assert!(matches!(crowd, Err(VoteError::Invalid(_))));
}

#[tokio::test]
async fn counts_are_entered_while_the_round_is_open_or_closed() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let round = poll
        .prepares(Rules::default(), choices("a"))
        .await
        .unwrap()
        .id;
    let early = store.enter_counts(vote, round, entered(1, "a")).await;
    assert!(matches!(early, Err(VoteError::State)));
    store.open_round(vote, round).await.unwrap();
    poll.reveals(round).await;
    let late = store.enter_counts(vote, round, entered(1, "a")).await;
    assert!(matches!(late, Err(VoteError::State)));
}
