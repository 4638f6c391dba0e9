//! After a space was erased no table and no file names it, whatever tables there are.

use std::collections::BTreeSet;

use super::world::{World, changes, new_pad};
use crate::{
    Ballot, BrickId, Choice, DocumentId, MailDeed, Member, NewAttachment, NewRound, ParticipantId,
    Role, Rules, SpaceKind, Structure, Subscription, Voting, limits::NOTICE_MS,
};
use rusqlite::Connection;
use traces::Needles;

const NOW: u64 = 2_000_000_000_000;

/// Tables of the whole installation, where nothing of a space ever is.
const OF_NO_SPACE: [&str; 3] = ["clock", "meta", "sessions"];

/// A structure and all that can be had in it, and what names any of it.
struct Full<'a> {
    world: &'a World,
    /// In everything that people write there, and nowhere else.
    word: String,
    made: Structure,
    needles: Needles,
}

impl<'a> Full<'a> {
    /// A structure in which every feature was used.
    async fn new(world: &'a World) -> Self {
        let word = crate::random_key();
        let made = world.structure(None, word.as_bytes()).await;
        let mut needles = Needles::default();
        needles.bytes("what people wrote", word.as_bytes());
        needles.id("space", &made.space.0, made.space);
        let mut full = Full {
            world,
            word,
            made,
            needles,
        };
        full.world
            .store
            .rename_space(full.made.space, full.text("La Ruche"))
            .await
            .unwrap();
        full.is_known(full.made.participant);
        full.holds(full.made.document).await;
        full
    }

    fn text(&self, what: &str) -> String {
        format!("{what} {}", self.word)
    }

    fn is_known(&mut self, participant: ParticipantId) {
        self.needles.id("participant", &participant.0, participant);
    }

    async fn joins(&mut self, name: &str) -> Voting {
        let joined = self
            .world
            .joins(&self.made.links.participant, &self.text(name))
            .await;
        let back = self
            .world
            .store
            .return_link(self.made.space, joined.participant)
            .await;
        self.needles.bytes("return link", &back.unwrap().hash().0);
        self.is_known(joined.participant);
        self.reminds(joined.participant).await;
        Voting {
            participant: joined.participant,
            device: joined.session.hash(),
        }
    }

    /// Enough people that rows move within pages and leave copies behind.
    async fn expects_a_crowd(&mut self) {
        for _ in 0..60 {
            let names = (0..10).map(|number| self.text(&format!("Voter {number}")));
            let came = self
                .world
                .store
                .expect_people(self.made.space, names.collect());
            for person in came.await.unwrap() {
                self.is_known(person.id);
            }
        }
    }

    async fn reminds(&self, participant: ParticipantId) {
        let asked = Subscription {
            member: Member {
                space: self.made.space,
                kind: SpaceKind::Structure,
                participant,
                role: Role::Participant,
            },
            email: format!("{participant}@example.org"),
            weekday: 2,
        };
        self.world.store.remind(asked, NOW).await.unwrap();
        let deed = MailDeed::Done {
            document: self.made.document,
            card: self.word.clone(),
        };
        let links = self.world.store.mail_links(participant, vec![deed], NOW);
        links.await.unwrap();
    }

    async fn makes_a_document(&mut self) -> DocumentId {
        let new = new_pad(self.made.space, self.word.as_bytes());
        let title = self.text("Notes");
        let new = crate::NewDocument { title, ..new };
        let document = self.world.store.create_document(new).await.unwrap().id;
        self.holds(document).await;
        document
    }

    /// Everything a document may have beside it, and a snapshot of it.
    async fn holds(&mut self, document: DocumentId) {
        self.needles.id("document", &document.0, document);
        let store = &self.world.store;
        let mut written = changes(document, self.word.as_bytes());
        written.actors = vec![(document.0.to_vec(), self.made.participant)];
        let last = store.append(written).await.unwrap();
        self.world
            .snapshots(document, self.word.as_bytes(), last, |_| true)
            .await
            .unwrap();
        store
            .quarantine(document, "test", self.word.clone().into_bytes())
            .await
            .unwrap();
        let calendar = store.open_calendar(document, self.made.participant);
        let calendar = calendar.await.unwrap();
        let file = NewAttachment {
            document,
            participant: self.made.participant,
            name: self.text("devis.pdf"),
            bytes: self.word.as_bytes().repeat(2_000),
        };
        let file = store.attach(file).await.unwrap();
        self.needles.bytes("calendar", calendar.reveal().as_bytes());
        self.needles.id("attachment", &file.0, file);
    }

