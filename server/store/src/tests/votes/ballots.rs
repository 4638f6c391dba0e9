//! What the judge takes and refuses, ballot by ballot.

use super::poll::{Poll, ballot, brick, choices, done, dots};
use crate::{Ballot, Choice, ParticipantId, Rules, VoteError};

#[tokio::test]
async fn the_last_whole_ballot_of_a_person_counts() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    let phone = poll.casts(round, bob, ballot("aaab")).await.unwrap();
    assert_eq!((phone.left, phone.done), (1, false));
    let computer = poll.casts(round, bob, done("bbccc")).await.unwrap();
    assert_eq!((computer.left, computer.done), (0, true));
    assert_eq!(poll.count(round).await, (1, 1));
    assert_eq!(poll.ballot_of(round, bob).await, Some(done("bbccc")));
    let tally = poll.reveals(round).await;
    assert_eq!((tally.voters, tally.dots), (1, dots("bbccc")));
}

#[tokio::test]
async fn an_empty_ballot_takes_the_vote_back_unless_it_is_done() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, bob, ballot("a")).await.unwrap();
    let nothing = Ballot {
        dots: [(brick("a"), 0), (brick("unknown"), 0)].into(),
        done: false,
    };
    poll.casts(round, bob, nothing).await.unwrap();
    assert_eq!(poll.count(round).await, (0, 0));
    assert_eq!(poll.ballot_of(round, bob).await, None);
    poll.casts(round, bob, done("")).await.unwrap();
    assert_eq!(poll.count(round).await, (1, 1));
    assert_eq!(poll.reveals(round).await.voters, 1);
}

#[tokio::test]
async fn a_refused_ballot_leaves_the_one_before() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let rules = Rules {
        dots: 3,
        cap: 2,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    poll.casts(round, bob, ballot("ab")).await.unwrap();
    let refused = poll.casts(round, bob, ballot("aabb")).await;
    assert!(matches!(refused, Err(VoteError::OverBudget)));
    let refused = poll.casts(round, bob, ballot("aaa")).await;
    assert!(matches!(refused, Err(VoteError::OverCap(on)) if on == brick("a")));
    let refused = poll.casts(round, bob, ballot("ax")).await;
    assert!(matches!(refused, Err(VoteError::UnknownBrick(which)) if which == brick("x")));
    assert_eq!(poll.ballot_of(round, bob).await, Some(ballot("ab")));
}

#[tokio::test]
async fn counts_near_the_edge_of_numbers_are_over_the_budget() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    let huge = Ballot {
        dots: [(brick("a"), u32::MAX), (brick("b"), 6)].into(),
        done: false,
    };
    let refused = poll.casts(round, bob, huge).await;
    assert!(matches!(refused, Err(VoteError::OverBudget)));
}

#[tokio::test]
async fn ones_own_proposal_gets_no_dot_where_it_may_not() {
    let poll = Poll::new().await;
    let (ana, bob) = (poll.joins("Ana").await, poll.joins("Bob").await);
    let rules = Rules {
        own: false,
        ..Rules::default()
    };
    let mut proposals = choices("a b");
    proposals.push(Choice {
        brick: brick("c"),
        proposed_by: Some(bob),
    });
    let round = poll.prepares(rules, proposals).await.unwrap().id;
    poll.store().open_round(poll.vote, round).await.unwrap();
    let own = poll.casts(round, bob, ballot("ac")).await;
    assert!(matches!(own, Err(VoteError::OwnBrick(which)) if which == brick("c")));
    poll.casts(round, bob, ballot("ab")).await.unwrap();
    poll.casts(round, ana, ballot("c")).await.unwrap();
    assert_eq!(poll.reveals(round).await.dots, dots("abc"));
}

