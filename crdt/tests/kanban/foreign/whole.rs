//! Nothing of a file is dropped in silence: each thing in it comes, or is counted.

use crdt::kanban::foreign::Found;

use super::found;
use crate::chance::Chance;

/// Titles of columns, each of which means something else to a card, or nothing.
const TITLES: [&str; 20] = [
    "Action",
    "Notes",
    "Colonne",
    "Statut",
    "Responsable(s)",
    "Étiquettes",
    "Catégorie",
    "Début",
    "Échéance",
    "Fait",
    "Fait le",
    "Créée le",
    "Modifiée le",
    "Couleur",
    "Liste à cocher",
    "Commentaires",
    "Liens",
    "Archivée",
    "Budget",
    "Comment Count",
];

/// How many of these words neither stand in the plan nor are counted.
fn missing(found: &Found, words: &[String]) -> usize {
    let plan = format!("{:?}", found.kanban);
    let gone = words.iter().filter(|word| !plan.contains(*word)).count();
    let counted: usize = found.losses.all().map(|(_, count)| count).sum();
    let noted: usize = found.notes.all().map(|(_, count)| count).sum();
    gone.saturating_sub(counted + noted)
}

#[test]
fn every_filled_cell_of_a_table_comes_or_is_counted() {
    for seed in 0..300 {
        let mut chance = Chance::of(seed);
        let titles: Vec<&str> = TITLES
            .into_iter()
            .filter(|title| *title == "Action" || chance.one_in(2))
            .collect();
        let mut words = Vec::new();
        let mut table = titles.join(";") + "\n";
        for row in 0..chance.below(6) {
            let cells = (0..titles.len() + chance.below(3)).map(|place| {
                let is_title = titles.get(place) == Some(&"Action");
                let word = if is_title || chance.one_in(2) {
                    format!("w{row}x{place}w")
                } else {
                    String::new()
                };
                words.extend((!word.is_empty()).then(|| word.clone()));
                word
            });
            table += &(cells.collect::<Vec<_>>().join(";") + "\n");
        }
        assert_eq!(missing(&found(&table), &words), 0, "seed {seed}: {table}");
    }
}

#[test]
fn everything_on_a_board_comes_or_is_counted() {
    for seed in 0..300 {
        let mut chance = Chance::of(seed);
        let mut words = Vec::new();
        let mut named = |what: &str, count: usize| -> Vec<String> {
            let all: Vec<String> = (0..count)
                .map(|number| format!("{what}x{number}w"))
                .collect();
            words.extend(all.clone());
            all
        };
        let lists = named("list", 3);
        let cards = named("card", 4);
        let (checklists, comments, labels) =
            (named("check", 4), named("said", 4), named("label", 3));
        let mut some = |all: &[String]| match chance.below(all.len() + 1) {
            place if place < all.len() => all[place].clone(),
            _ => "gone".to_owned(),
        };
        let lists_of = lists
            .iter()
            .map(|name| format!(r#"{{"id":"{name}","name":"{name}"}}"#))
            .collect::<Vec<_>>();
        let cards_of = cards.iter().map(|name| {
            format!(
                r#"{{"id":"{name}","name":"{name}","idList":"{}","idLabels":["{}"]}}"#,
                some(&lists),
                some(&labels)
            )
        });
        let cards_of = cards_of.collect::<Vec<_>>();
        let checks = checklists.iter().map(|name| {
            format!(
                r#"{{"idCard":"{}","name":"l","checkItems":[{{"name":"{name}"}}]}}"#,
                some(&cards)
            )
        });
        let checks = checks.collect::<Vec<_>>();
        let said = comments.iter().map(|text| {
            format!(
                r#"{{"type":"commentCard","data":{{"card":{{"id":"{}"}},"text":"{text}"}}}}"#,
                some(&cards)
            )
        });
        let said = said.collect::<Vec<_>>();
        let labels_of = labels
            .iter()
            .map(|name| format!(r#"{{"id":"{name}","name":"{name}"}}"#))
            .collect::<Vec<_>>();
        let board = format!(
            r#"{{"lists":[{}],"cards":[{}],"checklists":[{}],"actions":[{}],"labels":[{}]}}"#,
            lists_of.join(","),
            cards_of.join(","),
            checks.join(","),
            said.join(","),
            labels_of.join(",")
        );
        assert_eq!(missing(&found(&board), &words), 0, "seed {seed}: {board}");
    }
}

#[test]
fn everything_on_the_boards_of_a_deck_comes_or_is_counted() {
    for seed in 0..300 {
        let mut chance = Chance::of(seed);
        let (mut words, mut boards) = (Vec::new(), Vec::new());
        for board in 0..=chance.below(2) {
            let mut stacks = Vec::new();
            for stack in 0..chance.below(4) {
                let cards = (0..chance.below(4)).map(|card| {
                    let name = format!("card{board}x{stack}x{card}w");
                    let gone = usize::from(chance.one_in(4));
                    words.push(name.clone());
                    format!(r#"{{"title":"{name}","deletedAt":{gone}}}"#)
                });
                let cards = cards.collect::<Vec<_>>().join(",");
                let (name, gone) = (
                    format!("stack{board}x{stack}w"),
                    usize::from(chance.one_in(4)),
                );
                stacks.push(format!(
                    r#""{board}{stack}":{{"title":"{name}","deletedAt":{gone},"cards":[{cards}]}}"#
                ));
                words.push(name);
            }
            boards.push(format!(
                r#""{board}":{{"title":"B","stacks":{{{}}}}}"#,
                stacks.join(",")
            ));
        }
        let file = format!(r#"{{"boards":{{{}}}}}"#, boards.join(","));
        assert_eq!(missing(&found(&file), &words), 0, "seed {seed}: {file}");
    }
}
