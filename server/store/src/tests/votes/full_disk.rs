//! A vote on a full disk: no ballot is taken, but what was taken can be closed and revealed.

use super::poll::{Poll, ballot, dots};
use crate::{CommitError, Rules, StoreError, VoteError};

#[tokio::test]
async fn a_round_is_closed_and_revealed_on_a_full_disk() {
    let poll = Poll::new().await;
    let bob = poll.joins("Bob").await;
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, bob, ballot("aab")).await.unwrap();
    poll.store().allow_pages(1).await.unwrap();
    let filling = poll.world.writes(poll.vote, &vec![7; 1024 * 1024]).await;
    assert_eq!(filling, Err(CommitError::Full));
    let refused = poll.casts(round, bob, ballot("c")).await;
    assert!(matches!(refused, Err(VoteError::Store(StoreError::Full))));
    assert_eq!(poll.ballot_of(round, bob).await, Some(ballot("aab")));
    assert_eq!(poll.reveals(round).await.dots, dots("aab"));
}
