//! Stories about rounds: who answers, and what is left on the disk once it is revealed.

use std::fs;

use super::world::{World, new_pad};
use crate::{
    Answer, Asking, AskingError, AskingId, DocumentId, Doors, NewAsking, ParticipantId, Workshop,
};

struct Circle {
    world: World,
    made: Workshop,
    document: DocumentId,
    people: Vec<ParticipantId>,
}

impl Circle {
    async fn of(people: usize) -> Self {
        let world = World::new();
        let made = world.workshop().await;
        let document = world
            .store
            .create_document(new_pad(made.space, b"round"))
            .await
            .unwrap()
            .id;
        let mut circle = Circle {
            world,
            made,
            document,
            people: Vec::new(),
        };
        for number in 0..people {
            let link = &circle.made.links.participant;
            let joined = circle.world.joins(link, &format!("Person {number}")).await;
            circle.people.push(joined.participant);
        }
        circle
    }

    async fn asks(&self, anonymous: bool) -> Result<Asking, AskingError> {
        let new = NewAsking {
            after: 0,
            document: self.document,
            said: "{}".to_owned(),
            anonymous,
            words: true,
            states: 3,
        };
        self.world.store.open_asking(new).await
    }

    async fn answers(
        &self,
        asking: AskingId,
        who: usize,
        state: u32,
        word: &str,
    ) -> Result<(), AskingError> {
        let answer = Answer {
            state,
            word: word.to_owned(),
        };
        let store = &self.world.store;
        store
            .put_answer(self.document, asking, self.people[who], answer)
            .await
    }

    async fn answered(&self, asking: AskingId) -> u32 {
        let store = &self.world.store;
        store.answered(self.document, asking).await.unwrap()
    }

    async fn reveals(&self, asking: AskingId) -> Result<Asking, AskingError> {
        let store = &self.world.store;
        store.reveal_asking(self.document, asking).await
    }

    /// The key and what people are called: what binds answers to them.
    async fn bonds(&self, asking: AskingId) -> Vec<Vec<u8>> {
        let look = move |connection: &rusqlite::Connection| {
            let sql = "SELECT key FROM asking_keys WHERE asking = ?1
                       UNION ALL SELECT person FROM answers WHERE asking = ?1";
            let mut statement = connection.prepare(sql)?;
            let bonds = statement.query_map([asking], |row| row.get(0))?;
            Ok(bonds.collect::<Result<_, _>>()?)
        };
        self.world.store.read(look).await.unwrap()
    }

    /// How many of these bytes are in any file of the data directory.
    fn found(&self, wanted: &[Vec<u8>]) -> usize {
        let files = fs::read_dir(self.world.path()).unwrap();
        let bytes: Vec<u8> = files
            .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect();
        let holds = |wanted: &&Vec<u8>| bytes.windows(wanted.len()).any(|some| some == *wanted);
        wanted.iter().filter(holds).count()
    }
}

#[tokio::test]
async fn what_bound_answers_to_people_is_gone_from_the_disk_when_they_are_revealed() {
    let circle = Circle::of(40).await;
    for is_given_up in [false, true] {
        let asking = circle.asks(true).await.unwrap().id;
        for turn in 0..3 {
            for who in 0..40 {
                let word = "m".repeat(who * (turn + 1));
                circle.answers(asking, who, 1, &word).await.unwrap();
            }
        }
        circle.answers(asking, 0, 1, "unmistakable").await.unwrap();
        circle.answers(asking, 0, 1, "").await.unwrap();
        let bonds = circle.bonds(asking).await;
        assert_eq!((bonds.len(), circle.found(&bonds)), (41, 41));
        if is_given_up {
            let store = &circle.world.store;
            store.drop_asking(circle.document, asking).await.unwrap();
        } else {
            circle.reveals(asking).await.unwrap();
        }
        assert_eq!(circle.found(&bonds), 0);
        assert_eq!(circle.found(&[b"unmistakable".to_vec()]), 0);
    }
}

#[tokio::test]
async fn one_question_is_asked_at_a_time_and_by_the_rules_it_began_with() {
    let circle = Circle::of(3).await;
    let asking = circle.asks(true).await.unwrap().id;
    let again = circle.asks(false).await;
    assert!(matches!(again, Err(AskingError::AnotherOpen)));
    let odd = circle.answers(asking, 0, 3, "").await;
    assert!(matches!(odd, Err(AskingError::Invalid(_))));
    let long = circle.answers(asking, 0, 0, &"é".repeat(141)).await;
    assert!(matches!(long, Err(AskingError::Invalid(_))));
    for who in 0..2 {
        circle.answers(asking, who, 0, "").await.unwrap();
        let early = circle.reveals(asking).await;
        assert!(matches!(early, Err(AskingError::FewAnswers)));
    }
    circle.answers(asking, 2, 2, "").await.unwrap();
    let outcome = circle.reveals(asking).await.unwrap().outcome.unwrap();
    assert_eq!((outcome.counts, outcome.named), (vec![2, 0, 1], None));
    let late = circle.answers(asking, 0, 1, "").await;
    assert!(matches!(late, Err(AskingError::Revealed)));
    assert_eq!(circle.asks(false).await.unwrap().number, 2);
}

#[tokio::test]
async fn who_leaves_takes_the_answer_that_is_not_revealed_along() {
    let circle = Circle::of(3).await;
    let asking = circle.asks(false).await.unwrap().id;
    for who in 0..3 {
        circle.answers(asking, who, 1, "").await.unwrap();
    }
    let gone = circle.people[1];
    let store = &circle.world.store;
    store
        .expel_person(circle.made.space, gone, Doors::Stay)
        .await
        .unwrap();
    assert_eq!(circle.answered(asking).await, 2);
    let back = circle.answers(asking, 1, 1, "").await;
    assert!(matches!(back, Err(AskingError::NotFound)));
    let named = circle.reveals(asking).await.unwrap().outcome.unwrap().named;
    let named = named.unwrap();
    assert_eq!(named.len(), 2);
    assert!(named.iter().all(|(who, _)| *who != gone));
}
