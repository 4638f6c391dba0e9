//! Walls: notes are put there by the server, and put in their places by people, of whom several do so at once.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};
use crdt::cover::{Cover, DaysAs};
use crdt::language::Language;
use crdt::open::open;
use crdt::wall::{
    Outcome, Rules, ShownNote, Template, Wall, WallState, check, create, csv, html_page, json,
    markdown, publish, read, show_notes, take_note_out,
};
use proptest::prelude::*;

const OPEN: Rules = Rules {
    named: true,
    hidden: true,
    moderated: false,
};

fn expectations() -> Automerge {
    create(
        ActorId::from([7; 16]),
        Template::Expectations,
        Language::French,
    )
}

fn edit(document: &mut Automerge, write: impl FnOnce(&mut Transaction<'_>)) {
    let mut transaction = document.transaction();
    write(&mut transaction);
    transaction.commit_with(CommitOptions::default().with_time(0));
}

fn note(id: &str, text: &str, by: &str, column: &str) -> ShownNote {
    let [id, text, by, column] = [id, text, by, column].map(str::to_owned);
    ShownNote {
        id,
        text,
        by,
        column,
    }
}

/// What one of several hands does to a note, a group or a column.
fn put(document: &mut Automerge, path: [&str; 3], value: &str) {
    edit(document, |edit| {
        let (_, part) = edit.get(ROOT, path[0]).expect("readable").expect("there");
        let entry = match edit.get(&part, path[1]).expect("readable") {
            Some((_, entry)) => entry,
            None => edit.put_object(&part, path[1], ObjType::Map).expect("made"),
        };
        edit.put(&entry, path[2], value).expect("written");
    });
}

/// Notes in two columns, two of them in a group.
fn a_wall() -> Automerge {
    let mut wall = expectations();
    edit(&mut wall, |edit| {
        publish(edit, WallState::Hidden, OPEN, None).expect("written");
    });
    let notes = [
        note("n1", "Rire | *beaucoup*", "zoe", "c1"),
        note("n2", "Apprendre à écrire ensemble", "zoe", "c1"),
        note("n3", "Un vidéoprojecteur", "", "c2"),
        note("n4", "Repartir avec un plan", "", "gone"),
    ];
    edit(&mut wall, |edit| {
        publish(edit, WallState::Shown, OPEN, None).expect("written");
        show_notes(edit, &notes).expect("there are notes");
    });
    let group = [
        ("title", "Outils"),
        ("column", "c1"),
        ("rank", "A"),
        ("brick", "/w/space/vote"),
    ];
    for (key, value) in group {
        put(&mut wall, ["groups", "g1", key], value);
    }
    put(&mut wall, ["notes", "n2", "group"], "g1");
    put(&mut wall, ["notes", "n4", "group"], "g1");
    // No place of this server.
    put(&mut wall, ["notes", "n4", "brick"], "javascript:alert(1)");
    wall
}

fn cover() -> Cover {
    Cover {
        title: "Attentes".to_owned(),
        language: Language::French,
        origin: String::new(),
        path: String::new(),
        names: HashMap::from([("zoe".to_owned(), "Zoé".to_owned())]),
        authors: Vec::new(),
        comments: false,
        days: DaysAs::Events,
        beside: crdt::beside::Beside::default(),
    }
}

#[test]
fn notes_come_in_the_order_of_their_letters_and_showing_them_again_changes_nothing() {
    let mut wall = expectations();
    let notes = [note("z", "Avoir", "", "c1"), note("a", "Être", "", "c1")];
    edit(&mut wall, |edit| show_notes(edit, &notes).expect("shown"));
    let texts = |wall: &Automerge| -> Vec<String> {
        let notes = read(wall).notes.into_iter();
        notes.map(|note| note.text).collect()
    };
    assert_eq!(texts(&wall), ["Avoir", "Être"]);
    let heads = wall.get_heads();
    edit(&mut wall, |edit| show_notes(edit, &notes).expect("shown"));
    assert_eq!(wall.get_heads(), heads);
    let changed = [note("z", "Avoir du temps", "", "c2")];
    edit(&mut wall, |edit| show_notes(edit, &changed).expect("shown"));
    assert_eq!(texts(&wall), ["Avoir du temps", "Être"]);
    edit(&mut wall, |edit| {
        take_note_out(edit, "z").expect("there are notes");
        take_note_out(edit, "z").expect("that is no error");
    });
    assert_eq!(texts(&wall), ["Être"]);
}

#[test]
fn what_lost_its_column_stands_in_the_first_one_and_an_empty_group_is_not_there() {
    let mut wall = a_wall();
    let lost = read(&wall);
    assert_eq!(lost.groups.len(), 1);
    assert!(
        lost.notes
            .iter()
            .any(|note| note.id == "n4" && note.column == "c1")
    );
    edit(&mut wall, |edit| {
        let (_, columns) = edit.get(ROOT, "columns").expect("readable").expect("there");
        for id in ["c1", "c3"] {
            let (_, column) = edit.get(&columns, id).expect("readable").expect("there");
            edit.put(&column, "deleted", 5).expect("written");
        }
    });
    let left = read(&wall);
    assert!(left.notes.iter().all(|note| note.column == "c2"));
    put(&mut wall, ["notes", "n2", "group"], "");
    put(&mut wall, ["notes", "n4", "group"], "");
    assert_eq!(read(&wall).groups, Vec::new());
}

#[test]
fn files_have_every_note_once_under_its_column_and_group() {
    let mut wall = a_wall();
    let counted = Outcome {
        met: 2,
        partly: 1,
        unmet: 0,
    };
    edit(&mut wall, |edit| {
        publish(edit, WallState::Ended, OPEN, Some(counted)).expect("written");
    });
    let wall = read(&wall);
    let text = markdown(&wall, &cover());
    let first = "## Ce que j’attends\n\n### Outils\n\n- Apprendre à écrire ensemble — Zoé\n\
        - Repartir avec un plan\n\n- Rire | \\*beaucoup\\* — Zoé\n\n## Ce que j’apporte";
    assert!(text.contains(first), "{text}");
    assert!(text.contains("2 satisfaites, 1 en partie"), "{text}");
    let table = csv(&wall, &cover());
    let row = "\"Ce que j’attends\";\"Outils\";\"Apprendre à écrire ensemble\";\"Zoé\"";
    assert!(table.contains(row), "{table}");
    let page = html_page(&wall, &cover());
    assert!(page.contains("<h3>Outils</h3>"), "{page}");
    assert_eq!(serde_json::from_str::<Wall>(&json(&wall)).unwrap(), wall);
}

#[derive(Debug, Clone)]
enum Gesture {
    Move { note: usize, column: usize },
    Group { note: usize, group: usize },
    Alone { note: usize },
    Carry { group: usize, column: usize },
    Remove { column: usize },
}

fn gesture() -> impl Strategy<Value = Gesture> {
    prop_oneof![
        (0..4_usize, 0..3_usize).prop_map(|(note, column)| Gesture::Move { note, column }),
        (0..4_usize, 0..3_usize).prop_map(|(note, group)| Gesture::Group { note, group }),
        (0..4_usize).prop_map(|note| Gesture::Alone { note }),
        (0..3_usize, 0..3_usize).prop_map(|(group, column)| Gesture::Carry { group, column }),
        (0..3_usize).prop_map(|column| Gesture::Remove { column }),
    ]
}

fn perform(wall: &mut Automerge, gesture: &Gesture) {
    let note = |at: usize| format!("n{}", at + 1);
    let group = |at: usize| format!("g{}", at + 1);
    let column = |at: usize| format!("c{}", at + 1);
    match *gesture {
        Gesture::Move { note: n, column: c } => {
            put(wall, ["notes", &note(n), "group"], "");
            put(wall, ["notes", &note(n), "column"], &column(c));
        }
        Gesture::Group { note: n, group: g } => {
            put(wall, ["groups", &group(g), "title"], "Ensemble");
            put(wall, ["notes", &note(n), "group"], &group(g));
        }
        Gesture::Alone { note: n } => put(wall, ["notes", &note(n), "group"], ""),
        Gesture::Carry {
            group: g,
            column: c,
        } => {
            put(wall, ["groups", &group(g), "column"], &column(c));
        }
        Gesture::Remove { column: c } => edit(wall, |edit| {
            let (_, columns) = edit.get(ROOT, "columns").expect("readable").expect("there");
            let (_, column) = edit
                .get(&columns, column(c))
                .expect("readable")
                .expect("there");
            edit.put(&column, "deleted", 1).expect("written");
        }),
    }
}

proptest! {
    #[test]
    fn whatever_several_people_do_at_once_every_note_is_in_one_place(
        hands in prop::collection::vec(prop::collection::vec(gesture(), 0..8), 1..4),
    ) {
        let wall = a_wall();
        let mut copies: Vec<Automerge> = Vec::new();
        for (at, gestures) in hands.iter().enumerate() {
            let actor = ActorId::from([u8::try_from(at).expect("few") + 20; 16]);
            let mut copy = wall.fork().with_actor(actor);
            gestures.iter().for_each(|gesture| perform(&mut copy, gesture));
            copies.push(copy);
        }
        let mut one = wall.fork();
        let mut other = wall.fork();
        copies.iter_mut().for_each(|copy| { one.merge(copy).expect("merges"); });
        copies.iter_mut().rev().for_each(|copy| { other.merge(copy).expect("merges"); });
        let merged = read(&one);
        prop_assert_eq!(&merged, &read(&other));
        let ids: Vec<&str> = merged.notes.iter().map(|note| note.id.as_str()).collect();
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 4);
        prop_assert_eq!(ids.len(), 4);
        for note in &merged.notes {
            let in_column = merged.columns.iter().any(|column| column.id == note.column);
            prop_assert!(in_column);
            let group = merged.groups.iter().find(|group| group.id == note.group);
            prop_assert_eq!(group.is_none(), note.group.is_empty());
            prop_assert!(group.is_none_or(|group| group.column == note.column));
        }
        // No file loses one either.
        prop_assert_eq!(csv(&merged, &cover()).lines().count(), 5);
    }
}

/// `ATELIER_GOLDEN=write cargo test -p crdt --test wall` writes it again.
#[test]
fn this_side_still_writes_and_reads_the_same_wall() {
    let wall = a_wall();
    assert_eq!(check(&wall), Ok(()));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/wall-from-server");
    let (document, text) = (
        path.with_extension("automerge"),
        path.with_extension("json"),
    );
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        fs::write(&document, wall.save()).expect("the folder is writable");
        fs::write(&text, json(&read(&wall))).expect("the folder is writable");
    }
    let kept = fs::read(document).expect("the document is there");
    let kept = open([kept.as_slice()]).expect("the document opens");
    assert_eq!(kept.get_heads(), wall.get_heads());
    let expected = fs::read_to_string(text).expect("the json is there");
    assert_eq!(json(&read(&kept)), expected);
}
