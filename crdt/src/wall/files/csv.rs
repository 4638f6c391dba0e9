//! A wall as a table for spreadsheets.

use super::Item;
use crate::cover::Cover;
use crate::csv::table;
use crate::wall::{Note, Wall};

/// A row for each note, in the order of the wall.
pub fn csv(wall: &Wall, cover: &Cover) -> String {
    let words = cover.language.wall_words();
    let head = [words.column, words.group, words.note, words.by];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for column in &wall.columns {
        let row = |group: &str, note: &Note| {
            let by = cover.name(&note.by);
            [&column.title, group, &note.text, by]
                .map(str::to_owned)
                .to_vec()
        };
        for item in wall.items(column) {
            match item {
                Item::Note(note) => rows.push(row("", note)),
                Item::Group(group, notes) => {
                    rows.extend(notes.into_iter().map(|note| row(&group.title, note)));
                }
            }
        }
    }
    table(rows, words.separator)
}
