//! A wall as a file for people and for other tools. People are called by their names, which the document does not hold.

mod csv;
mod markdown;
mod page;
mod words;

pub use csv::csv;
pub use markdown::markdown;
pub use page::html_page;

use super::{Column, Group, Note, Wall};

/// What stands in a column, in its order.
enum Item<'a> {
    Note(&'a Note),
    Group(&'a Group, Vec<&'a Note>),
}

impl Wall {
    fn items(&self, column: &Column) -> Vec<Item<'_>> {
        let alone = self.notes.iter().filter(|note| note.group.is_empty());
        let alone = alone.map(|note| (&note.column, &note.rank, &note.id, Item::Note(note)));
        let groups = self.groups.iter().map(|group| {
            let notes = self.notes.iter().filter(|note| note.group == group.id);
            let item = Item::Group(group, notes.collect());
            (&group.column, &group.rank, &group.id, item)
        });
        let here = alone.chain(groups).filter(|(of, ..)| **of == column.id);
        let mut here: Vec<_> = here.collect();
        here.sort_by_key(|(_, rank, id, _)| (*rank, *id));
        here.into_iter().map(|(.., item)| item).collect()
    }
}
