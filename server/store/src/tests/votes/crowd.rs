//! A full hall: everybody at once, on several devices, with a real race against the closing.

use std::collections::BTreeMap;

use super::poll::{Poll, ballot, dots, voting};
use crate::{Ballot, Dots, Rules, VoteError};

const VOTERS: usize = 300;

/// A different ballot for each device.
fn some_ballot(number: usize) -> Ballot {
    let letters = ["a", "ab", "abc", "ccb", "bbbbb"];
    ballot(letters[number % letters.len()])
}

fn sum<'a>(ballots: impl IntoIterator<Item = &'a Dots>) -> Dots {
    let mut total = Dots::new();
    for (brick, count) in ballots.into_iter().flatten() {
        *total.entry(brick.clone()).or_default() += count;
    }
    total
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_people_vote_at_once_and_all_count() {
    let poll = Poll::new().await;
    let people = poll.people(VOTERS).await;
    let round = poll.opens(Rules::default()).await;
    let mut casting = tokio::task::JoinSet::new();
    for (number, who) in people.into_iter().enumerate() {
        let (store, vote) = (poll.store().clone(), poll.vote);
        casting.spawn(async move {
            store
                .put_ballot(vote, round, voting(who), some_ballot(number))
                .await
        });
    }
    let answers = casting.join_all().await;
    assert!(answers.iter().all(Result::is_ok));
    let tally = poll.reveals(round).await;
    let all: Vec<_> = (0..VOTERS).map(|number| some_ballot(number).dots).collect();
    assert_eq!((tally.voters as usize, tally.dots), (VOTERS, sum(&all)));
}

/// The ballots of two devices of each person race with each other and with the closing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_was_accepted_before_the_closing_counts_and_nothing_else() {
    let poll = Poll::new().await;
    let people = poll.people(40).await;
    let rules = Rules {
        anonymous: false,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    poll.casts(round, people[0], ballot("a")).await.unwrap();
    let mut accepted = BTreeMap::from([(people[0], vec![dots("a")])]);
    let mut casting = tokio::task::JoinSet::new();
    for device in 0..200 {
        let (store, vote, who) = (poll.store().clone(), poll.vote, people[device % 40]);
        casting.spawn(async move {
            let ballot = some_ballot(device / 40 + device);
            let dots = ballot.dots.clone();
            (
                who,
                dots,
                store.put_ballot(vote, round, voting(who), ballot).await,
            )
        });
        tokio::task::yield_now().await;
    }
    poll.closes(round).await;
    for (who, dots, answer) in casting.join_all().await {
        match answer {
            Ok(_) => accepted.entry(who).or_default().push(dots),
            Err(error) => assert!(matches!(error, VoteError::Closed), "{error}"),
        }
    }
    let late = poll.casts(round, people[0], ballot("a")).await;
    assert!(matches!(late, Err(VoteError::Closed)));
    let tally = poll.reveals(round).await;
    let ballots = tally.ballots.unwrap();
    assert_eq!(ballots.len(), accepted.len());
    assert_eq!(tally.dots, sum(ballots.iter().map(|(_, dots)| dots)));
    for (who, counted) in ballots {
        assert!(accepted[&who].contains(&counted));
    }
}
