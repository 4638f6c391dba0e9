//! After a space was erased, or a document deleted, no table and no file names it, whatever tables there are.

use std::collections::BTreeSet;

use super::world::{World, changes, new_pad};
use crate::{
    Answer, Ballot, BrickId, Choice, ConductedStep, DocumentChange, DocumentId, Doors, MailDeed,
    Member, NewAsking, NewAttachment, NewConduct, NewNote, NewRound, NewToken, NoteId,
    ParticipantId, Role, Rules, Scope, SpaceKind, Star, Structure, Subscription, Turn, Voting,
    WallRules, limits::NOTICE_MS,
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
        let new = NewToken {
            space: self.made.space,
            participant: joined.participant,
            name: self.text("Script"),
            scope: Scope::Write,
        };
        let (token, secret) = self.world.store.make_token(new).await.unwrap();
        self.needles.bytes("token", &secret.hash().0);
        self.needles.id("token", &token.id.0, token.id);
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
                scope: None,
                locked: false,
            },
            email: format!("{participant}@example.org"),
            weekday: 2,
        };
        self.world.store.remind(asked, NOW).await.unwrap();
        self.reminds_of(participant, self.made.document).await;
    }

    async fn reminds_of(&self, participant: ParticipantId, document: DocumentId) {
        let deed = MailDeed::Done {
            document,
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
        let said = crate::NewMessage {
            space: self.made.space,
            document: Some(document),
            participant: self.made.participant,
            body: self.text("À midi ?"),
        };
        let said = store.say(said).await.unwrap();
        self.needles.id("message", &said.id.0, said.id);
        self.conducts(document).await;
        store.make_screen(self.made.space).await.unwrap();
        let star = Star::new(
            self.made.participant,
            self.text("Midi"),
            vec![crate::random_bytes()],
        );
        let star = store.give_star(document, star).await.unwrap();
        self.needles.id("star", &star.id.0, star.id);
        self.needles.bytes("heads of a star", &star.heads[0]);
    }

    /// An agenda that is followed, in a room in which everything is shown.
    async fn conducts(&self, document: DocumentId) {
        let (store, space) = (&self.world.store, self.made.space);
        let before = store.conduct(space).await.unwrap();
        let step = ConductedStep {
            number: before.number,
            step: "s1".into(),
            title: self.text("Accueil"),
            planned_ms: NOW,
            minutes: 30,
            began_ms: NOW,
            ended_ms: None,
            paused_ms: 0,
            added_ms: 0,
        };
        let new = NewConduct {
            agenda: document,
            course: Some(self.text("Accueil")),
            steps: vec![step],
            forgotten: None,
        };
        assert!(
            store
                .change_conduct(space, before.revision, new)
                .await
                .unwrap()
        );
        let participant = self.made.participant;
        store.show_hand(space, participant, true).await.unwrap();
        store.ask_ready(space, true).await.unwrap();
        store.be_ready(space, participant, true).await.unwrap();
    }

    /// A round with a ballot of each, left open.
    async fn votes(&mut self, document: DocumentId, people: &[Voting]) {
        let store = &self.world.store;
        let brick: BrickId = self.word.parse().unwrap();
        let new = NewRound {
            after: 0,
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

    /// A question answered by each, left open; the last one speaks.
    async fn asks(&mut self, document: DocumentId, people: &[Voting]) {
        let store = &self.world.store;
        let new = NewAsking {
            after: 0,
            document,
            said: self.text("Matin"),
            anonymous: true,
            words: true,
            states: 3,
        };
        let asking = store.open_asking(new).await.unwrap().id;
        for Voting { participant, .. } in people {
            let answer = Answer {
                state: 1,
                word: self.text("Bien"),
            };
            store
                .put_answer(document, asking, *participant, answer)
                .await
                .unwrap();
            store
                .put_speaker(document, *participant, Turn::Speaks)
                .await
                .unwrap();
        }
        self.needles.id("asking", &asking.0, asking);
    }

    /// A wall with a note of each, not revealed.
    async fn expects(&mut self, document: DocumentId, people: &[Voting]) {
        let store = &self.world.store;
        let rules = WallRules {
            named: false,
            hidden: true,
            moderated: false,
        };
        store.announce_wall(document, rules).await.unwrap();
        for Voting { participant, .. } in people {
            let id = NoteId::random();
            let note = NewNote {
                id,
                body: self.text("Apprendre"),
                column: "c1".to_owned(),
            };
            store.put_note(document, *participant, note).await.unwrap();
            self.needles.id("note", &id.0, id);
        }
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
                full.asks(vote, &voters).await;
                full.expects(vote, &voters).await;
            }
        }
        let gone = full.makes_a_document().await;
        full.deletes(gone).await;
        full.conducts(full.made.document).await;
        world
            .store
            .expel_person(full.made.space, voters[0].participant, Doors::Stay)
            .await
            .unwrap();
        full
    }

    /// A document in which every feature was used, and what names it and nothing else.
    async fn makes_one_apart(&mut self, people: &[Voting]) -> (DocumentId, Needles) {
        let kept = std::mem::take(&mut self.needles);
        let word = std::mem::replace(&mut self.word, crate::random_key());
        self.needles
            .bytes("what people wrote", self.word.as_bytes());
        let document = self.makes_a_document().await;
        self.votes(document, people).await;
        self.asks(document, people).await;
        self.expects(document, people).await;
        for person in people {
            self.reminds_of(person.participant, document).await;
        }
        self.word = word;
        (document, std::mem::replace(&mut self.needles, kept))
    }

    async fn deletes(&self, document: DocumentId) {
        let store = &self.world.store;
        let away = DocumentChange {
            archived: Some(true),
            ..DocumentChange::default()
        };
        store.change_document(document, away).await.unwrap();
        let by = self.made.participant;
        store.delete_document(document, by).await.unwrap();
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

#[tokio::test]
async fn no_table_and_no_file_names_a_deleted_document() {
    let world = World::new();
    let mut full = Full::lived_in(&world, 12).await;
    let mut voters = Vec::new();
    for number in 0..6 {
        voters.push(full.joins(&format!("Elector {number}")).await);
    }
    let (document, needles) = full.makes_one_apart(&voters).await;
    for number in 0..6 {
        full.joins(&format!("Latecomer {number}")).await;
        full.makes_a_document().await;
    }
    full.deletes(document).await;
    let in_files = || traces::in_files(&world.path(), &needles).unwrap();
    assert!(world.store.remove_traces().await.unwrap());
    assert_eq!(in_files(), nothing(), "at once, with its log");
    world.store.close().await;
    assert_eq!(in_files(), nothing());
    let database = Connection::open(world.database()).unwrap();
    let left = traces::in_tables(&database, &needles).unwrap();
    assert_eq!(left, nothing());
    let others = traces::in_tables(&database, &full.needles).unwrap();
    assert!(others.contains("documents.id: document"), "others stay");
}

/// So that the promise above is about every table: one that is about documents, rounds or askings is filled by the document first.
#[tokio::test]
async fn a_document_in_which_everything_was_done_is_named_in_every_table_about_documents() {
    let world = World::new();
    let mut full = Full::new(&world).await;
    let voter = full.joins("Voter").await;
    let (_, needles) = full.makes_one_apart(&[voter]).await;
    world.store.close().await;
    let database = Connection::open(world.database()).unwrap();
    let found = traces::in_tables(&database, &needles).unwrap();
    let sql = "SELECT DISTINCT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
               WHERE c.name IN ('document', 'round', 'asking') OR t.name IN ('documents', 'mail_deeds') ORDER BY t.name";
    let mut statement = database.prepare(sql).unwrap();
    let about = statement.query_map([], |row| row.get(0)).unwrap();
    let mut about: Vec<String> = about.collect::<Result<_, _>>().unwrap();
    assert!(about.len() > 10, "{about:?}");
    about.retain(|table| {
        let place = format!("{table}.");
        !found.iter().any(|each| each.starts_with(&place))
    });
    assert_eq!(about, Vec::<String>::new());
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

/// A name among hundreds, so that its row was moved within pages before it went.
async fn somebody_in_a_crowd(world: &World) -> (Structure, ParticipantId) {
    let made = world.structure(None, b"root").await;
    let crowd = async |from: u32| {
        let names = (from..from + 150).map(|number| format!("Somebody {number}"));
        let came = world.store.expect_people(made.space, names.collect());
        came.await.unwrap()
    };
    crowd(0).await;
    let person = world.joins(&made.links.participant, "Robert-Unmistakable");
    let person = person.await.participant;
    for somebody in crowd(200).await.iter().step_by(2) {
        let gone = world.store.remove_person(made.space, somebody.id);
        gone.await.unwrap();
    }
    (made, person)
}

fn where_written(world: &World, text: &str) -> BTreeSet<String> {
    let mut needles = Needles::default();
    needles.bytes(text, text.as_bytes());
    traces::in_files(&world.path(), &needles).unwrap()
}

#[tokio::test]
async fn the_name_of_who_was_removed_is_in_no_file() {
    for against_their_will in [false, true] {
        let world = World::new();
        let (made, person) = somebody_in_a_crowd(&world).await;
        let change = crate::PersonChange {
            name: Some("Bob-Unmistakable".into()),
            structure: Some("Ruche-Unmistakable".into()),
            role: None,
            doors: Doors::Stay,
        };
        let changed = world.store.change_person(made.space, person, change);
        changed.await.unwrap();
        assert!(!where_written(&world, "Unmistakable").is_empty());
        if against_their_will {
            world
                .store
                .expel_person(made.space, person, Doors::Stay)
                .await
                .unwrap();
        } else {
            world.store.remove_person(made.space, person).await.unwrap();
        }
        let log = where_written(&world, "Unmistakable");
        assert!(log.iter().all(|place| !place.contains("-wal")), "{log:?}");
        assert!(world.store.remove_traces().await.unwrap());
        assert_eq!(where_written(&world, "Unmistakable"), nothing());
        world.store.close().await;
        assert_eq!(where_written(&world, "Unmistakable"), nothing());
    }
}

#[tokio::test]
async fn an_address_that_was_given_up_or_replaced_is_in_no_file() {
    let world = World::new();
    let (made, person) = somebody_in_a_crowd(&world).await;
    world.store.remove_traces().await.unwrap();
    let asks = async |email: &str, now_ms| {
        let asked = Subscription {
            member: Member {
                space: made.space,
                kind: SpaceKind::Structure,
                participant: person,
                role: Role::Participant,
                scope: None,
                locked: false,
            },
            email: email.to_owned(),
            weekday: 2,
        };
        world.store.remind(asked, now_ms).await.unwrap();
    };
    asks("first-address@example.org", NOW).await;
    asks("second-address@example.org", NOW * 2).await;
    assert!(world.store.remove_traces().await.unwrap());
    assert_eq!(where_written(&world, "first-address"), nothing());
    assert!(!where_written(&world, "second-address").is_empty());
    world.store.stop_reminding(person).await.unwrap();
    assert!(world.store.remove_traces().await.unwrap());
    assert_eq!(where_written(&world, "second-address"), nothing());
}
