//! Columns of a plan that is being read: by their ids, by their names, and for what has none.

use super::{Draft, key};
use crate::field::ID_CHARS_MAX;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::notes::Note;
use crate::kanban::limits::COLUMNS_MAX;
use crate::kanban::{Card, Column, TooMuch};

/// Columns that are read, empty archived ones included, which do not come.
const COLUMNS_READ_MAX: usize = 10 * COLUMNS_MAX;
/// Columns whose ids are longer are of no tool: the id of the first may come to stand on every card.
const ID_BYTES_MAX: usize = 4 * ID_CHARS_MAX;

/// What columns are called that hold what is done, whoever made them.
const DONE: [&str; 19] = [
    "fait",
    "faits",
    "faite",
    "faites",
    "terminé",
    "terminés",
    "terminée",
    "terminées",
    "fini",
    "achevé",
    "réalisé",
    "réalisée",
    "done",
    "completed",
    "complete",
    "finished",
    "100%",
    "100 %",
    "100\u{a0}%",
];

impl Draft {
    /// Adds a column; in one whose name says so cards are done.
    pub(in crate::kanban::foreign) fn column(&mut self, mut column: Column) {
        let place = self.kanban.columns.len();
        if place == COLUMNS_READ_MAX {
            self.overflow = Some(TooMuch::Columns);
            return;
        }
        if column.id.len() > ID_BYTES_MAX {
            return self.lose(Loss::Other, 1);
        }
        column.title = self.title(&column.title);
        column.done |= means_done(&column.title);
        self.columns.insert(column.id.clone(), place);
        self.column_names.insert(key(&column.title), place);
        self.kanban.columns.push(column);
    }

    /// The column of this name, made when there is none; its id.
    pub(in crate::kanban::foreign) fn column_called(&mut self, title: &str) -> String {
        let title = self.title(title);
        if let Some(&known) = self.column_names.get(&key(&title)) {
            return self.kanban.columns[known].id.clone();
        }
        self.make_column(title)
    }

    /// Whether the cards of a column are done.
    pub(in crate::kanban::foreign) fn is_done(&self, column: &str) -> bool {
        let place = self.columns.get(column);
        place.is_some_and(|&place| self.kanban.columns[place].done)
    }

    /// A card of a column that is not in the file comes into one that is seen, and whose name says so.
    pub(super) fn give_everybody_a_column(&mut self) {
        let is_lost = |card: &Card| !self.columns.contains_key(&card.column);
        let lost = self
            .kanban
            .cards
            .iter()
            .filter(|card| is_lost(card))
            .count();
        if lost == 0 {
            return;
        }
        let title = self.here.column_of_none();
        let known = self
            .column_names
            .get(&key(title))
            .map(|&place| &self.kanban.columns[place]);
        let id = match known.filter(|column| column.archived == 0) {
            Some(known) => known.id.clone(),
            None => self.make_column(title.to_owned()),
        };
        for card in &mut self.kanban.cards {
            if !self.columns.contains_key(&card.column) {
                card.column.clone_from(&id);
            }
        }
        self.notes.add(Note::WithoutColumn, lost);
        self.notes.name(Note::WithoutColumn, title);
    }

    fn make_column(&mut self, title: String) -> String {
        let mut number = self.kanban.columns.len();
        while self.columns.contains_key(&format!("c{number}")) {
            number += 1;
        }
        let id = format!("c{number}");
        self.column(Column {
            id: id.clone(),
            title,
            ..Column::default()
        });
        id
    }
}

fn means_done(title: &str) -> bool {
    DONE.contains(&title.trim().to_lowercase().as_str())
}
