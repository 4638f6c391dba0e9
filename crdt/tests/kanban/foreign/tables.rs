//! Tables as people and their spreadsheets write them.

use crdt::kanban::Colour;
use crdt::kanban::foreign::{Loss, NotUnderstood, Note};

use super::{DECK_TABLE, TRELLO_TABLE, card, found, labels, lost, noted, shape, understand};

const ACTIONS: &str = "Tâche(s);Responsable(s);Échéance;État d'avancement\n\
    Réserver le minibus;Léa, Ben;05/06/2027;À faire\n\
    Prévenir la mairie;Ben;14 mars 2027;Terminé\n";

fn due(found: &super::Found) -> Vec<&str> {
    found
        .kanban
        .cards
        .iter()
        .map(|card| card.due.as_str())
        .collect()
}

#[test]
fn a_table_of_trello_comes_with_what_it_says_and_counts_what_it_only_counts() {
    let found = found(TRELLO_TABLE);
    assert_eq!(
        shape(&found),
        [
            "À faire: Demander le devis, Choisir la date",
            "Idées: Vieille idée"
        ]
    );
    let quote = card(&found, "Demander le devis");
    assert_eq!(
        quote.description,
        "Trois **devis**, au moins.\n\n- traiteur"
    );
    assert_eq!(
        (quote.due.as_str(), quote.start.as_str(), quote.done),
        ("2027-03-14", "2027-03-01", false)
    );
    assert_eq!(
        labels(&found, &quote),
        [
            ("Urgent".to_owned(), Colour::Red),
            ("Bar".to_owned(), Colour::Green),
            (String::new(), Colour::Blue)
        ]
    );
    assert_eq!(quote.people, ["Léa Martin", "awa"]);
    let links: Vec<&str> = quote.attachments.iter().map(|at| at.url.as_str()).collect();
    assert_eq!(
        links,
        [
            "https://traiteur.example.org/menus",
            "https://sono.example.org/devis"
        ]
    );
    assert!(card(&found, "Choisir la date").done, "Due Complete");
    assert!(card(&found, "Vieille idée").archived > 0);
    assert_eq!(
        lost(&found),
        [
            ("attachments", 2),
            ("comments", 2),
            ("custom_fields", 1),
            ("times", 3),
            ("untold_checks", 3),
            ("votes", 1)
        ]
    );
    assert_eq!(found.losses.names(Loss::CustomFields), ["Budget"]);
}

#[test]
fn a_table_of_deck_comes() {
    let found = found(DECK_TABLE);
    assert_eq!(
        shape(&found),
        [
            "À faire: Réserver la \"grande\" salle",
            "Fait: Choisir la date"
        ]
    );
    let hall = card(&found, "Réserver la \"grande\" salle");
    assert_eq!(
        (hall.description.as_str(), hall.due.as_str()),
        ("Appeler\nla mairie", "2027-03-14")
    );
    assert_eq!(hall.people, ["Mo Diop", "Sam Roche"]);
    assert_eq!(hall.labels.len(), 2);
    assert_eq!(hall.created, 1_689_638_400_000, "18 July 2023");
    assert_eq!(lost(&found), [("times", 1)]);
    let english = DECK_TABLE
        .replace("Titre de la carte", "Card title")
        .replace("Nom de la liste", "List name")
        .replace("Utilisateurs assignés", "Assigned users")
        .replace("Étiquettes", "Tags")
        .replace("Date d'échéance", "Due date")
        .replace("Créée", "Created")
        .replace("Modifiée", "Modified");
    assert_eq!(super::found(&english).kanban, found.kanban);
}

#[test]
fn a_table_is_the_same_whatever_ends_its_lines_and_stands_between_its_cells() {
    let plain = found(ACTIONS);
    assert_eq!(
        shape(&plain),
        [
            "À faire: Réserver le minibus",
            "Terminé: Prévenir la mairie"
        ]
    );
    assert_eq!(due(&plain), ["2027-06-05", "2027-03-14"]);
    assert_eq!(card(&plain, "Réserver le minibus").people, ["Léa", "Ben"]);
    assert_eq!((lost(&plain), noted(&plain)), (vec![], vec![]));
    for other in [
        ACTIONS.replace('\n', "\r"),
        ACTIONS.replace('\n', "\r\n"),
        ACTIONS.replace('\n', "\r\r\n"),
        ACTIONS.replace(';', "\t"),
        format!("sep=;\r\n{ACTIONS}"),
        format!("\u{feff}\n\n{ACTIONS}"),
        ACTIONS
            .replace('é', "e\u{301}")
            .replace('É', "E\u{301}")
            .replace('À', "A\u{300}")
            .replace('â', "a\u{302}"),
    ] {
        assert_eq!(found(&other).kanban, plain.kanban, "{other:?}");
    }
    let lines = found("Titre;Notes\r\"La salle\";\"un\rdeux\"\r");
    assert_eq!(card(&lines, "La salle").description, "un\ndeux");
    let pasted = found("\tTitre\tQui\n1\tLa salle\tLéa\n2\tLe pain\t\n");
    assert_eq!(
        (card(&pasted, "La salle").people.as_slice(), lost(&pasted)),
        (&["Léa".to_owned()][..], vec![])
    );
}

