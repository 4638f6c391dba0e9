//! What live totals and small rounds tell of a single person: nothing.

use super::poll::{Poll, ballot, choices, dots};
use crate::{RoundState, Rules, VoteError};

const LIVE: Rules = Rules {
    dots: 5,
    cap: 0,
    secret: false,
    anonymous: true,
    own: true,
    all: false,
    seconds: 0,
};

#[tokio::test]
async fn live_totals_move_on_by_three_ballots_at_once() {
    let poll = Poll::new().await;
    let people = poll.people(6).await;
    let (store, vote) = (poll.store(), poll.vote);
    let draft = poll.prepares(LIVE, choices("a b c")).await.unwrap().id;
    let partial = store.partial_tally(vote, draft).await;
    assert!(matches!(partial, Err(VoteError::State)));
    store.open_round(vote, draft).await.unwrap();
    let told = [0, 0, 3, 3, 3, 6];
    for (who, told) in people.iter().zip(told) {
        poll.casts(draft, *who, ballot("aab")).await.unwrap();
        let tally = store.partial_tally(vote, draft).await.unwrap();
        assert_eq!((tally.voters, tally.ballots), (told, None));
    }
    // One person who taps to and fro moves nothing.
    for letters in ["c", "cc", "ccc", "c"] {
        poll.casts(draft, people[0], ballot(letters)).await.unwrap();
        let tally = store.partial_tally(vote, draft).await.unwrap();
        assert_eq!(tally.dots, dots("aaaaaaaaaaaabbbbbb"));
    }
    assert_eq!(poll.reveals(draft).await.dots, dots("aaaaaaaaaabbbbbc"));
}

#[tokio::test]
async fn live_totals_of_a_named_round_name_nobody_before_the_reveal() {
    let poll = Poll::new().await;
    let people = poll.people(3).await;
    let named = Rules {
        anonymous: false,
        ..LIVE
    };
    let round = poll.opens(named).await;
    for who in people {
        poll.casts(round, who, ballot("a")).await.unwrap();
    }
    let told = poll.store().partial_tally(poll.vote, round).await.unwrap();
    assert_eq!((told.voters, told.ballots), (3, None));
    assert_eq!(
        poll.reveals(round).await.ballots.map(|all| all.len()),
        Some(3)
    );
}

#[tokio::test]
async fn few_ballots_of_an_anonymous_round_are_revealed_after_a_warning_only() {
    for voters in 0..=3 {
        let poll = Poll::new().await;
        let people = poll.people(voters).await;
        let round = poll.opens(Rules::default()).await;
        for who in people {
            poll.casts(round, who, ballot("a")).await.unwrap();
        }
        poll.closes(round).await;
        let first = poll.store().reveal_round(poll.vote, round, false).await;
        let is_telling = voters == 1 || voters == 2;
        assert_eq!(matches!(first, Err(VoteError::FewBallots)), is_telling);
        let weighed = poll.store().reveal_round(poll.vote, round, true).await;
        assert_eq!(weighed.unwrap().state, RoundState::Revealed);
    }
}

#[tokio::test]
async fn few_ballots_of_a_named_round_need_no_warning() {
    let poll = Poll::new().await;
    let people = poll.people(1).await;
    let named = Rules {
        anonymous: false,
        ..Rules::default()
    };
    let round = poll.opens(named).await;
    poll.casts(round, people[0], ballot("a")).await.unwrap();
    poll.closes(round).await;
    let revealed = poll.store().reveal_round(poll.vote, round, false).await;
    assert_eq!(revealed.unwrap().state, RoundState::Revealed);
}
