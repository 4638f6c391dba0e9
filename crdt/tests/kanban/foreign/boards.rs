//! What other versions and other people do to boards that are exported as data.

use crdt::kanban::foreign::{self, Here, Loss, Note};
use crdt::language::Language;

use super::{DECK_OCC, HERE, card, found, labels, lost, noted, shape};

#[test]
fn every_board_of_a_deck_comes_and_nothing_of_it_that_was_deleted() {
    let found = found(DECK_OCC);
    assert_eq!(
        shape(&found),
        [
            "À faire: Réserver la salle, Trouver un groupe",
            "Bouclé: Choisir la date",
            "Semis: Acheter des graines"
        ]
    );
    let hall = card(&found, "Réserver la salle");
    assert_eq!(
        (hall.people.as_slice(), hall.due.as_str()),
        (&["Mo Diop".to_owned()][..], "2027-03-14")
    );
    assert_eq!(hall.created_by, "Sam Roche");
    let band = card(&found, "Trouver un groupe");
    assert!(band.archived > 0);
    assert_eq!(
        labels(&found, &band)[0].0,
        "Musique",
        "known from the card alone"
    );
    assert!(found.kanban.columns[1].done);
    assert_eq!(lost(&found), [("dependencies", 1), ("times", 1)]);
    assert_eq!(noted(&found), [("boards", 2), ("deleted", 3)]);
    assert_eq!(
        found.notes.names(Note::Boards),
        ["Fête du quartier", "Jardin"]
    );
    assert_eq!(
        found.notes.names(Note::Deleted),
        ["Carte jetée", "Liste jetée", "Dans la liste jetée"]
    );
}

#[test]
fn older_decks_write_boards_by_id_and_cards_beside_their_lists() {
    let old = r#"{
        "3": {"id": 3, "title": "Serre", "labels": null, "stacks": {
            "0": {"id": 64, "title": "Bientôt", "order": 999, "deletedAt": 0},
            "64": {"cards": [{"id": 1, "title": "Semer", "stackId": 64, "order": 0, "deletedAt": 0}]},
            "65": {"id": 65, "title": "Fait", "order": 999, "deletedAt": 0, "cards": [{"id": 2, "title": "Bêcher", "order": 0}]}}}}"#;
    let found = found(old);
    assert_eq!(shape(&found), ["Bientôt: Semer", "Fait: Bêcher"]);
    assert_eq!((lost(&found), noted(&found)), (vec![], vec![]));
    let empty = super::found(
        r#"{"boards": {"1": {"id": 1, "title": "Vide", "stacks": []}, "2": {"title": "?", "stacks": {"5": 3}}}}"#,
    );
    assert_eq!(
        (empty.kanban.cards.len(), lost(&empty)),
        (0, vec![("other", 1)])
    );
}

#[test]
fn cards_whose_list_is_missing_come_into_a_column_that_is_seen() {
    let board = r#"{"lists": [{"id": "c0", "name": "Vieilles", "closed": true}, {"id": "c1", "name": "Ici"}], "cards": [
        {"id": "1", "name": "Perdue", "idList": "?"}, {"id": "2", "name": "Aussi"}, {"id": "3", "name": "Vieille", "idList": "c0"}]}"#;
    let found = found(board);
    assert_eq!(
        shape(&found),
        ["Vieilles: Vieille", "Ici: ", "Sans colonne: Perdue, Aussi"]
    );
    assert_eq!(found.kanban.columns[2].archived, 0);
    assert_eq!(noted(&found), [("without_column", 2)]);
    assert_eq!(found.notes.names(Note::WithoutColumn), ["Sans colonne"]);
}

#[test]
fn check_lists_and_comments_of_no_card_are_counted() {
    let trello = r#"{"lists": [{"id": "a", "name": "A"}], "cards": [{"id": "k", "name": "K", "idList": "a", "idLabels": ["l9"]}, 7],
        "checklists": [{"id": "1", "idCard": "gone", "name": "Courses", "checkItems": [{"name": "x"}, {"name": "y"}]},
            {"id": "2", "name": "Sans carte"}, {"id": "3", "idCard": "k", "name": "À elle", "checkItems": [{"name": "z"}]}],
        "actions": [{"type": "commentCard", "data": {"card": {"id": "gone"}, "text": "Dit"}}]}"#;
    let found = found(trello);
    assert_eq!(
        lost(&found),
        [
            ("comments", 1),
            ("loose_checklists", 2),
            ("loose_checks", 2),
            ("other", 1),
            ("unknown_labels", 1)
        ]
    );
    assert_eq!(
        found.losses.names(Loss::LooseChecklists),
        ["Courses", "Sans carte"]
    );
    let wekan = r#"{"_format": "wekan-board-1.0.0", "lists": [{"_id": "a", "title": "A"}], "cards": [{"_id": "k", "title": "K", "listId": "a"}],
        "checklists": [{"_id": "1", "cardId": "gone", "title": "Courses"}],
        "checklistItems": [{"checklistId": "1", "title": "x"}, {"checklistId": "?", "title": "y"}],
        "comments": [{"cardId": "gone", "text": "Dit"}]}"#;
    let found = super::found(wekan);
    assert_eq!(
        lost(&found),
        [
            ("comments", 1),
            ("loose_checklists", 1),
            ("loose_checks", 2)
        ]
    );
}

#[test]
fn columns_that_are_made_speak_as_the_plan_does() {
    let here = Here {
        language: Language::English,
        ..HERE
    };
    let read = |file: &str| shape(&foreign::understand(file, here).expect("a plan"));
    assert_eq!(read("Title,Column\na,\n"), ["To do: a"]);
    let lost = r#"{"lists": [], "cards": [{"id": "1", "name": "a", "idList": "?"}]}"#;
    assert_eq!(read(lost), ["Without a column: a"]);
}
