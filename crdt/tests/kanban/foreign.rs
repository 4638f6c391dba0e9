//! Files of other tools, built from what these tools document: what comes of them, and what is said not to.

mod boards;
mod hostile;
mod tables;
mod whole;

use crdt::kanban::foreign::{self, Clock, Format, Found, Here, Loss, NotUnderstood};
use crdt::kanban::{Card, Colour, TooMuch};
use crdt::language::Language;

pub const TRELLO: &str = include_str!("exports/trello.json");
pub const WEKAN: &str = include_str!("exports/wekan.json");
pub const WEKAN_TABLE: &str = include_str!("exports/wekan.csv");
pub const KANBOARD: &str = include_str!("exports/kanboard.csv");
pub const KANBOARD_TASKS: &str = include_str!("exports/kanboard-tasks.csv");
pub const DECK: &str = include_str!("exports/deck.json");
pub const DECK_OCC: &str = include_str!("exports/deck-occ.json");
pub const DECK_TABLE: &str = include_str!("exports/deck.csv");
pub const TRELLO_TABLE: &str = include_str!("exports/trello.csv");
pub const TABLE: &str = include_str!("exports/table.csv");

/// Paris, 28 November 2026.
const HERE: Here = Here {
    clock: Clock::PARIS,
    language: Language::French,
    now_ms: 1_795_867_200_000,
};

/// A file of every tool.
pub const ALL: [(&str, Format); 10] = [
    (TRELLO, Format::Trello),
    (WEKAN, Format::Wekan),
    (WEKAN_TABLE, Format::WekanTable),
    (KANBOARD, Format::Kanboard),
    (KANBOARD_TASKS, Format::Kanboard),
    (DECK, Format::Deck),
    (DECK_OCC, Format::Deck),
    (DECK_TABLE, Format::Deck),
    (TRELLO_TABLE, Format::Trello),
    (TABLE, Format::Table),
];

pub fn understand(file: &str) -> Result<Found, NotUnderstood> {
    foreign::understand(file, HERE)
}

fn found(file: &str) -> Found {
    understand(file).expect("a plan")
}

/// Columns as `title: card, card`.
fn shape(found: &Found) -> Vec<String> {
    let columns = found.kanban.columns.iter();
    columns
        .map(|column| {
            let cards = found
                .kanban
                .cards
                .iter()
                .filter(|card| card.column == column.id);
            let titles: Vec<&str> = cards.map(|card| card.title.as_str()).collect();
            format!("{}: {}", column.title, titles.join(", "))
        })
        .collect()
}

fn card(found: &Found, title: &str) -> Card {
    let card = found.kanban.cards.iter().find(|card| card.title == title);
    card.cloned().unwrap_or_else(|| panic!("no card {title}"))
}

fn lost(found: &Found) -> Vec<(&'static str, usize)> {
    found
        .losses
        .all()
        .map(|(what, count)| (what.as_str(), count))
        .collect()
}

fn noted(found: &Found) -> Vec<(&'static str, usize)> {
    let notes = found.notes.all();
    notes.map(|(what, count)| (what.as_str(), count)).collect()
}

fn labels(found: &Found, card: &Card) -> Vec<(String, Colour)> {
    let labels = card.labels.iter().filter_map(|id| found.kanban.label(id));
    labels
        .map(|label| (label.title.clone(), label.colour))
        .collect()
}

#[test]
fn every_tool_is_recognised() {
    for (file, format) in ALL {
        assert_eq!(found(file).format, format);
        let after_a_mark = format!("\u{feff}{file}");
        assert_eq!(found(&after_a_mark), found(file));
    }
}

