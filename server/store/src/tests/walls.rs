//! Stories about walls: who sees which note, and what is left on the disk once a wall has ended.

use std::fs;

use super::world::{World, new_pad};
use crate::{
    DocumentId, Doors, Fulfilment, Fulfilments, NewNote, NoteId, NoteState, ParticipantId, Wall,
    WallError, WallRules, Workshop,
    limits::{NOTES_PER_PERSON_MAX, NOTES_PER_WALL_MAX},
};

const HIDDEN: WallRules = WallRules {
    named: false,
    hidden: true,
    moderated: false,
};

struct Room {
    world: World,
    made: Workshop,
    document: DocumentId,
    people: Vec<ParticipantId>,
}

impl Room {
    async fn of(people: usize) -> Self {
        let world = World::new();
        let made = world.workshop().await;
        let new = new_pad(made.space, b"wall");
        let document = world.store.create_document(new).await.unwrap().id;
        let mut room = Room {
            world,
            made,
            document,
            people: Vec::new(),
        };
        for number in 0..people {
            let link = &room.made.links.participant;
            let joined = room.world.joins(link, &format!("Person {number}")).await;
            room.people.push(joined.participant);
        }
        room
    }

    async fn announces(&self, rules: WallRules) -> Result<Wall, WallError> {
        self.world.store.announce_wall(self.document, rules).await
    }

    async fn writes(&self, who: usize, id: NoteId, body: &str) -> Result<NoteState, WallError> {
        let note = NewNote {
            id,
            body: body.to_owned(),
            column: "c1".to_owned(),
        };
        let store = &self.world.store;
        store.put_note(self.document, self.people[who], note).await
    }

    async fn notes(&self, state: NoteState) -> Vec<(String, Option<ParticipantId>)> {
        let notes = self.world.store.notes_of_wall(self.document, state);
        let notes = notes.await.unwrap().into_iter();
        let mut notes: Vec<_> = notes.map(|note| (note.note.body, note.by)).collect();
        notes.sort();
        notes
    }

