//! The rows of a table as cards: one each.

use std::collections::HashSet;

use super::clock::Clock;
use super::draft::{Draft, NOWHERE, SOME_TIME};
use super::header::{Cell, Header};
use super::losses::Loss;
use super::when::{self, Order};
use super::{Format, shade};
use crate::kanban::{Attachment, Card, Check, Colour, Comment};

/// Words for yes, in any language a tool here was seen to write.
const YES: [&str; 12] = [
    "yes", "oui", "true", "vrai", "1", "x", "✓", "✔", "☑", "done", "fait", "archived",
];
/// Words of a status beside a column: the card is done.
const CLOSED: [&str; 8] = [
    "closed",
    "fermé",
    "fermée",
    "ferme",
    "done",
    "terminé",
    "terminée",
    "fait",
];

/// One row, by what its cells mean.
struct Row<'a> {
    header: &'a Header,
    cells: &'a [String],
    order: Order,
    clock: Clock,
}

pub(super) fn read(header: &Header, rows: &[Vec<String>], draft: &mut Draft) {
    let order = order(header, rows);
    let all = rows.iter().map(|cells| Row {
        header,
        cells,
        order,
        clock: draft.clock,
    });
    let rows: Vec<Row<'_>> = all.collect();
    for (number, row) in rows.iter().enumerate() {
        if row.text(Cell::Title).is_empty() {
            draft.lose(Loss::Other, 1);
        } else {
            row.read(number, draft);
        }
    }
    let lanes: HashSet<&str> = rows.iter().map(|row| row.text(Cell::Swimlane)).collect();
    draft.lose(
        Loss::Swimlanes,
        if lanes.len() > 1 { lanes.len() } else { 0 },
    );
}

/// In which order the days of the whole table are written.
fn order(header: &Header, rows: &[Vec<String>]) -> Order {
    let is_day = |cell: &Cell| {
        matches!(
            cell,
            Cell::Start | Cell::Due | Cell::Ended | Cell::Created | Cell::Updated
        )
    };
    let days = rows.iter().flat_map(|row| header.cells().iter().zip(row));
    when::order(
        days.filter(|(cell, _)| is_day(cell))
            .map(|(_, text)| text.as_str()),
    )
}

