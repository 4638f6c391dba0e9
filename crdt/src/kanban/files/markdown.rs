//! A plan as Markdown: a heading for each column and each card. Only descriptions and comments are markup, as on the board.

use super::check_list::boxes;
use super::words::Words;
use super::{Cover, label_titles, live_columns};
use crate::day;
use crate::day::spoken::spoken;
use crate::kanban::{Card, Comment, Kanban};
use crate::markdown::{address as escaped_address, escaped as escaped_line};

/// The plan under its title. Archived cards come last.
pub fn markdown(kanban: &Kanban, cover: &Cover) -> String {
    let words = cover.language.kanban_words();
    let mut text = format!("# {}\n", plain(&cover.title));
    for (column, cards) in live_columns(kanban) {
        text += &section(kanban, cover, &column.title, &cards);
    }
    let archived: Vec<&Card> = kanban
        .cards
        .iter()
        .filter(|card| is_away(kanban, card))
        .collect();
    if !archived.is_empty() {
        text += &section(kanban, cover, words.archived, &archived);
    }
    text
}

fn is_away(kanban: &Kanban, card: &Card) -> bool {
    let column = kanban.column(&card.column);
    card.deleted == 0 && (card.archived > 0 || column.is_some_and(|column| column.archived > 0))
}

fn section(kanban: &Kanban, cover: &Cover, title: &str, cards: &[&Card]) -> String {
    let words = cover.language.kanban_words();
    let mut text = format!("\n## {}\n", plain(title));
    if cards.is_empty() {
        text += &format!("\n{}\n", words.nothing);
    }
    for card in cards {
        text += &card_text(kanban, cover, words, card);
    }
    text
}

fn card_text(kanban: &Kanban, cover: &Cover, words: &Words, card: &Card) -> String {
    let mark = if card.done { "✓ " } else { "" };
    let mut text = format!("\n### {mark}{}\n", plain(&card.title));
    let facts = facts(kanban, cover, words, card);
    for block in [
        lines(
            facts
                .iter()
                .map(|(word, said)| format!("- {word}{}{said}", words.colon)),
        ),
        card.description.trim().to_owned(),
        lines(
            boxes(card)
                .iter()
                .map(|line| format!("- {}", plain_box(line))),
        ),
        attachments(cover, card),
    ] {
        if !block.is_empty() {
            text += &format!("\n{block}\n");
        }
    }
    text + &card
        .comments
        .iter()
        .map(|comment| quote(cover, comment))
        .collect::<String>()
}

fn facts(
    kanban: &Kanban,
    cover: &Cover,
    words: &Words,
    card: &Card,
) -> Vec<(&'static str, String)> {
    let day = |day: &str| spoken(day, cover.language);
    let facts = [
        (words.people, plain(&cover.in_charge(card).join(", "))),
        (words.start, day(&card.start)),
        (words.due, day(&card.due)),
        (words.labels, plain(&label_titles(kanban, card).join(", "))),
    ];
    facts
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .collect()
}

fn attachments(cover: &Cover, card: &Card) -> String {
    let followed = card.attachments.iter().filter(|at| !at.url.is_empty());
    lines(followed.map(|at| {
        let address = escaped_address(&cover.address(&at.url));
        format!("- [{}]({address})", plain(&at.title))
    }))
}

fn quote(cover: &Cover, comment: &Comment) -> String {
    let who = match cover.author(&comment.by) {
        "" => String::new(),
        name => format!("**{}**", plain(name)),
    };
    let when = match comment.at {
        0 => String::new(),
        at => spoken(&day::of_ms(at), cover.language),
    };
    let head: Vec<String> = [who, when]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let said: String = comment
        .text
        .lines()
        .map(|line| format!("> {line}\n"))
        .collect();
    format!("\n> {}\n>\n{said}", head.join(", "))
}

fn plain_box(line: &str) -> String {
    let (mark, text) = line.split_at(4);
    format!("{mark}{}", plain(text))
}

fn plain(text: &str) -> String {
    escaped_line(text)
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
