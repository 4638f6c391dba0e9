//! The bytes on the disk after a round was revealed, while the server is running.

use std::fs;

use super::poll::{Poll, ballot, choices, voting};
use crate::{Ballot, BrickId, DocumentId, ParticipantId, RoundId, Rules};

/// What must not be found any more.
struct Traces {
    key: Vec<u8>,
    voters: Vec<Vec<u8>>,
}

/// Everybody votes in all rounds, changes the ballot, and takes it back now and then; at the end all have voted.
async fn vote_in_all(poll: &Poll, rounds: &[(DocumentId, RoundId)], people: &[ParticipantId]) {
    for turn in 0..3 {
        for (number, who) in people.iter().enumerate() {
            let shortest = if turn == 2 { 4 } else { 5 };
            let letters = &"aabbc"[(number * 7 + turn * 3) % (shortest + 1)..];
            for (document, round) in rounds {
                let cast =
                    poll.store()
                        .put_ballot(*document, *round, voting(*who), ballot(letters));
                cast.await.unwrap();
            }
        }
    }
}

async fn traces(poll: &Poll, round: RoundId) -> Traces {
    let look = move |connection: &rusqlite::Connection| {
        let sql = "SELECT key FROM round_keys WHERE round = ?1";
        let key = connection.query_row(sql, [round], |row| row.get(0))?;
        let mut statement = connection.prepare("SELECT voter FROM ballots WHERE round = ?1")?;
        let voters = statement.query_map([round], |row| row.get(0))?;
        let voters = voters.collect::<Result<_, _>>()?;
        Ok(Traces { key, voters })
    };
    poll.store().read(look).await.unwrap()
}

/// All files of the data directory, one after the other.
fn bytes(poll: &Poll) -> Vec<u8> {
    let files = fs::read_dir(poll.world.path()).unwrap();
    files
        .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

fn holds(bytes: &[u8], trace: &[u8]) -> bool {
    bytes.windows(trace.len()).any(|window| window == trace)
}

#[tokio::test]
async fn neither_the_key_nor_a_ballot_is_left_on_the_disk() {
    let poll = Poll::new().await;
    let people = poll.people(80).await;
    let mut rounds = Vec::new();
    for _ in 0..4 {
        rounds.push(poll.opens_elsewhere().await);
    }
    vote_in_all(&poll, &rounds, &people).await;
    let (vote, round) = rounds[1];
    let traces = traces(&poll, round).await;
    assert_eq!(traces.voters.len(), people.len());
    let before = bytes(&poll);
    assert!(holds(&before, &traces.key) && holds(&before, &traces.voters[0]));

    poll.store().close_round(vote, round).await.unwrap();
    poll.store().reveal_round(vote, round, true).await.unwrap();
    let after = bytes(&poll);
    assert!(!holds(&after, &traces.key));
    let left = traces.voters.iter().filter(|voter| holds(&after, voter));
    assert_eq!(left.count(), 0);
}

/// Longer than what any total could be written as.
#[tokio::test]
async fn what_was_on_the_only_ballot_is_left_only_as_a_total() {
    let poll = Poll::new().await;
    let names: Vec<BrickId> = (0..3)
        .map(|number| format!("Unmistakable{number}").parse().unwrap())
        .collect();
    let round = poll
        .prepares(
            Rules::default(),
            choices("Unmistakable0 Unmistakable1 Unmistakable2"),
        )
        .await
        .unwrap()
        .id;
    let people = poll.people(2).await;
    poll.store().open_round(poll.vote, round).await.unwrap();
    for (who, count) in people.into_iter().zip([1, 3]) {
        let ballot = Ballot {
            dots: names[1..].iter().cloned().zip([count, 2]).collect(),
            done: true,
        };
        poll.casts(round, who, ballot).await.unwrap();
    }
    let written = br#"{"Unmistakable1":3,"Unmistakable2":2}"#;
    assert!(holds(&bytes(&poll), written));
    poll.reveals(round).await;
    let after = bytes(&poll);
    assert!(!holds(&after, written));
    assert!(holds(&after, br#"{"Unmistakable1":4,"Unmistakable2":4}"#));
}

#[tokio::test]
async fn a_vote_goes_with_its_space_and_others_go_on() {
    let poll = Poll::new().await;
    let who = poll.joins("Voter").await;
    let round = poll.opens(Rules::default()).await;
    let cast = poll
        .store()
        .put_ballot(poll.vote, round, voting(who), ballot("a"));
    cast.await.unwrap();
    let gone = traces(&poll, round).await;
    let elsewhere = poll.world.workshop().await;
    let pad = poll.world.pad(elsewhere.space, b"root").await;
    let other = Poll {
        world: poll.world,
        made: elsewhere,
        vote: pad,
    };
    let voter = other.joins("Voter").await;
    let going_on = other.opens(Rules::default()).await;
    let space = poll.made.space;
    other.store().end_space(space, 0).await.unwrap();
    assert!(other.store().erase_space(space, u64::MAX).await.unwrap());
    let left = bytes(&other);
    assert!(!holds(&left, &gone.key) && !holds(&left, &gone.voters[0]));
    let cast = other
        .store()
        .put_ballot(other.vote, going_on, voting(voter), ballot("b"));
    cast.await.unwrap();
}