#[test]
fn a_board_of_trello_comes_with_all_it_has_in_common_with_a_kanban() {
    let found = found(TRELLO);
    assert_eq!(
        shape(&found),
        [
            "À faire: Demander le devis, Réserver la salle",
            "En cours: ",
            "Terminé: Choisir la date",
            "Idées 2024: Vieille idée"
        ]
    );
    let columns = &found.kanban.columns;
    assert_eq!(
        (columns[1].limit, columns[2].done, columns[3].archived),
        (3, true, 1)
    );
    let quote = card(&found, "Demander le devis");
    assert_eq!(quote.people, ["Léa Martin", "awa"]);
    assert_eq!(
        (quote.start.as_str(), quote.due.as_str()),
        ("2024-05-02", "2024-06-01")
    );
    assert_eq!(
        labels(&found, &quote),
        [
            ("Urgent".to_owned(), Colour::Red),
            (String::new(), Colour::Blue)
        ]
    );
    assert_eq!(
        (quote.cover, quote.created_by.as_str(), quote.created),
        (Colour::Violet, "Léa Martin", 1_714_546_800_000)
    );
    let checks: Vec<_> = quote
        .checks
        .iter()
        .map(|check| (check.text.as_str(), check.done, check.due.as_str()))
        .collect();
    assert_eq!(
        checks,
        [
            ("Traiteur : Écrire", true, ""),
            ("Traiteur : Relancer", false, ""),
            ("Bar : Glaçons", false, "2024-06-07")
        ]
    );
    let comments: Vec<_> = quote
        .comments
        .iter()
        .map(|said| (said.by.as_str(), said.text.as_str()))
        .collect();
    assert_eq!(
        comments,
        [
            ("Paul Parti", "Je m’en occupe"),
            ("Léa Martin", "Deux devis reçus, *un* attendu.")
        ]
    );
    assert_eq!(quote.attachments.len(), 2);
    let date = card(&found, "Choisir la date");
    assert!(date.done);
    assert_eq!(
        card(&found, "Réserver la salle").created,
        0x6543_b000 * 1_000,
        "an id says when it was made"
    );
    assert!(card(&found, "Vieille idée").archived > 0);
}

#[test]
fn what_trello_has_and_a_kanban_has_not_is_said() {
    assert_eq!(
        lost(&found(TRELLO)),
        [
            ("attachments", 1),
            ("custom_fields", 1),
            ("history", 1),
            ("links", 1),
            ("members", 1),
            ("old_comments", 2),
            ("other", 3),
            ("stickers", 1),
            ("times", 1),
            ("votes", 1),
        ]
    );
}

#[test]
fn what_cannot_come_is_called_what_it_is_called_there() {
    let names = |file: &str, what: Loss| found(file).losses.names(what).to_vec();
    assert_eq!(names(TRELLO, Loss::CustomFields), ["Budget"]);
    assert_eq!(names(TRELLO, Loss::Attachments), ["devis.pdf"]);
    assert_eq!(names(WEKAN, Loss::CustomFields), ["Prix"]);
    assert_eq!(names(WEKAN, Loss::Attachments), ["plan.png"]);
    assert_eq!(names(WEKAN, Loss::Rules), ["archive"]);
    assert_eq!(names(TABLE, Loss::Dates), ["bientôt"]);
}

#[test]
fn a_board_of_wekan_comes() {
    let found = found(WEKAN);
    assert_eq!(
        shape(&found),
        [
            "Bientôt: Réparer la serre, Acheter des graines",
            "Done: Signer la convention"
        ]
    );
    let soon = &found.kanban.columns[0];
    assert_eq!(
        (soon.limit, soon.colour, found.kanban.columns[1].limit),
        (4, Colour::Brown, 0)
    );
    let seeds = card(&found, "Acheter des graines");
    assert_eq!(seeds.people, ["Karim Benali", "zoe"]);
    assert_eq!(
        (seeds.due.as_str(), seeds.cover),
        ("2025-03-01", Colour::Red)
    );
    let checks: Vec<_> = seeds
        .checks
        .iter()
        .map(|check| (check.text.as_str(), check.done))
        .collect();
    assert_eq!(checks, [("Tomates", true), ("Courges", false)]);
    assert_eq!(
        (
            seeds.comments[0].by.as_str(),
            seeds.comments[0].text.as_str()
        ),
        ("zoe", "Commande groupée ?")
    );
    let agreement = card(&found, "Signer la convention");
    assert_eq!(
        (agreement.done, agreement.done_at),
        (true, 1_736_676_000_000)
    );
    assert!(card(&found, "Réparer la serre").archived > 0);
    assert_eq!(
        lost(&found),
        [
            ("attachments", 1),
            ("custom_fields", 2),
            ("history", 2),
            ("members", 1),
            ("rules", 1),
            ("swimlanes", 2),
            ("times", 2),
            ("votes", 2),
        ]
    );
}

