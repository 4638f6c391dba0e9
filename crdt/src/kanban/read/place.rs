//! Where cards are: in one column each, whatever became of the one they were put in.

use std::collections::HashMap;

use crate::kanban::{Card, Column};

/// The cards in their order, each in a column that is there; deleted ones stay where they were thrown away.
pub(super) fn placed(mut cards: Vec<Card>, columns: &[Column]) -> Vec<Card> {
    let places: HashMap<&str, usize> = (columns.iter().enumerate())
        .map(|(place, column)| (column.id.as_str(), place))
        .collect();
    let refuge = refuge(columns);
    for card in cards.iter_mut().filter(|card| card.deleted == 0) {
        let column = places
            .get(card.column.as_str())
            .map(|&place| &columns[place]);
        if column.is_none_or(|column| column.deleted != 0) {
            card.column = refuge.to_owned();
        }
    }
    let place = |card: &Card| places.get(card.column.as_str()).copied();
    cards.sort_by_cached_key(|card| {
        let place = place(card).unwrap_or(usize::MAX);
        (place, card.rank.clone(), card.id.clone())
    });
    cards
}

/// The column of cards that lost theirs: the first that is shown, or else the first that is not deleted.
fn refuge(columns: &[Column]) -> &str {
    let shown = columns.iter().find(|column| column.is_live());
    let refuge = shown.or_else(|| columns.iter().find(|column| column.deleted == 0));
    refuge.map_or("", |column| column.id.as_str())
}
