//! Who may vote: who is there when the round opens, and whom a facilitator lets in.

use super::poll::{Poll, ballot, dots, voting, voting_at};
use crate::{PersonChange, Role, RoundId, Rules, VoteError};

impl Poll {
    async fn removes(&self, who: crate::ParticipantId) {
        let removed = self.store().remove_person(self.made.space, who).await;
        removed.unwrap();
    }

    /// How many may vote, and how many of them came late.
    async fn electorate(&self, round: RoundId) -> (u32, u32) {
        let turnout = self.turnout(round).await;
        (turnout.eligible, turnout.late)
    }
}

#[tokio::test]
async fn who_comes_after_the_opening_votes_once_let_in() {
    let poll = Poll::new().await;
    let early = poll.joins("Ana").await;
    let round = poll.opens(Rules::default()).await;
    assert_eq!(poll.electorate(round).await, (2, 0));
    let late = poll.joins("Bob").await;
    let refused = poll.casts(round, late, ballot("a")).await;
    assert!(matches!(refused, Err(VoteError::Latecomer)));
    for _ in 0..2 {
        let admitted = poll.store().let_in(poll.vote, round, late).await;
        assert_eq!(admitted.unwrap().id, round);
    }
    poll.casts(round, late, ballot("a")).await.unwrap();
    poll.casts(round, early, ballot("b")).await.unwrap();
    assert_eq!(poll.electorate(round).await, (3, 1));
    assert_eq!(poll.reveals(round).await.dots, dots("ab"));
    assert_eq!(poll.electorate(round).await, (3, 1));
}

#[tokio::test]
async fn one_person_with_the_code_has_one_ballot_however_often_they_join() {
    let poll = Poll::new().await;
    let round = poll.opens(Rules::default()).await;
    for guest in poll.people(25).await {
        let refused = poll.casts(round, guest, ballot("a")).await;
        assert!(matches!(refused, Err(VoteError::Latecomer)));
    }
    assert_eq!(poll.count(round).await, (0, 0));
    assert_eq!(poll.reveals(round).await.voters, 0);
}

#[tokio::test]
async fn only_who_is_there_and_may_write_is_let_in_while_the_round_is_open() {
    let poll = Poll::new().await;
    let round = poll.opens(Rules::default()).await;
    let reader = &poll.made.links.reader;
    let reader = poll.world.joins(reader, "Reader").await.participant;
    let elsewhere = poll.world.workshop().await.participant;
    for stranger in [reader, elsewhere] {
        let refused = poll.store().let_in(poll.vote, round, stranger).await;
        assert!(matches!(refused, Err(VoteError::NotFound)));
    }
    let late = poll.joins("Bob").await;
    poll.closes(round).await;
    let refused = poll.store().let_in(poll.vote, round, late).await;
    assert!(matches!(refused, Err(VoteError::State)));
}

#[tokio::test]
async fn who_is_expected_and_has_not_come_is_not_counted() {
    let poll = Poll::new().await;
    let space = poll.made.space;
    poll.store()
        .expect_person(space, "Eve".to_owned())
        .await
        .unwrap();
    let round = poll.opens(Rules::default()).await;
    assert_eq!(poll.electorate(round).await, (1, 0));
}

#[tokio::test]
async fn removal_takes_the_ballot_out_before_the_close() {
    let poll = Poll::new().await;
    let people = poll.people(2).await;
    let round = poll.opens(Rules::default()).await;
    for who in &people {
        poll.casts(round, *who, ballot("c")).await.unwrap();
    }
    poll.removes(people[0]).await;
    assert_eq!(poll.count(round).await, (1, 0));
    assert_eq!(poll.electorate(round).await, (2, 0));
    poll.closes(round).await;
    poll.removes(people[1]).await;
    let revealed = poll.store().reveal_round(poll.vote, round, true).await;
    assert_eq!(revealed.unwrap().results.unwrap().dots, dots("c"));
    assert_eq!(poll.electorate(round).await, (2, 0));
}

#[tokio::test]
async fn who_may_only_read_from_now_on_has_no_ballot() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, bob, ballot("c")).await.unwrap();
    let change = PersonChange {
        role: Some(Role::Reader),
        ..PersonChange::default()
    };
    let demoted = poll.store().change_person(poll.made.space, bob, change);
    demoted.await.unwrap();
    assert_eq!(poll.count(round).await, (0, 0));
}

#[tokio::test]
async fn a_device_keeps_the_ballot_of_one_person() {
    let poll = Poll::new().await;
    let (ana, bob) = (poll.joins("Ana").await, poll.joins("Bob").await);
    let round = poll.opens(Rules::default()).await;
    let cast = |voting, letters| {
        let store = poll.store();
        store.put_ballot(poll.vote, round, voting, ballot(letters))
    };
    cast(voting(ana), "a").await.unwrap();
    let second = cast(voting_at(bob, ana), "b").await;
    assert!(matches!(second, Err(VoteError::DeviceVoted)));
    // Ana goes on from a second device, then takes her ballot back: her devices are free again.
    cast(voting_at(ana, bob), "c").await.unwrap();
    let taken = cast(voting(bob), "b").await;
    assert!(matches!(taken, Err(VoteError::DeviceVoted)));
    cast(voting(ana), "").await.unwrap();
    cast(voting_at(bob, ana), "b").await.unwrap();
    assert_eq!(poll.reveals(round).await.dots, dots("b"));
}