#[test]
fn a_table_of_wekan_comes() {
    let found = found(WEKAN_TABLE);
    assert_eq!(shape(&found), ["Bientôt: Louer une benne", "Done: =2+2"]);
    let skip = card(&found, "Louer une benne");
    assert_eq!(skip.description, "Deux jours, \"ras bord\"");
    assert_eq!(skip.people, ["karim", "zoe"]);
    assert_eq!(
        labels(&found, &skip),
        [
            ("Outils".to_owned(), Colour::Green),
            ("Terre".to_owned(), Colour::Brown)
        ]
    );
    assert!(card(&found, "=2+2").done);
    assert_eq!(lost(&found), [("custom_fields", 1), ("times", 1)]);
}

#[test]
fn tasks_of_kanboard_come() {
    let found = found(KANBOARD);
    assert_eq!(
        shape(&found),
        ["En cours: Écrire le journal, Relire", "Backlog: Imprimer"]
    );
    let paper = card(&found, "Écrire le journal");
    assert_eq!(paper.description, "Huit pages,\nquatre photos");
    assert_eq!(
        (paper.start.as_str(), paper.due.as_str()),
        ("2025-03-04", "2025-03-28")
    );
    assert_eq!(
        (paper.people.as_slice(), paper.cover),
        (&["mina".to_owned()][..], Colour::Orange)
    );
    let names: Vec<String> = labels(&found, &paper)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["journal", "photos", "Communication"]);
    assert_eq!(paper.attachments[0].url, "https://example.org/journal");
    assert!(card(&found, "Relire").done);
    assert_eq!(
        lost(&found),
        [("custom_fields", 3), ("swimlanes", 2), ("times", 1)]
    );
    let exported = super::foreign::found(KANBOARD_TASKS);
    let layout = card(&exported, "Maquetter");
    assert_eq!(
        (layout.people.as_slice(), layout.done),
        (&["Mina Diallo".to_owned()][..], true)
    );
}

#[test]
fn a_board_of_deck_comes() {
    let found = found(DECK);
    assert_eq!(
        shape(&found),
        ["Fini: Se réunir", "À voir: Statuts, Ouvrir un compte"]
    );
    let account = card(&found, "Ouvrir un compte");
    assert_eq!(account.description, "Comparer\ntrois banques");
    assert_eq!(
        (account.people.as_slice(), account.due.as_str()),
        (&["Sam Roche".to_owned()][..], "2025-05-01")
    );
    assert_eq!(
        labels(&found, &account),
        [("Finances".to_owned(), Colour::Green)]
    );
    assert_eq!(account.created, 1_741_600_000_000);
    let statutes = card(&found, "Statuts");
    assert_eq!((statutes.done, statutes.done_at), (true, 1_741_770_000_000));
    let meeting = card(&found, "Se réunir");
    assert!(meeting.done && meeting.archived > 0);
    assert_eq!(
        lost(&found),
        [("attachments", 2), ("comments", 3), ("times", 1)]
    );
}

#[test]
fn a_table_of_french_people_comes() {
    let found = found(TABLE);
    assert_eq!(
        shape(&found),
        [
            "À faire: Réserver le minibus, Faire le pain",
            "Fait: Prévenir la mairie"
        ]
    );
    let bus = card(&found, "Réserver le minibus");
    assert_eq!((bus.people.len(), bus.due.as_str()), (2, "2026-06-05"));
    assert!(card(&found, "Prévenir la mairie").done);
    assert_eq!(lost(&found), [("dates", 1)]);
}