    /// A round with a ballot of each, left open.
    async fn votes(&mut self, document: DocumentId, people: &[Voting]) {
        let store = &self.world.store;
        let brick: BrickId = self.word.parse().unwrap();
        let new = NewRound {
            document,
            rules: Rules::default(),
            choices: vec![Choice {
                brick: brick.clone(),
                proposed_by: Some(self.made.participant),
            }],
            run_off_of: None,
        };
        let round = store.create_round(new).await.unwrap().id;
        store.open_round(document, round).await.unwrap();
        for person in people {
            let ballot = Ballot {
                dots: [(brick.clone(), 1)].into(),
                done: true,
            };
            store
                .put_ballot(document, round, *person, ballot)
                .await
                .unwrap();
        }
        self.needles.id("round", &round.0, round);
    }

    /// The same after people and documents came and went as they do.
    async fn lived_in(world: &'a World, people: usize) -> Self {
        let mut full = Full::new(world).await;
        full.expects_a_crowd().await;
        let mut voters = Vec::new();
        for number in 0..people {
            voters.push(full.joins(&format!("Voter {number}")).await);
            if number % 4 == 0 {
                let vote = full.makes_a_document().await;
                full.votes(vote, &voters).await;
            }
        }
        world
            .store
            .expel_person(full.made.space, voters[0].participant)
            .await
            .unwrap();
        full
    }

    async fn is_erased(&self) {
        let (store, space) = (&self.world.store, self.made.space);
        store.end_space(space, NOW).await.unwrap();
        assert!(store.erase_space(space, NOW + NOTICE_MS).await.unwrap());
    }

    fn in_files(&self) -> BTreeSet<String> {
        traces::in_files(&self.world.path(), &self.needles).unwrap()
    }
}

fn nothing() -> BTreeSet<String> {
    BTreeSet::new()
}

#[tokio::test]
async fn no_table_and_no_file_names_an_erased_space() {
    let world = World::new();
    // At the same time, so that their rows lie between each other's.
    let (neighbour, full, late) = tokio::join!(
        Full::lived_in(&world, 12),
        Full::lived_in(&world, 24),
        Full::lived_in(&world, 12),
    );
    assert!(!full.in_files().is_empty());
    full.is_erased().await;
    assert!(world.store.remove_traces().await.unwrap());
    assert!(!world.store.remove_traces().await.unwrap(), "once");
    assert_eq!(full.in_files(), nothing(), "at once, with its log");
    world.store.close().await;
    assert_eq!(full.in_files(), nothing());
    let database = Connection::open(world.database()).unwrap();
    assert_eq!(
        traces::in_tables(&database, &full.needles).unwrap(),
        nothing()
    );
    for other in [neighbour, late] {
        let left = traces::in_tables(&database, &other.needles).unwrap();
        assert!(left.contains("spaces.id: space"), "others stay");
    }
}

/// So that the promise above is about every table: one that is added is filled here first.
#[tokio::test]
async fn a_space_that_was_lived_in_is_named_in_every_table() {
    let world = World::new();
    let full = Full::lived_in(&world, 5).await;
    world.store.close().await;
    let database = Connection::open(world.database()).unwrap();
    let found = traces::in_tables(&database, &full.needles).unwrap();
    let filled = |table: &String| {
        found
            .iter()
            .any(|place| place.starts_with(&format!("{table}.")))
    };
    let mut left_out = traces::tables(&database).unwrap();
    left_out.retain(|table| !filled(table));
    assert_eq!(left_out, OF_NO_SPACE);
}

#[tokio::test]
async fn traces_are_removed_even_after_a_restart_in_between() {
    let mut world = World::new();
    assert!(!world.store.remove_traces().await.unwrap(), "nothing to do");
    Full::lived_in(&world, 1).await.is_erased().await;
    world.restart().await;
    let kept = world.structure(None, b"root").await;
    assert!(world.store.remove_traces().await.unwrap());
    world.restart().await;
    assert_eq!(world.reads(kept.document).await, [b"root"]);
    assert!(!world.store.remove_traces().await.unwrap());
}