    /// The key, what people are called, and what they wrote.
    async fn secrets(&self) -> Vec<Vec<u8>> {
        let document = self.document;
        let look = move |connection: &rusqlite::Connection| {
            let sql = "SELECT key FROM wall_keys WHERE document = ?1
                       UNION ALL SELECT person FROM wall_notes WHERE document = ?1
                       UNION ALL SELECT CAST(body AS BLOB) FROM wall_notes WHERE document = ?1";
            let mut statement = connection.prepare(sql)?;
            let secrets = statement.query_map([document], |row| row.get(0))?;
            Ok(secrets.collect::<Result<_, _>>()?)
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
async fn what_bound_notes_to_people_is_gone_from_the_disk_when_the_wall_has_ended() {
    let room = Room::of(20).await;
    room.announces(HIDDEN).await.unwrap();
    for who in 0..20 {
        for turn in 0..3 {
            let body = format!("note {turn} of {who}{}", "m".repeat(who * (turn + 1)));
            room.writes(who, NoteId::random(), &body).await.unwrap();
        }
    }
    let secrets = room.secrets().await;
    assert_eq!((secrets.len(), room.found(&secrets)), (121, 121));
    let store = &room.world.store;
    store.reveal_wall(room.document).await.unwrap();
    store.end_wall(room.document).await.unwrap();
    assert_eq!(room.found(&secrets), 0);
}

#[tokio::test]
async fn a_note_that_is_taken_back_is_gone_from_the_disk() {
    let room = Room::of(1).await;
    room.announces(HIDDEN).await.unwrap();
    let id = NoteId::random();
    room.writes(0, id, "unmistakable").await.unwrap();
    room.writes(0, id, "something else").await.unwrap();
    let store = &room.world.store;
    let taken = store.take_back_note(room.document, room.people[0], id);
    taken.await.unwrap();
    let words: Vec<Vec<u8>> = ["unmistakable", "something else"].map(Into::into).into();
    assert_eq!(room.found(&words), 0);
}

#[tokio::test]
async fn a_note_is_seen_by_those_whom_the_rules_of_its_wall_name() {
    for moderated in [false, true] {
        let room = Room::of(2).await;
        let early = room.writes(0, NoteId::random(), "Early").await;
        assert!(matches!(early, Err(WallError::TooEarly)));
        let rules = WallRules {
            named: true,
            moderated,
            ..HIDDEN
        };
        room.announces(rules).await.unwrap();
        let again = room.announces(HIDDEN).await;
        assert!(matches!(again, Err(WallError::Announced)));
        let (first, second) = (NoteId::random(), NoteId::random());
        assert_eq!(room.writes(0, first, "One").await.unwrap(), NoteState::Held);
        room.world.store.reveal_wall(room.document).await.unwrap();
        let after = if moderated {
            NoteState::Waiting
        } else {
            NoteState::Shown
        };
        assert_eq!(room.writes(1, second, "Two").await.unwrap(), after);
        let named = |who: usize| Some(room.people[who]);
        let both = [("One".to_owned(), named(0)), ("Two".to_owned(), named(1))];
        assert_eq!(room.notes(after).await, both);
        let stolen = room.writes(1, first, "Mine").await;
        assert!(matches!(stolen, Err(WallError::NotFound)));
    }
}

#[tokio::test]
async fn a_note_that_was_not_accepted_waits_again_when_it_is_changed() {
    let room = Room::of(1).await;
    let rules = WallRules {
        moderated: true,
        hidden: false,
        named: false,
    };
    room.announces(rules).await.unwrap();
    let id = NoteId::random();
    room.writes(0, id, "Rude").await.unwrap();
    let store = &room.world.store;
    let author = store.refuse_note(room.document, id).await.unwrap();
    assert_eq!(author, Some(room.people[0]));
    let state = room.writes(0, id, "Polite").await.unwrap();
    assert_eq!(state, NoteState::Waiting);
    store.accept_note(room.document, id).await.unwrap();
    assert_eq!(
        room.notes(NoteState::Shown).await,
        [("Polite".to_owned(), None)]
    );
    // Everybody sees it only as it was accepted.
    let state = room.writes(0, id, "Rude again").await.unwrap();
    assert_eq!(state, NoteState::Waiting);
}

#[tokio::test]
async fn a_wall_and_a_person_have_so_many_notes_and_no_more() {
    let room = Room::of(11).await;
    room.announces(HIDDEN).await.unwrap();
    for number in 0..NOTES_PER_WALL_MAX {
        let who = (number / NOTES_PER_PERSON_MAX) as usize;
        room.writes(who, NoteId::random(), "A note").await.unwrap();
    }
    for who in [0, 10] {
        let more = room.writes(who, NoteId::random(), "One more").await;
        assert!(matches!(more, Err(WallError::TooManyNotes)));
    }
    let long = room.writes(10, NoteId::random(), &"é".repeat(281)).await;
    assert!(matches!(long, Err(WallError::Store(_))));
}

#[tokio::test]
async fn who_leaves_takes_the_notes_along_that_nobody_else_saw() {
    let room = Room::of(2).await;
    room.announces(HIDDEN).await.unwrap();
    for who in 0..2 {
        room.writes(who, NoteId::random(), "Hidden").await.unwrap();
    }
    let store = &room.world.store;
    let (space, gone) = (room.made.space, room.people[1]);
    store.expel_person(space, gone, Doors::Stay).await.unwrap();
    assert_eq!(store.count_notes(room.document).await.unwrap().notes, 1);
    let back = room.writes(1, NoteId::random(), "Back").await;
    assert!(matches!(back, Err(WallError::NotFound)));
}

#[tokio::test]
async fn what_became_of_it_is_counted_from_three_people_on_where_there_are_no_names() {
    for (people, named, told) in [(2, false, false), (3, false, true), (1, true, true)] {
        let room = Room::of(people).await;
        let rules = WallRules {
            named,
            hidden: false,
            moderated: false,
        };
        room.announces(rules).await.unwrap();
        let store = &room.world.store;
        let mut notes = Vec::new();
        for who in 0..people {
            for _ in 0..2 {
                let id = NoteId::random();
                room.writes(who, id, "A note").await.unwrap();
                notes.push((room.people[who], id));
            }
        }
        let early = store.fulfil_note(room.document, notes[0].0, notes[0].1, None);
        assert!(matches!(early.await, Err(WallError::TooEarly)));
        store.close_wall(room.document).await.unwrap();
        for (who, id) in &notes {
            let said = Some(Fulfilment::Partly);
            let said = store.fulfil_note(room.document, *who, *id, said);
            said.await.unwrap();
        }
        let counted = store.end_wall(room.document).await.unwrap().fulfilments;
        let all = Fulfilments {
            met: 0,
            partly: 2 * people as u32,
            unmet: 0,
        };
        assert_eq!(counted, told.then_some(all), "{people} {named}");
        let late = room.writes(0, NoteId::random(), "Late").await;
        assert!(matches!(late, Err(WallError::Ended)));
    }
}
