//! Plans of other tools brought into a plan, and taken out and in again.

use std::collections::HashMap;

use automerge::{ActorId, Automerge};
use crdt::cover::{Cover, DaysAs};
use crdt::kanban::files::trello;
use crdt::kanban::{
    Arrivals, Card, Kanban, Template, TooMuch, WriteError, bring_in, check, create, read,
};
use crdt::language::Language;

use crate::foreign::{ALL, TABLE, TRELLO, understand};
use crate::samples::{add_card, add_label, edit, kanban};

const NOW_MS: u64 = 1_800_000_000_000;

/// Everybody of a file, under their own name.
fn everybody(kanban: &Kanban) -> HashMap<String, String> {
    let names = kanban.cards.iter().flat_map(|card| {
        let said = card.comments.iter().map(|comment| &comment.by);
        let attached = card.attachments.iter().map(|at| &at.by);
        card.people
            .iter()
            .chain([&card.created_by])
            .chain(said)
            .chain(attached)
    });
    names.map(|name| (name.clone(), name.clone())).collect()
}

fn brings(
    document: &mut Automerge,
    coming: Kanban,
    people: &HashMap<String, String>,
) -> Result<(), WriteError> {
    let mut keys = 0..;
    let fresh = || format!("n{}", keys.next().unwrap_or(0));
    let arrivals = Arrivals {
        kanban: coming,
        people,
        by: "lea",
        now_ms: NOW_MS,
    };
    edit(document, |edit| Ok(bring_in(edit, arrivals, fresh)))
}

fn empty() -> Automerge {
    create(ActorId::from([1; 16]), Template::Plan, Language::French)
        .with_actor(ActorId::from([2; 16]))
}

/// What is left of a plan when ids and ranks are taken away.
fn told(kanban: &Kanban) -> Vec<String> {
    let columns = kanban
        .columns
        .iter()
        .filter(|column| column.deleted == 0)
        .map(|column| {
            format!(
                "{} {:?} {} {} {}",
                column.title, column.colour, column.limit, column.done, column.archived
            )
        });
    let cards = kanban.cards.iter().map(|card| {
        let labels: Vec<_> = card.labels.iter().filter_map(|id| kanban.label(id)).map(|l| (&l.title, l.colour)).collect();
        let column = kanban.column(&card.column).map(|column| &column.title);
        let checks: Vec<_> = card.checks.iter().map(|c| (&c.text, c.done, &c.due)).collect();
        let comments: Vec<_> = card.comments.iter().map(|c| (&c.by, c.at, c.edited, &c.text)).collect();
        let attached: Vec<_> = card.attachments.iter().map(|a| (&a.title, &a.url, &a.by, a.at)).collect();
        let Card { title, description, start, due, done, done_at, cover, template, .. } = card;
        let Card { people, created, created_by, updated, archived, .. } = card;
        format!("{title} | {description} | {column:?} | {people:?} | {labels:?} | {start} {due} | {done} {done_at} | {cover:?} \
            {template} | {checks:?} | {comments:?} | {attached:?} | {created} {created_by} {updated} {}", archived > &0)
    });
    columns.chain(cards).collect()
}

#[test]
fn the_file_of_every_tool_survives_a_way_in_out_and_in() {
    for (file, format) in ALL {
        let found = understand(file).expect("a plan");
        let (mut first, people) = (empty(), everybody(&found.kanban));
        brings(&mut first, found.kanban.clone(), &people).expect("it fits");
        assert_eq!(check(&first), Ok(()));
        let first = read(&first);
        assert_eq!(first.cards.len(), found.kanban.cards.len(), "{format:?}");
        let mut known = people.clone();
        known.insert("lea".to_owned(), "lea".to_owned());
        let cover = Cover {
            title: "T".to_owned(),
            language: Language::French,
            origin: "https://a.org".to_owned(),
            path: "/w/s/d".to_owned(),
            names: known.clone(),
            authors: Vec::new(),
            comments: true,
            days: DaysAs::Events,
            beside: crdt::beside::Beside::default(),
        };
        let again = understand(&trello(&first, &cover)).expect("our own file");
        assert_eq!(
            again.losses.all().count(),
            0,
            "{format:?}: {:?}",
            again.losses
        );
        let mut second = empty();
        brings(&mut second, again.kanban, &known).expect("it fits");
        // When something was archived is not in Trello's shape.
        let forget = |mut kanban: Kanban| {
            kanban
                .columns
                .iter_mut()
                .for_each(|column| column.archived = column.archived.min(1));
            told(&kanban)
        };
        assert_eq!(forget(read(&second)), forget(first), "{format:?}");
    }
}

