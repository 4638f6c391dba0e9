//! Random histories of one round: whatever is asked in whatever order, the judge answers as the rules say.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{
    model::Model,
    poll::{Poll, brick, choices, voting},
};
use crate::{Ballot, ParticipantId, RoundId, RoundState, Rules, Tally, VoteError};

const PEOPLE: usize = 4;
const BRICKS: [&str; 5] = ["a", "b", "c", "d", "unknown"];

/// What waits together at one moment; it is committed together.
type Wave = Vec<Step>;

#[derive(Debug, Clone)]
enum Step {
    Cast {
        who: usize,
        counts: [u32; 5],
        done: bool,
    },
    Close,
    TimeIsOver,
    Reveal,
}

fn step() -> impl Strategy<Value = Step> {
    let count = || prop_oneof![3 => Just(0), 2 => Just(1), 1 => 2..4u32];
    let known = [count(), count(), count(), count()];
    let unknown = prop_oneof![12 => Just(0), 1 => Just(1u32)];
    let counts = (known, unknown).prop_map(|([a, b, c, d], unknown)| [a, b, c, d, unknown]);
    prop_oneof![
        40 => (0..PEOPLE, counts, any::<bool>())
            .prop_map(|(who, counts, done)| Step::Cast { who, counts, done }),
        1 => Just(Step::Close),
        1 => Just(Step::TimeIsOver),
        1 => Just(Step::Reveal),
    ]
}

fn waves() -> impl Strategy<Value = Vec<Wave>> {
    prop::collection::vec(prop::collection::vec(step(), 1..12), 1..6)
}

fn rules() -> impl Strategy<Value = Rules> {
    (1..6u32, 0..3u32, any::<[bool; 4]>()).prop_map(|(dots, cap, [secret, anonymous, own, all])| {
        Rules {
            dots,
            cap,
            secret,
            anonymous,
            own,
            all: all && (cap == 0 || 3 * cap >= dots),
            seconds: 0,
        }
    })
}

struct History {
    poll: Poll,
    people: Vec<ParticipantId>,
    round: RoundId,
    model: Model,
}

fn to_ballot(counts: [u32; 5], done: bool) -> Ballot {
    let all = BRICKS.into_iter().map(brick).zip(counts);
    Ballot {
        dots: all.filter(|(_, count)| *count > 0).collect(),
        done,
    }
}

impl History {
    async fn begin(rules: Rules) -> Self {
        let poll = Poll::new().await;
        let people = poll.people(PEOPLE).await;
        let mut bricks = choices("a b c d");
        bricks[0].proposed_by = Some(people[0]);
        let round = poll.prepares(rules, bricks).await.unwrap().id;
        poll.store().open_round(poll.vote, round).await.unwrap();
        let model = Model {
            rules,
            state: RoundState::Open,
            is_time_over: false,
            ballots: BTreeMap::new(),
            // The facilitator too.
            eligible: PEOPLE as u32 + 1,
            told: Tally::default(),
            changed: BTreeSet::new(),
        };
        History {
            poll,
            people,
            round,
            model,
        }
    }

    /// Everything is asked before anything is answered, in the order of the wave: that is the order of the queue.
    async fn goes_on(&mut self, wave: Wave) {
        let asked: Vec<_> = wave
            .iter()
            .map(|step| tokio::spawn(self.ask(step.clone())))
            .collect();
        for (step, answer) in wave.into_iter().zip(asked) {
            let is_taken = answer.await.unwrap();
            assert_eq!(is_taken, self.expect(&step), "{step:?}");
        }
    }

    /// Asks the store; answers whether it was taken.
    fn ask(&self, step: Step) -> impl Future<Output = bool> + use<> {
        let (store, vote, round) = (self.poll.store().clone(), self.poll.vote, self.round);
        let people = self.people.clone();
        async move {
            match step {
                Step::Cast { who, counts, done } => {
                    let ballot = to_ballot(counts, done);
                    let answer = store
                        .put_ballot(vote, round, voting(people[who]), ballot)
                        .await;
                    assert!(!matches!(answer, Err(VoteError::Store(_))));
                    answer.is_ok()
                }
                Step::Close => store.close_round(vote, round).await.is_ok(),
                Step::Reveal => store.reveal_round(vote, round, true).await.is_ok(),
                Step::TimeIsOver => {
                    let pass = |connection: &rusqlite::Connection| {
                        Ok(connection.execute("UPDATE rounds SET closes_ms = 1", [])?)
                    };
                    store.write(pass).await.is_ok()
                }
            }
        }
    }

    /// What must have happened, one after the other.
    fn expect(&mut self, step: &Step) -> bool {
        let model = &mut self.model;
        match *step {
            Step::Cast { who, counts, done } => {
                let is_taken = model.takes(who, counts, done);
                if is_taken {
                    model.cast(who, to_ballot(counts, done));
                }
                return is_taken;
            }
            Step::TimeIsOver => model.is_time_over = true,
            Step::Close if model.state == RoundState::Revealed => return false,
            Step::Close => model.state = RoundState::Closed,
            Step::Reveal if model.state == RoundState::Open => return false,
            Step::Reveal => model.state = RoundState::Revealed,
        }
        true
    }

    /// What can be asked agrees with what was accepted.
    async fn agrees(&self) {
        let (store, vote, round) = (self.poll.store(), self.poll.vote, self.round);
        let (model, tally) = (&self.model, self.model.tally(&self.people));
        let found = store.round(vote, round).await.unwrap().unwrap();
        assert_eq!(found.state, model.state);
        let turnout = store.turnout(vote, round).await.unwrap();
        assert_eq!(turnout, model.turnout());
        let is_revealed = model.state == RoundState::Revealed;
        assert_eq!(found.results, is_revealed.then(|| tally.clone()));
        match store.partial_tally(vote, round).await {
            Ok(partial) if is_revealed => assert_eq!(partial, tally),
            Ok(told) => assert_eq!(told, model.told),
            Err(error) => {
                assert!(matches!(error, VoteError::State) && model.rules.secret && !is_revealed)
            }
        }
        for (who, person) in self.people.iter().enumerate().filter(|_| !is_revealed) {
            let ballot = self.poll.ballot_of(round, *person).await;
            assert_eq!(ballot.as_ref(), model.ballots.get(&who));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_tally_is_the_sum_of_the_accepted_ballots(rules in rules(), waves in waves()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut history = History::begin(rules).await;
            for wave in waves {
                history.goes_on(wave).await;
                history.agrees().await;
                history.poll.world.restart().await;
                history.agrees().await;
            }
        });
    }
}