#[test]
fn what_is_no_kanban_is_refused_with_its_reason() {
    let deep = "[".repeat(100_000);
    for (file, why) in [
        ("", NotUnderstood::Empty),
        ("\u{feff} \n", NotUnderstood::Empty),
        ("{\"lists\": [", NotUnderstood::Broken),
        (deep.as_str(), NotUnderstood::Broken),
        ("{\"lists\": {}, \"cards\": 3}", NotUnderstood::Strange),
        ("[1, 2]", NotUnderstood::Strange),
        ("Prix;Quantité\n3;4", NotUnderstood::NoTitles),
        ("Titre\n\"jamais fermé", NotUnderstood::OpenQuote),
        ("PK\u{3}\u{4}\0\0", NotUnderstood::NoText),
    ] {
        assert_eq!(understand(file), Err(why), "{:.20}", file);
    }
}

#[test]
fn data_of_the_wrong_types_is_read_as_far_as_it_goes() {
    let odd = r#"{"lists": [null, 3, {"id": 7, "name": ["x"]}, {"id": "b", "name": "B", "pos": "first", "softLimit": -3}],
        "cards": [null, {"name": 3}, {"id": "k", "name": "K", "idList": "nowhere", "due": "2026-99-99", "cover": 7,
        "idMembers": [null, {}], "attachments": {"url": 1}, "checkItems": "no"}], "labels": "none", "actions": [[], {"type": "commentCard"}]}"#;
    let found = found(odd);
    assert_eq!(card(&found, "K").due, "");
    assert!(
        found
            .kanban
            .cards
            .iter()
            .all(|card| found.kanban.column(&card.column).is_some())
    );
    assert_eq!(found.losses.of(Loss::Dates), 1);
}

#[test]
fn what_is_too_long_is_cut_and_counted() {
    let long = format!(
        "Titre;Liste à cocher\n{};{}",
        "é".repeat(500),
        "\"".to_owned() + &"x\n".repeat(150) + "\""
    );
    let found = found(&long);
    assert_eq!(found.kanban.cards[0].title.chars().count(), 200);
    assert_eq!(found.kanban.cards[0].checks.len(), 100);
    assert_eq!(lost(&found), [("checks", 50), ("truncated_text", 1)]);
}

#[test]
fn more_than_a_kanban_holds_is_refused_before_it_costs_anything() {
    let rows = |count: usize, row: fn(usize) -> String| {
        "Titre;Colonne\n".to_owned() + &(0..count).map(row).collect::<String>()
    };
    let columns = rows(100_000, |number| format!("x;{number}\n"));
    assert_eq!(
        understand(&columns),
        Err(NotUnderstood::TooMuch(TooMuch::Cards))
    );
    let columns = rows(1_001, |number| format!("x;{number}\n"));
    assert_eq!(
        understand(&columns),
        Err(NotUnderstood::TooMuch(TooMuch::Columns))
    );
    let people = format!(
        "Titre;Responsable\nx;{}",
        "a b,".repeat(3) + &(0..500_000).map(|n| format!("{n},")).collect::<String>()
    );
    let found = found(&people);
    assert_eq!(
        (found.kanban.cards[0].people.len(), lost(&found)),
        (50, vec![("members", 499_951)])
    );
    let labels = format!(
        "Titre;Étiquettes\nx;{}",
        (0..500_000).map(|n| format!("{n},")).collect::<String>()
    );
    assert_eq!(
        super::foreign::found(&labels).kanban.cards[0].labels.len(),
        100
    );
    let lists: Vec<String> = (0..30_000)
        .map(|n| format!(r#"{{"_id": "L{n}", "cardId": "K{n}"}}"#))
        .collect();
    let items: Vec<String> = (0..30_000)
        .map(|n| format!(r#"{{"checklistId": "L{n}", "title": "t"}}"#))
        .collect();
    let wekan = format!(
        r#"{{"_format": "wekan-board-1.0.0", "cards": [{{"_id": "K1", "title": "x"}}], "checklists": [{}], "checklistItems": [{}]}}"#,
        lists.join(","),
        items.join(",")
    );
    assert_eq!(
        super::foreign::found(&wekan).kanban.cards[0].checks.len(),
        1
    );
}

#[test]
fn a_closed_column_without_a_card_stays_behind() {
    let board = r#"{"lists": [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "closed": true}], "cards": []}"#;
    assert_eq!(shape(&found(board)), ["A: "]);
}