#[test]
fn cards_come_behind_those_that_are_there_and_columns_are_recognised_by_name() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        add_label(edit, "l1", "transport", "")?;
        add_card(edit, "k1", "Déjà là", "c1", "zz")
    });
    let coming = understand(TABLE).expect("a plan").kanban;
    brings(&mut kanban, coming, &HashMap::new()).expect("it fits");
    let read = read(&kanban);
    let columns: Vec<_> = read
        .columns
        .iter()
        .map(|column| (column.title.as_str(), column.deleted))
        .collect();
    assert_eq!(columns, [("À faire", 0), ("En cours", 0), ("Fait", 0)]);
    let titles: Vec<_> = read.cards.iter().map(|card| card.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Déjà là",
            "Réserver le minibus",
            "Faire le pain",
            "Prévenir la mairie"
        ]
    );
    assert_eq!(read.cards[1].labels, ["l1"]);
    assert_eq!(
        (read.cards[1].created_by.as_str(), read.cards[1].created),
        ("lea", NOW_MS)
    );
    assert_eq!(read.labels.len(), 2);
}

#[test]
fn the_columns_of_a_kanban_without_a_card_make_room() {
    let mut kanban = kanban();
    let coming = understand(TRELLO).expect("a plan").kanban;
    brings(&mut kanban, coming, &HashMap::new()).expect("it fits");
    let read = read(&kanban);
    let shown: Vec<_> = read
        .columns
        .iter()
        .filter(|column| column.is_live())
        .map(|column| column.title.as_str())
        .collect();
    assert_eq!(shown, ["À faire", "En cours", "Terminé"]);
    let gone: Vec<_> = read
        .columns
        .iter()
        .filter(|column| column.deleted > 0)
        .map(|column| column.title.as_str())
        .collect();
    assert_eq!(gone, ["Fait"], "to be found in the trash");
}

#[test]
fn whoever_is_nobody_here_is_named_in_what_they_said() {
    let mut kanban = empty();
    let coming = understand(TRELLO).expect("a plan").kanban;
    let people = HashMap::from([
        ("Léa Martin".to_owned(), "p1".to_owned()),
        ("awa".to_owned(), String::new()),
    ]);
    brings(&mut kanban, coming, &people).expect("it fits");
    let read = read(&kanban);
    let card = read
        .cards
        .iter()
        .find(|card| card.title == "Demander le devis")
        .expect("a card");
    assert_eq!(card.people, ["p1"]);
    let said: Vec<_> = card
        .comments
        .iter()
        .map(|said| (said.by.as_str(), said.text.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("", "Paul Parti : Je m’en occupe"),
            ("p1", "Deux devis reçus, *un* attendu.")
        ]
    );
}

#[test]
fn a_kanban_that_is_nearly_full_takes_no_more_than_fits() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        add_card(edit, "k1", "Déjà là", "c1", "V").map(drop)
    });
    let too_much = brings(&mut kanban, many(5_000, ""), &HashMap::new());
    assert_eq!(too_much, Err(WriteError::TooMuch(TooMuch::Cards)));
    assert_eq!(read(&kanban).cards.len(), 1);
}

fn many(cards: usize, description: &str) -> Kanban {
    let lines = (0..cards).map(|number| format!("Carte {number};\"{description}\"\n"));
    let table = "Titre;Description\n".to_owned() + &lines.collect::<String>();
    understand(&table).expect("a plan").kanban
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let mut kanban = empty();
    let before = kanban.get_heads();
    let coming = many(300, &"x".repeat(15_000));
    let too_much = brings(&mut kanban, coming, &HashMap::new());
    assert_eq!(too_much, Err(WriteError::TooMuch(TooMuch::AtOnce)));
    assert_eq!(kanban.get_heads(), before);
}

#[test]
fn long_descriptions_come_whole_within_one_change() {
    let mut kanban = empty();
    let text = "é".repeat(400);
    brings(&mut kanban, many(1_000, &text), &HashMap::new()).expect("it fits");
    let read = read(&kanban);
    assert!(read.cards.iter().all(|card| card.description == text));
    let change = kanban.get_last_local_change().expect("a change");
    assert!(change.len() < 100_000, "{} operations", change.len());
    let letters = empty();
    let mut kanban = letters;
    brings(&mut kanban, many(10, &text), &HashMap::new()).expect("it fits");
    let change = kanban.get_last_local_change().expect("a change");
    assert!(change.len() > 4_000, "written for several hands");
}