impl Row<'_> {
    fn read(&self, number: usize, draft: &mut Draft) {
        let column = draft.column_called(self.place());
        let ended = draft.dated(self.text(Cell::Ended), |text| {
            when::told(text, self.order, self.clock).map(without_time)
        });
        let is_closed = self.header.has(Cell::Column) && is_among(&CLOSED, self.text(Cell::Status));
        let said = self.text(Cell::Done);
        let in_done = !self.header.has(Cell::Done) && draft.is_done(&column);
        let read = Card {
            id: format!("k{number}"),
            title: self.text(Cell::Title).to_owned(),
            description: self.text(Cell::Description).to_owned(),
            people: self.people(draft),
            labels: self.labels(draft),
            start: self.day(Cell::Start, draft),
            due: self.day(Cell::Due, draft),
            done: is_among(&YES, said) || !ended.is_empty() || is_closed || in_done,
            done_at: when::moment(&ended),
            cover: shade::colour(self.text(Cell::Colour)),
            checks: self.lines(Cell::Checks).enumerate().map(check).collect(),
            comments: self
                .lines(Cell::Comments)
                .enumerate()
                .map(comment)
                .collect(),
            attachments: self.links(),
            created: self.moment(Cell::Created),
            created_by: self.text(Cell::CreatedBy).to_owned(),
            updated: self.moment(Cell::Updated),
            archived: if is_among(&YES, self.text(Cell::Archived)) {
                SOME_TIME
            } else {
                0
            },
            column,
            ..Card::default()
        };
        draft.card(read);
        draft.lose(Loss::CustomFields, self.unknown());
    }

    /// The first filled cell of this meaning, without the mark that keeps spreadsheets from reckoning with it.
    fn text(&self, wanted: Cell) -> &str {
        self.texts(wanted).next().unwrap_or_default()
    }

    fn texts(&self, wanted: Cell) -> impl Iterator<Item = &str> {
        let cells = self.header.cells().iter().zip(self.cells);
        let wanted = cells.filter(move |(cell, _)| **cell == wanted);
        wanted
            .map(|(_, text)| unguarded(text.trim()))
            .filter(|text| !text.is_empty())
    }

    fn place(&self) -> &str {
        let status = if self.header.has(Cell::Column) {
            ""
        } else {
            self.text(Cell::Status)
        };
        let named = [self.text(Cell::Column), status]
            .into_iter()
            .find(|name| !name.is_empty());
        named.unwrap_or(NOWHERE)
    }

    fn day(&self, cell: Cell, draft: &mut Draft) -> String {
        draft.dated(self.text(cell), |text| {
            when::told(text, self.order, self.clock)
        })
    }

    /// When a card was made is not said to the minute anywhere.
    fn moment(&self, cell: Cell) -> u64 {
        let text = self.text(cell);
        let day = when::told(text, self.order, self.clock)
            .map(|dated| dated.day)
            .unwrap_or_default();
        when::moment(text).max(when::moment(&day))
    }

    /// Wekan puts a space between its user names, which have none; in a name written by people there may be one.
    /// Kanboard names the same person twice: by user name, then by name.
    fn people(&self, draft: &mut Draft) -> Vec<String> {
        let format = self.header.format();
        let between = move |c: char| {
            matches!(c, ',' | ';' | '\n' | '|') || (format == Format::WekanTable && c == ' ')
        };
        let cells: Vec<&str> = match format {
            Format::Kanboard => self.texts(Cell::People).last().into_iter().collect(),
            _ => self.texts(Cell::People).collect(),
        };
        let names = cells.iter().flat_map(|cell| cell.split(between));
        draft.people(names.filter(|name| !name.trim().is_empty()))
    }

    fn labels(&self, draft: &mut Draft) -> Vec<String> {
        let format = self.header.format();
        let between = move |c: char| {
            matches!(c, ',' | ';' | '\n' | '|') || (format == Format::WekanTable && c == ' ')
        };
        let tags = self
            .texts(Cell::Labels)
            .flat_map(|cell| cell.split(between));
        let all = tags
            .chain(self.texts(Cell::Category))
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let mut ids: Vec<String> = Vec::new();
        for name in all {
            let (name, colour) = if format == Format::WekanTable {
                shaded(name)
            } else {
                (name, Colour::None)
            };
            let id = draft.label_called(name, colour);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    fn lines(&self, cell: Cell) -> impl Iterator<Item = &str> {
        let lines = self.texts(cell).flat_map(str::lines);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    fn links(&self) -> Vec<Attachment> {
        let links = self.lines(Cell::Links).enumerate();
        links
            .map(|(number, line)| {
                let (title, url) = line.rsplit_once(' ').unwrap_or(("", line));
                let (title, url) = (
                    title.trim_end_matches([':', ' ']).to_owned(),
                    url.to_owned(),
                );
                let title = if title.is_empty() { url.clone() } else { title };
                Attachment {
                    id: format!("a{number}"),
                    title,
                    url,
                    ..Attachment::default()
                }
            })
            .collect()
    }

    /// How many cells say something a plan has no place for. Zeros and dashes say nothing.
    fn unknown(&self) -> usize {
        let filled = self.texts(Cell::Unknown);
        filled
            .filter(|text| !matches!(*text, "0" | "0.0" | "-" | "[]" | "false"))
            .count()
    }
}

fn unguarded(text: &str) -> &str {
    let rest = text.strip_prefix('\'').unwrap_or(text);
    if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        rest
    } else {
        text
    }
}

fn is_among(words: &[&str], text: &str) -> bool {
    words.contains(&text.to_lowercase().as_str())
}

fn without_time(dated: when::Dated) -> when::Dated {
    when::Dated {
        has_time: false,
        ..dated
    }
}

/// Wekan writes `name-colour`.
fn shaded(name: &str) -> (&str, Colour) {
    match name.rsplit_once('-') {
        Some((plain, colour)) if shade::is_named(colour) => (plain, shade::colour(colour)),
        _ => (name, Colour::None),
    }
}

/// `[x] bought`, or a line without a box.
fn check((number, line): (usize, &str)) -> Check {
    let boxed = |mark: &str| line.strip_prefix(mark);
    let done = boxed("[x]").or_else(|| boxed("[X]"));
    let text = done.or_else(|| boxed("[ ]")).unwrap_or(line);
    Check {
        id: format!("x{number}"),
        text: text.trim().to_owned(),
        done: done.is_some(),
        ..Check::default()
    }
}

fn comment((number, line): (usize, &str)) -> Comment {
    Comment {
        id: format!("m{number}"),
        text: line.to_owned(),
        ..Comment::default()
    }
}
