//! A plan as a table for spreadsheets.

use super::check_list::boxes;
use super::words::Words;
use super::{Cover, label_titles};
use crate::csv::table;
use crate::day;
use crate::kanban::{Card, Comment, Kanban};

/// One row per card, archived ones included.
pub fn csv(kanban: &Kanban, cover: &Cover) -> String {
    let words = cover.language.kanban_words();
    let cards = kanban.cards.iter();
    let kept = cards.filter(|card| card.deleted == 0 && !card.template);
    let rows = kept.map(|card| row(kanban, cover, words, card));
    table(std::iter::once(head(words)).chain(rows), words.separator)
}

fn head(words: &Words) -> Vec<String> {
    let head = [
        words.title,
        words.description,
        words.column,
        words.people,
        words.labels,
        words.start,
        words.due,
        words.done,
        words.done_on,
        words.checks,
        words.comments,
        words.attachments,
        words.created,
        words.updated,
        words.archived,
    ];
    head.map(str::to_owned).to_vec()
}

fn row(kanban: &Kanban, cover: &Cover, words: &Words, card: &Card) -> Vec<String> {
    let column = kanban.column(&card.column);
    let is_away = card.archived > 0 || column.is_some_and(|column| column.archived > 0);
    let yes = |is: bool| if is { words.yes } else { "" }.to_owned();
    vec![
        card.title.clone(),
        card.description.clone(),
        column.map_or_else(String::new, |column| column.title.clone()),
        cover.in_charge(card).join(", "),
        label_titles(kanban, card).join(", "),
        card.start.clone(),
        card.due.clone(),
        yes(card.done),
        date(card.done_at),
        boxes(card).join("\n"),
        comments(cover, words, card),
        links(cover, card),
        date(card.created),
        date(card.updated),
        yes(is_away),
    ]
}

fn comments(cover: &Cover, words: &Words, card: &Card) -> String {
    let line = |comment: &Comment| {
        let text = comment.text.split_whitespace().collect::<Vec<_>>();
        let (when, text) = (date(comment.at), text.join(" "));
        match cover.author(&comment.by) {
            "" => format!("{when} {text}"),
            name => format!("{when} {name}{}{text}", words.colon),
        }
    };
    let lines: Vec<String> = card.comments.iter().map(line).collect();
    lines.join("\n")
}

fn links(cover: &Cover, card: &Card) -> String {
    let followed = card.attachments.iter().filter(|at| !at.url.is_empty());
    let lines = followed.map(|at| format!("{} {}", at.title, cover.address(&at.url)));
    lines.collect::<Vec<_>>().join("\n")
}

fn date(ms: u64) -> String {
    if ms == 0 {
        String::new()
    } else {
        day::of_ms(ms)
    }
}
