//! Two worlds that differ in nothing but the ballots, and all that can be seen of them.

use std::{collections::BTreeMap, fs, path::Path};

use rusqlite::types::Value;

use super::poll::{Poll, dots, voting};
use crate::{
    Ballot, Clocks, Options, ParticipantId, Reading, Round, RoundId, Rules, Store, Tally, Turnout,
    clock::now_ms, tests::world::options,
};

/// The same workshop twice, with everything the same down to the identifiers and the key of the open round.
pub struct Twins {
    pub poll: Poll,
    pub other: Store,
    dir: tempfile::TempDir,
    people: Vec<ParticipantId>,
    round: RoundId,
}

/// All that anybody can ask who is not the one who votes.
#[derive(Debug, PartialEq)]
struct Seen {
    rounds: Vec<Round>,
    turnout: Turnout,
    done: Vec<ParticipantId>,
    tally: Result<Tally, String>,
    mine: Option<Ballot>,
}

impl Twins {
    pub async fn new(voters: usize) -> Self {
        let mut poll = Poll::new().await;
        let people = poll.people(voters).await;
        let round = poll.opens(Rules::default()).await;
        poll.store().close().await;
        let dir = tempfile::tempdir().unwrap();
        for file in fs::read_dir(poll.world.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
        }
        let same_time = same_time();
        poll.world.store = Store::open_with(&poll.world.path(), same_time.clone()).unwrap();
        let other = Store::open_with(dir.path(), same_time).unwrap();
        Twins {
            poll,
            other,
            dir,
            people,
            round,
        }
    }

    pub async fn casts(&self, store: &Store, who: usize, letters: &str, done: bool) {
        let dots = dots(letters);
        let ballot = Ballot { dots, done };
        let (vote, who) = (self.poll.vote, self.people[who]);
        store
            .put_ballot(vote, self.round, voting(who), ballot)
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

    pub async fn look_the_same(&self) {
        let here = self.sees(self.poll.store()).await;
        assert_eq!(here, self.sees(&self.other).await);
    }

    pub async fn reveal(&self) {
        for store in [self.poll.store(), &self.other] {
            store.close_round(self.poll.vote, self.round).await.unwrap();
            self.look_if_it_says_nothing(store).await;
            store
                .reveal_round(self.poll.vote, self.round, true)
                .await
                .unwrap();
        }
    }

    async fn look_if_it_says_nothing(&self, store: &Store) {
        let seen = self.sees(store).await;
        assert!(seen.tally.is_err() && seen.mine.is_none());
        assert!(seen.rounds.iter().all(|round| round.results.is_none()));
    }

    /// Whether the whole databases are the same, row for row in the order they are kept, and hold no ballot and no key.
    pub async fn are_the_same(&self) {
        self.poll.store().close().await;
        self.other.close().await;
        let here = dump(&self.poll.world.path());
        assert_eq!(here, dump(self.dir.path()));
        assert!(here["ballots"].is_empty() && here["round_keys"].is_empty());
    }
}

/// Clocks that stand still, so that both write down the same time.
fn same_time() -> Options {
    let wall_ms = now_ms();
    Options {
        clocks: Clocks::read_by(move || Reading {
            wall_ms,
            running_ms: 0,
        }),
        ..options()
    }
}

/// Every row of every table.
fn dump(dir: &Path) -> BTreeMap<String, Vec<Vec<Value>>> {
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
