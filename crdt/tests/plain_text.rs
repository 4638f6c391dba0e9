//! Plain text exports.

mod pads;

use crdt::pad::{BlockKind, plain_text};
use pads::{block, paragraph, table};
use proptest::prelude::*;

#[test]
fn items_have_a_sign_in_front() {
    let pad = [
        block(BlockKind::Heading { level: 1 }, "Menu"),
        block(BlockKind::NumberedItem { indent: 0 }, "un"),
        block(BlockKind::BulletItem { indent: 1 }, "dedans"),
        block(BlockKind::NumberedItem { indent: 0 }, "deux"),
        block(
            BlockKind::CheckItem {
                indent: 0,
                checked: true,
            },
            "fait",
        ),
    ];
    assert_eq!(
        plain_text(&pad),
        "Menu\n1. un\n  - dedans\n2. deux\n[x] fait"
    );
}

#[test]
fn the_cells_of_a_row_have_tabs_in_between() {
    let pad = [
        table("Qui", &[&["Nom", "Jour"], &["Ana", "lundi\nmardi"]]),
        block(BlockKind::Rule, ""),
        table("", &[&["a"]]),
    ];
    assert_eq!(plain_text(&pad), "Qui\nNom\tJour\nAna\tlundi mardi\n---\na");
}

proptest! {
    #[test]
    fn paragraphs_come_out_letter_for_letter(text in "[a-c *\\n]{0,30}") {
        let lines: Vec<_> = text.split('\n').map(paragraph).collect();
        prop_assert_eq!(plain_text(&lines), text.clone());
        prop_assert_eq!(plain_text(&[paragraph(&text)]), text);
    }
}
