//! Who cast which ballot of an anonymous round can be told from nothing: not while it lasts, not after.

use std::{fs, path::Path};

use proptest::prelude::*;
use rusqlite::types::Value;

use super::poll::{Poll, choices, dots};
use crate::{
    Ballot, DocumentId, ParticipantId, Round, RoundId, Rules, Store, Turnout, tests::world::options,
};

const LETTERS: [&str; 7] = ["", "a", "abc", "aab", "bbbcc", "ccccc", "c"];

/// The same workshop twice, with everything the same down to the identifiers and the key of the open round.
struct Twins {
    poll: Poll,
    other: Store,
    _dir: tempfile::TempDir,
    people: Vec<ParticipantId>,
    round: RoundId,
}

/// All that anybody can ask who is not the one who votes.
#[derive(Debug, PartialEq)]
struct Seen {
    rounds: Vec<Round>,
    turnout: Turnout,
    done: Vec<ParticipantId>,
    tally: Result<crate::Tally, String>,
    mine: Option<Ballot>,
}

impl Twins {
    async fn new(voters: usize) -> Self {
        let mut poll = Poll::new().await;
        let people = poll.people(voters).await;
        let round = poll.opens(Rules::default()).await;
        poll.store().close().await;
        let dir = tempfile::tempdir().unwrap();
        for file in fs::read_dir(poll.world.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
        }
        poll.world.restart().await;
        let other = Store::open_with(dir.path(), options()).unwrap();
        Twins {
            poll,
            other,
            _dir: dir,
            people,
            round,
        }
    }

    async fn casts(&self, store: &Store, who: usize, letters: &str, done: bool) {
        let dots = dots(letters);
        let ballot = Ballot { dots, done };
        let (vote, who) = (self.poll.vote, self.people[who]);
        store
            .put_ballot(vote, self.round, who, ballot)
            .await
            .unwrap();
    }

    async fn sees(&self, store: &Store) -> Seen {
        let (vote, round) = (self.poll.vote, self.round);
        let everybody = self.people.clone();
        let facilitator = self.poll.made.participant;
        Seen {
            rounds: store.rounds(vote).await.unwrap(),
            turnout: store.turnout(vote, round).await.unwrap(),
            done: store.who_is_done(vote, round, everybody).await.unwrap(),
            tally: store
                .partial_tally(vote, round)
                .await
                .map_err(|error| error.to_string()),
            mine: store.ballot(vote, round, facilitator).await.unwrap(),
        }
    }

    async fn look_the_same(&self) {
        let here = self.sees(self.poll.store()).await;
        assert_eq!(here, self.sees(&self.other).await);
    }

    async fn reveal(&self) {
        for store in [self.poll.store(), &self.other] {
            store.close_round(self.poll.vote, self.round).await.unwrap();
            self.look_if_it_says_nothing(store).await;
            store
                .reveal_round(self.poll.vote, self.round)
                .await
                .unwrap();
        }
    }

    async fn look_if_it_says_nothing(&self, store: &Store) {
        let seen = self.sees(store).await;
        assert!(seen.tally.is_err() && seen.mine.is_none());
        assert!(seen.rounds.iter().all(|round| round.results.is_none()));
    }

    /// Whether the whole databases are the same, row for row in the order they are kept.
    async fn are_the_same(&self) {
        self.poll.store().close().await;
        self.other.close().await;
        assert_eq!(dump(&self.poll.world.path()), dump(self._dir.path()));
    }
}

/// Every row of every table.
fn dump(dir: &Path) -> Vec<(String, Vec<Vec<Value>>)> {
    let connection = rusqlite::Connection::open(dir.join("atelier.sqlite")).unwrap();
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut statement = connection.prepare(sql).unwrap();
    let tables = statement.query_map([], |row| row.get(0)).unwrap();
    tables
        .map(|table: rusqlite::Result<String>| {
            let table = table.unwrap();
            let rows = rows(&connection, &table);
            (table, rows)
        })
        .collect()
}

fn rows(connection: &rusqlite::Connection, table: &str) -> Vec<Vec<Value>> {
    let mut statement = connection
        .prepare(&format!("SELECT * FROM {table}"))
        .unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

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
    let elsewhere: DocumentId = poll.world.pad(poll.made.space, b"root").await;
    let new = crate::NewRound {
        document: elsewhere,
        rules: Rules::default(),
        choices: choices("a b c"),
        run_off_of: None,
    };
    let store = poll.store();
    let other = store.create_round(new).await.unwrap().id;
    store.open_round(elsewhere, other).await.unwrap();
    let ballot = super::poll::done("abc");
    store
        .put_ballot(elsewhere, other, bob, ballot.clone())
        .await
        .unwrap();
    poll.reveals(round).await;
    let kept = store.ballot(elsewhere, other, bob).await.unwrap();
    assert_eq!(kept, Some(ballot));
}