#[test]
fn what_stands_above_the_titles_is_passed_over_and_said() {
    for (above, separator) in [
        ("Plan d'action 2027;;;\n;;;\n", ";"),
        ("Plan d'action 2027\n", ";"),
        ("Plan d'action 2027\n\n", "\t"),
    ] {
        let found = found(&(above.to_owned() + &ACTIONS.replace(';', separator)));
        assert_eq!(found.kanban.cards.len(), 2, "{above:?}");
        assert_eq!(lost(&found), [("other", 1)]);
        assert_eq!(found.losses.names(Loss::Other), ["Plan d'action 2027"]);
    }
    let below = "Prix;Quantité\nAction;3\n";
    assert_eq!(understand(below), Err(NotUnderstood::NoTitles));
}

#[test]
fn days_that_may_be_two_are_said_and_not_guessed() {
    let doubtful = found("Task,Due\na,03/04/2027\nb,2027-04-05\nc,04/04/2027\n");
    assert_eq!(due(&doubtful), ["", "2027-04-05", "2027-04-04"]);
    assert_eq!(lost(&doubtful), [("ambiguous_dates", 1)]);
    assert_eq!(doubtful.losses.names(Loss::AmbiguousDates), ["03/04/2027"]);
    for (clear, day) in [
        ("Task,Due\na,03/04/2027\nb,03/28/2027\n", "2027-03-04"),
        ("Task,Due\na,03/04/2027\nb,28/03/2027\n", "2027-04-03"),
        ("Task;Due\na;03/04/2027\n", "2027-04-03"),
        ("Tâche,Échéance\na,03/04/2027\n", "2027-04-03"),
    ] {
        let found = found(clear);
        assert_eq!((due(&found)[0], lost(&found)), (day, vec![]), "{clear:?}");
    }
}

#[test]
fn days_are_understood_and_what_is_guessed_is_noted() {
    let table = "Action;Pour quand ?\na;14 mars\nb;lundi 14 mars 2027\nc;46095\nd;fin mars\ne;2027-03-13T23:30:00+0000\nf;null\n";
    let found = found(table);
    assert_eq!(
        due(&found),
        [
            "2027-03-14",
            "2027-03-14",
            "2026-03-14",
            "",
            "2027-03-14",
            ""
        ]
    );
    assert_eq!(lost(&found), [("dates", 1), ("times", 1)]);
    assert_eq!(found.losses.names(Loss::Dates), ["fin mars"]);
    assert_eq!(noted(&found), [("missing_years", 1), ("other_weekdays", 1)]);
    assert_eq!(found.notes.names(Note::MissingYears), ["14 mars → 2027"]);
    assert_eq!(
        found.notes.names(Note::OtherWeekdays),
        ["lundi 14 mars 2027"]
    );
}

#[test]
fn a_cell_nobody_has_a_place_for_is_said_by_what_stands_above_it() {
    let table = "Action;Description;Notes;Date;Fin;Fait;Colonne;Statut;Budget;Archivée\n\
        a;un;deux;2027-01-01;2027-02-02;en partie;Bureau;bloqué;30;peut-être;de trop\n\
        b;;;;;12/03/2027;Bureau;ouvert;0;non\n";
    let found = found(table);
    assert_eq!(card(&found, "a").description, "un\n\ndeux");
    assert!(!card(&found, "a").done && card(&found, "b").done);
    assert_eq!(lost(&found), [("custom_fields", 6)]);
    assert_eq!(
        found.losses.names(Loss::CustomFields),
        ["Fin", "Fait", "Statut", "Budget", "Archivée"]
    );
    let sheet = super::found("Titre,Fait\nLa salle,VRAI\nLe pain,FAUX\n");
    assert!(card(&sheet, "La salle").done && !card(&sheet, "Le pain").done);
    assert!(lost(&sheet).is_empty());
}

#[test]
fn a_card_without_a_column_among_others_is_noted() {
    let found = found("Titre;Colonne\na;Bureau\nb;\n");
    assert_eq!(shape(&found), ["Bureau: a", "À faire: b"]);
    assert_eq!(noted(&found), [("without_column", 1)]);
    assert!(noted(&super::found("Titre;Qui\na;Léa\n")).is_empty());
}