#[tokio::test]
async fn where_all_dots_must_be_placed_an_unfinished_ballot_does_not_count() {
    let poll = Poll::new().await;
    let (ana, bob) = (poll.joins("Ana").await, poll.joins("Bob").await);
    let rules = Rules {
        dots: 3,
        all: true,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    let left = poll.casts(round, ana, done("ab")).await;
    assert!(matches!(left, Err(VoteError::DotsLeft)));
    let accepted = poll.casts(round, ana, ballot("ab")).await.unwrap();
    assert_eq!(accepted.left, 1);
    poll.casts(round, bob, ballot("bbc")).await.unwrap();
    let tally = poll.reveals(round).await;
    assert_eq!((tally.voters, tally.dots), (1, dots("bbc")));
    assert_eq!(poll.count(round).await, (2, 0));
}

#[tokio::test]
async fn ballots_are_taken_while_the_round_is_open() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let draft = poll
        .prepares(Rules::default(), choices("a"))
        .await
        .unwrap()
        .id;
    let early = poll.casts(draft, bob, ballot("a")).await;
    assert!(matches!(early, Err(VoteError::State)));
    poll.store().open_round(poll.vote, draft).await.unwrap();
    poll.casts(draft, bob, ballot("a")).await.unwrap();
    poll.closes(draft).await;
    let late = poll.casts(draft, bob, ballot("aa")).await;
    assert!(matches!(late, Err(VoteError::Closed)));
    assert_eq!(poll.reveals(draft).await.dots, dots("a"));
    let too_late = poll.casts(draft, bob, ballot("aa")).await;
    assert!(matches!(too_late, Err(VoteError::Closed)));
}

#[tokio::test]
async fn only_people_who_may_write_in_the_space_vote() {
    let poll = Poll::new().await;
    let round = poll.opens(Rules::default()).await;
    let reader = &poll.made.links.reader;
    let reader = poll.world.joins(reader, "Reader").await.participant;
    let elsewhere = poll.world.workshop().await.participant;
    for stranger in [reader, elsewhere, ParticipantId::random()] {
        let refused = poll.casts(round, stranger, ballot("a")).await;
        assert!(matches!(refused, Err(VoteError::NotFound)));
    }
    let facilitator = poll.made.participant;
    assert!(poll.casts(round, facilitator, ballot("a")).await.is_ok());
}

#[tokio::test]
async fn a_named_round_tells_who_cast_what() {
    let poll = Poll::new().await;
    let (ana, bob) = (poll.joins("Ana").await, poll.joins("Bob").await);
    let rules = Rules {
        anonymous: false,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    poll.casts(round, ana, ballot("aab")).await.unwrap();
    poll.casts(round, bob, ballot("c")).await.unwrap();
    poll.closes(round).await;
    poll.store()
        .remove_person(poll.made.space, bob)
        .await
        .unwrap();
    let gone = poll.casts(round, bob, ballot("a")).await;
    assert!(matches!(gone, Err(VoteError::Closed)));
    let tally = poll.reveals(round).await;
    let mut expected = vec![(ana, dots("aab")), (bob, dots("c"))];
    expected.sort();
    assert_eq!((tally.voters, tally.ballots), (2, Some(expected)));
    assert_eq!(poll.ballot_of(round, ana).await, Some(done("aab")));
}

#[tokio::test]
async fn who_is_done_is_told_but_not_what_they_vote() {
    let poll = Poll::new().await;
    let (ana, bob) = (poll.joins("Ana").await, poll.joins("Bob").await);
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, ana, ballot("a")).await.unwrap();
    poll.casts(round, bob, done("a")).await.unwrap();
    let (store, vote, everybody) = (poll.store(), poll.vote, vec![ana, bob]);
    let finished = store.who_is_done(vote, round, everybody.clone()).await;
    assert_eq!(finished.unwrap(), [bob]);
    let partial = store.partial_tally(vote, round).await;
    assert!(matches!(partial, Err(VoteError::State)));
    poll.closes(round).await;
    let partial = store.partial_tally(vote, round).await;
    assert!(matches!(partial, Err(VoteError::State)));
    let tally = poll.reveals(round).await;
    assert_eq!(store.partial_tally(vote, round).await.unwrap(), tally);
    let finished = store.who_is_done(vote, round, everybody).await;
    assert_eq!(finished.unwrap(), []);
}
