//! The course of a round: opened, closed, revealed.

use super::poll::{Poll, ballot, choices, done, dots};
use crate::{DocumentId, NewRound, RoundId, RoundState, Rules, VoteError};

#[tokio::test]
async fn a_round_goes_from_draft_to_revealed() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let draft = poll
        .prepares(Rules::default(), choices("a b"))
        .await
        .unwrap();
    assert_eq!((draft.number, draft.state), (1, RoundState::Draft));
    assert_eq!((draft.opened_ms, draft.closes_ms), (None, None));
    let open = store.open_round(vote, draft.id).await.unwrap();
    assert_eq!(open.state, RoundState::Open);
    assert!(open.opened_ms.is_some() && open.closes_ms.is_none());
    let closed = store.close_round(vote, draft.id).await.unwrap();
    assert_eq!((closed.state, &closed.results), (RoundState::Closed, &None));
    let revealed = store.reveal_round(vote, draft.id, true).await.unwrap();
    assert_eq!(revealed.state, RoundState::Revealed);
    assert_eq!(revealed.results.as_ref().unwrap().voters, 0);
    assert_eq!(store.round(vote, draft.id).await.unwrap(), Some(revealed));
}

#[tokio::test]
async fn closing_and_revealing_again_answers_the_same() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let round = poll.opens(Rules::default()).await;
    let closed = poll.closes(round).await;
    assert_eq!(store.close_round(vote, round).await.unwrap(), closed);
    let revealed = store.reveal_round(vote, round, true).await.unwrap();
    assert_eq!(
        store.reveal_round(vote, round, true).await.unwrap(),
        revealed
    );
}

#[tokio::test]
async fn a_step_out_of_order_is_refused() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let draft = poll
        .prepares(Rules::default(), choices("a b"))
        .await
        .unwrap()
        .id;
    let is_refused = |outcome| assert!(matches!(outcome, Err(VoteError::State)));
    is_refused(store.close_round(vote, draft).await);
    is_refused(store.reveal_round(vote, draft, true).await);
    store.open_round(vote, draft).await.unwrap();
    is_refused(store.open_round(vote, draft).await);
    is_refused(store.reveal_round(vote, draft, true).await);
    poll.reveals(draft).await;
    is_refused(store.open_round(vote, draft).await);
    is_refused(store.close_round(vote, draft).await);
}

#[tokio::test]
async fn one_round_of_a_vote_is_open_at_a_time() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let first = poll.opens(Rules::default()).await;
    let second = poll
        .prepares(Rules::default(), choices("a"))
        .await
        .unwrap()
        .id;
    let opened = store.open_round(vote, second).await;
    assert!(matches!(opened, Err(VoteError::AnotherOpen)));
    poll.closes(first).await;
    store.open_round(vote, second).await.unwrap();
    let numbers = store.rounds(vote).await.unwrap();
    let numbers: Vec<_> = numbers.iter().map(|round| round.number).collect();
    assert_eq!(numbers, [1, 2]);
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    let round = poll.opens(Rules::default()).await;
    let other = poll.world.pad(poll.made.space, b"root").await;
    for (vote, round) in [(vote, RoundId::random()), (other, round)] {
        let is_missing = |outcome| assert!(matches!(outcome, Err(VoteError::NotFound)));
        is_missing(store.open_round(vote, round).await);
        is_missing(store.close_round(vote, round).await);
        is_missing(store.close_overdue(vote, round).await);
        is_missing(store.reveal_round(vote, round, true).await);
        assert!(store.round(vote, round).await.unwrap().is_none());
        let turnout = store.turnout(vote, round).await;
        assert!(matches!(turnout, Err(VoteError::NotFound)));
    }
    let nowhere = NewRound {
        after: 0,
        document: DocumentId::random(),
        rules: Rules::default(),
        choices: choices("a"),
        run_off_of: None,
    };
    let nowhere = store.create_round(nowhere).await;
    assert!(matches!(nowhere, Err(VoteError::NotFound)));
}

#[tokio::test]
async fn a_round_closes_when_its_time_is_over() {
    let poll = Poll::new().await;
    let (store, vote) = (poll.store(), poll.vote);
    assert_eq!(store.next_overdue().await.unwrap(), None);
    let rules = Rules {
        seconds: 60,
        ..Rules::default()
    };
    let round = poll.opens(rules).await;
    let open = store.close_overdue(vote, round).await.unwrap();
    assert_eq!(open.state, RoundState::Open);
    assert_eq!(open.closes_ms, open.opened_ms.map(|ms| ms + 60_000));
    let next = store.next_overdue().await.unwrap();
    assert_eq!(next, open.closes_ms.map(|ms| (vote, round, ms)));
    poll.time_is_over().await;
    let late = poll.casts(round, poll.made.participant, ballot("a")).await;
    assert!(matches!(late, Err(VoteError::Closed)));
    let closed = store.close_overdue(vote, round).await.unwrap();
    assert_eq!(closed.state, RoundState::Closed);
    assert_eq!(store.next_overdue().await.unwrap(), None);
}

#[tokio::test]
async fn a_restart_in_the_middle_keeps_everything() {
    let mut poll = Poll::new().await;
    let people = poll.people(2).await;
    let open = Rules {
        secret: false,
        anonymous: false,
        ..Rules::default()
    };
    let round = poll.opens(open).await;
    poll.casts(round, people[0], done("aab")).await.unwrap();
    poll.casts(round, people[1], ballot("c")).await.unwrap();
    let before = (
        poll.store().rounds(poll.vote).await.unwrap(),
        poll.store().partial_tally(poll.vote, round).await.unwrap(),
    );
    poll.world.restart().await;
    let after = (
        poll.store().rounds(poll.vote).await.unwrap(),
        poll.store().partial_tally(poll.vote, round).await.unwrap(),
    );
    assert_eq!(before, after);
    assert_eq!(poll.ballot_of(round, people[0]).await, Some(done("aab")));
    poll.casts(round, people[0], ballot("b")).await.unwrap();
    assert_eq!(poll.reveals(round).await.dots, dots("bc"));
}

#[tokio::test]
async fn a_document_takes_its_rounds_with_it() {
    let poll = Poll::new().await;
    let round = poll.opens(Rules::default()).await;
    poll.casts(round, poll.made.participant, ballot("a"))
        .await
        .unwrap();
    let vote = poll.vote;
    let left = move |connection: &rusqlite::Connection| {
        connection.execute("DELETE FROM chunks WHERE document = ?1", [vote])?;
        connection.execute("DELETE FROM documents WHERE id = ?1", [vote])?;
        let sql = "SELECT (SELECT count(*) FROM rounds) + (SELECT count(*) FROM round_keys)
                        + (SELECT count(*) FROM ballots)";
        Ok(connection.query_row(sql, [], |row| row.get::<_, u32>(0))?)
    };
    assert_eq!(poll.store().write(left).await.unwrap(), 0);
}
