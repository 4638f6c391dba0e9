//! A wall as Markdown: a heading for each column, one below for each group, a line for each note.

use super::Item;
use super::words::Words;
use crate::cover::Cover;
use crate::markdown::{escaped, whole_line};
use crate::wall::{Note, Wall};

/// The wall under its title. Text never turns into markup.
pub fn markdown(wall: &Wall, cover: &Cover) -> String {
    let words = cover.language.wall_words();
    let mut text = format!("# {}\n", line(&cover.title));
    for column in &wall.columns {
        text += &format!("\n## {}\n", line(&column.title));
        let items = wall.items(column);
        if items.is_empty() {
            text += &format!("\n{}\n", words.nothing);
        }
        let mut is_in_list = false;
        for item in &items {
            text += &written(item, cover, words, is_in_list);
            is_in_list = matches!(item, Item::Note(_));
        }
    }
    if let Some(outcome) = wall.outcome {
        text += &format!("\n{}\n", (words.outcome)(outcome));
    }
    text
}

/// What stands alone goes on with the list before it; a group is a list of its own.
fn written(item: &Item<'_>, cover: &Cover, words: &Words, is_in_list: bool) -> String {
    match item {
        Item::Note(note) if is_in_list => entry(note, cover),
        Item::Note(note) => format!("\n{}", entry(note, cover)),
        Item::Group(group, notes) => {
            let title = match group.title.as_str() {
                "" => words.unnamed_group,
                title => title,
            };
            let entries = notes.iter().map(|note| entry(note, cover));
            format!("\n### {}\n\n{}", line(title), entries.collect::<String>())
        }
    }
}

fn entry(note: &Note, cover: &Cover) -> String {
    let by = match cover.name(&note.by) {
        "" => String::new(),
        name => format!(" — {}", line(name)),
    };
    format!("- {}{by}\n", line(&note.text))
}

/// One line of text in which Markdown finds nothing to do.
fn line(text: &str) -> String {
    whole_line(&escaped(&text.replace(['\n', '\r'], " ")))
}
