//! Files that were cut, or changed by somebody who means harm: read as far as they go, or refused, and nothing else.

use crdt::kanban::limits::{CARDS_MAX, LABELS_MAX};

use super::{ALL, understand};
use crate::chance::Chance;

/// What somebody might write where something else belongs.
const NASTY: [&str; 22] = [
    "",
    "\"",
    "\r",
    "\n",
    "\t",
    ";",
    "'",
    "\u{301}",
    "\u{feff}",
    "é",
    "🧀",
    "null",
    "-1",
    "1e308",
    "99999999999999999999",
    "2027-03-14T1e300:00-05:00",
    "2027-03-14T00:00+99:99",
    "00/00/0000",
    "31/02/2027",
    "{}",
    "[[",
    "sep=",
];
/// What days are written with.
const OF_DAYS: [&str; 24] = [
    "0", "1", "9", "12", "14", "31", "2027", "46095", "/", ".", "-", ":", " ", ",", "T", "Z", "+",
    "mars", "March", "lundi", "é", "e\u{301}", "h", "er",
];

fn is_sound(file: &str) {
    let Ok(found) = understand(file) else {
        return;
    };
    let kanban = &found.kanban;
    assert!(kanban.cards.len() <= CARDS_MAX && kanban.labels.len() <= LABELS_MAX);
    for card in &kanban.cards {
        assert!(kanban.column(&card.column).is_some(), "{file}");
        assert!(
            card.labels
                .iter()
                .all(|label| kanban.label(label).is_some())
        );
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_read_or_refused() {
    for (file, _) in ALL {
        let ends = file.char_indices().map(|(end, _)| end);
        ends.step_by(7).for_each(|end| is_sound(&file[..end]));
    }
}

#[test]
fn a_file_that_was_changed_anywhere_is_read_or_refused() {
    for (number, (file, _)) in ALL.into_iter().enumerate() {
        let characters: Vec<char> = file.chars().collect();
        for seed in 0..200 {
            let mut chance = Chance::of(seed * 100 + number as u64);
            let mut changed = characters.clone();
            for _ in 0..=chance.below(6) {
                let start = chance.below(changed.len());
                let end = (start + chance.below(8)).min(changed.len());
                let nasty = NASTY[chance.below(NASTY.len())].chars();
                drop(changed.splice(start..end, nasty));
            }
            is_sound(&changed.iter().collect::<String>());
        }
    }
}

#[test]
fn whatever_stands_where_days_do_is_a_day_or_none() {
    for seed in 0..5_000 {
        let mut chance = Chance::of(seed);
        let mut day = String::new();
        for _ in 0..=chance.below(9) {
            day += OF_DAYS[chance.below(OF_DAYS.len())];
        }
        let table = format!("Titre\tÉchéance\tCréée\tFait\nx\t{day}\t{day}\t{day}\n");
        let found = understand(&table).expect("a plan");
        let due = &found.kanban.cards[0].due;
        assert!(due.is_empty() || crdt::day::is_day(due), "{day}");
    }
}

#[test]
fn counts_without_end_are_counted_as_far_as_numbers_go() {
    let trello = r#"{"lists": [{"id": "a", "softLimit": 1e308}], "cards": [
        {"id": "1", "idList": "a", "badges": {"comments": 1e308}}, {"id": "2", "idList": "a", "badges": {"comments": 1e308}}]}"#;
    is_sound(trello);
    let deck = r#"{"stacks": [{"id": 1, "title": "A", "cards": [
        {"title": "a", "commentsCount": 1e308, "createdAt": 1e308}, {"title": "b", "commentsCount": 1e308, "attachmentCount": -1}]}]}"#;
    is_sound(deck);
    let most = usize::MAX;
    is_sound(&format!("Titre,Vote Count\na,{most}\nb,{most}\n"));
}
