//! A plan as a whole HTML page that can be kept, mailed and printed.

use super::rich::rich;
use super::{Cover, label_titles, live_columns};
use crate::day::spoken::spoken;
use crate::html::{Page, escaped};
use crate::kanban::{Card, Check, Kanban};

const STYLE: &str = "body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
h1{line-height:1.2}h2{margin-top:2rem;border-bottom:2px solid}article{margin:1rem 0;padding:.5rem 1rem;border:1px solid;\
border-radius:.5rem;break-inside:avoid;overflow-wrap:anywhere}h3{margin:.25rem 0}dl{display:flex;flex-wrap:wrap;\
gap:0 1.5rem;margin:.25rem 0}dt,dd{display:inline;margin:0}ul{list-style:none;padding:0}\
.text{list-style:disc;padding-inline-start:1.5rem}p{margin:.25rem 0}h4{margin:.5rem 0 .25rem}\
@page{margin:15mm}@media print{body{max-width:none;margin:0}h2{break-after:avoid}}";

/// A complete page: a heading for each column, a box for each card. Descriptions are shown as on the board.
pub fn html_page(kanban: &Kanban, cover: &Cover) -> String {
    let columns = live_columns(kanban).map(|(column, cards)| {
        let cards: Vec<String> = cards
            .iter()
            .map(|card| article(kanban, cover, card))
            .collect();
        let nothing = format!("<p>{}</p>\n", cover.language.kanban_words().nothing);
        let inside = if cards.is_empty() {
            nothing
        } else {
            cards.concat()
        };
        format!(
            "<section>\n<h2>{}</h2>\n{inside}</section>\n",
            escaped(&column.title)
        )
    });
    let body: String = columns.collect();
    let page = Page {
        title: &cover.title,
        language: cover.language,
        head: "<meta name=\"color-scheme\" content=\"light dark\">\n",
        style: STYLE,
        body: &body,
    };
    page.written()
}

fn article(kanban: &Kanban, cover: &Cover, card: &Card) -> String {
    let mark = if card.done { "✓ " } else { "" };
    let about = rich(&card.description);
    let (title, facts, checks) = (
        escaped(&card.title),
        facts(kanban, cover, card),
        checks(cover, card),
    );
    let links = links(cover, card);
    format!("<article>\n<h3>{mark}{title}</h3>\n{facts}{about}{checks}{links}</article>\n")
}

fn facts(kanban: &Kanban, cover: &Cover, card: &Card) -> String {
    let words = cover.language.kanban_words();
    let facts = [
        (words.people, cover.in_charge(card).join(", ")),
        (words.start, spoken(&card.start, cover.language)),
        (words.due, spoken(&card.due, cover.language)),
        (words.labels, label_titles(kanban, card).join(", ")),
    ];
    let filled = facts.iter().filter(|(_, said)| !said.is_empty());
    let lines: String = filled
        .map(|(word, said)| {
            format!(
                "<div><dt>{word}{}</dt><dd>{}</dd></div>\n",
                words.colon,
                escaped(said)
            )
        })
        .collect();
    if lines.is_empty() {
        lines
    } else {
        format!("<dl>\n{lines}</dl>\n")
    }
}

fn checks(cover: &Cover, card: &Card) -> String {
    let line = |check: &Check| {
        let mark = if check.done { '☑' } else { '☐' };
        let due = match check.due.as_str() {
            "" => String::new(),
            due => format!(" ({})", spoken(due, cover.language)),
        };
        format!("<li>{mark} {}{due}</li>\n", escaped(&check.text))
    };
    list(card.checks.iter().map(line).collect())
}

fn links(cover: &Cover, card: &Card) -> String {
    let followed = card.attachments.iter().filter(|at| !at.url.is_empty());
    let line = followed.map(|at| {
        let (url, title) = (escaped(&cover.address(&at.url)), escaped(&at.title));
        format!("<li><a href=\"{url}\">{title}</a></li>\n")
    });
    list(line.collect())
}

fn list(items: String) -> String {
    if items.is_empty() {
        items
    } else {
        format!("<ul>\n{items}</ul>\n")
    }
}
