//! What of a row does not come: every filled cell comes or is counted, by what stands above it.

use std::collections::HashSet;

use super::row::Row;
use super::{CLOSED, NO, OPEN, YES, is_among};
use crate::kanban::Colour;
use crate::kanban::foreign::draft::Draft;
use crate::kanban::foreign::header::Cell;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::shade;

/// What says nothing where nobody knows what is meant.
const NOTHING: [&str; 7] = ["0", "0.0", "0,0", "-", "-1", "[]", "false"];

/// Of which a card has one; the first that is filled counts.
const ONCE: [Cell; 8] = [
    Cell::Title,
    Cell::Column,
    Cell::Status,
    Cell::Start,
    Cell::Due,
    Cell::Ended,
    Cell::Done,
    Cell::Colour,
];

impl Row<'_> {
    pub(super) fn leave(&self, draft: &mut Draft) {
        let mut seen: Vec<(Cell, &str)> = Vec::new();
        for (cell, name, text) in self.filled() {
            if let Cell::Untold(what) = cell {
                draft.lose(what, text.parse().unwrap_or(1));
                continue;
            }
            let first = seen
                .iter()
                .find(|(known, _)| *known == cell)
                .map(|(_, first)| *first);
            let is_again = ONCE.contains(&cell) && first.is_some_and(|first| first != text);
            if is_again || self.says_more(cell, name, text) {
                draft.lose_named(Loss::CustomFields, name);
            }
            if first.is_none() {
                seen.push((cell, text));
            }
        }
    }

    /// Whether the cell says something a plan has no place for.
    fn says_more(&self, cell: Cell, name: &str, text: &str) -> bool {
        let is_number = || text.bytes().all(|byte| byte.is_ascii_digit());
        match cell {
            Cell::Unknown if name.is_empty() => !is_number(),
            Cell::Unknown => !is_among(&NOTHING, text),
            Cell::Status => {
                self.header.has(Cell::Column) && !is_among(&OPEN, text) && !is_among(&CLOSED, text)
            }
            Cell::Archived => !is_among(&YES, text) && !is_among(&NO, text),
            Cell::Colour => shade::colour(text) == Colour::None,
            Cell::Done => !is_among(&YES, text) && !is_among(&NO, text) && self.told(text).is_err(),
            _ => false,
        }
    }
}

/// Rows across the columns: one alone is of no plan.
pub(super) fn lanes(rows: &[Row<'_>]) -> usize {
    let lanes: HashSet<&str> = rows.iter().map(|row| row.text(Cell::Swimlane)).collect();
    if lanes.len() > 1 { lanes.len() } else { 0 }
}
