//! One row of a table: its cells by what they mean.

use crate::kanban::foreign::Format;
use crate::kanban::foreign::clock::Clock;
use crate::kanban::foreign::draft::{Draft, NOWHERE};
use crate::kanban::foreign::header::{Cell, Header};
use crate::kanban::foreign::shade;
use crate::kanban::foreign::when::{self, Order};
use crate::kanban::{Attachment, Colour};

/// One row, by what its cells mean.
pub(super) struct Row<'a> {
    pub(super) header: &'a Header,
    pub(super) cells: &'a [String],
    pub(super) order: Order,
    pub(super) clock: Clock,
}

impl Row<'_> {
    /// The first filled cell of this meaning, without the mark that keeps spreadsheets from reckoning with it.
    pub(super) fn text(&self, wanted: Cell) -> &str {
        self.texts(wanted).next().unwrap_or_default()
    }

    pub(super) fn texts(&self, wanted: Cell) -> impl Iterator<Item = &str> {
        let cells = self.header.cells().iter().zip(self.cells);
        let wanted = cells.filter(move |(cell, _)| **cell == wanted);
        wanted
            .map(|(_, text)| unguarded(text.trim()))
            .filter(|text| !text.is_empty())
    }

    pub(super) fn place(&self) -> &str {
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

    pub(super) fn day(&self, cell: Cell, draft: &mut Draft) -> String {
        draft.dated(self.text(cell), |text| {
            when::told(text, self.order, self.clock)
        })
    }

    /// When a card was made is not said to the minute anywhere.
    pub(super) fn moment(&self, cell: Cell) -> u64 {
        let text = self.text(cell);
        let day = when::told(text, self.order, self.clock)
            .map(|dated| dated.day)
            .unwrap_or_default();
        when::moment(text).max(when::moment(&day))
    }

    /// Wekan puts a space between its user names, which have none; in a name written by people there may be one.
    /// Kanboard names the same person twice: by user name, then by name.
    pub(super) fn people(&self, draft: &mut Draft) -> Vec<String> {
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

    pub(super) fn labels(&self, draft: &mut Draft) -> Vec<String> {
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

    pub(super) fn lines(&self, cell: Cell) -> impl Iterator<Item = &str> {
        let lines = self.texts(cell).flat_map(str::lines);
        lines.map(str::trim).filter(|line| !line.is_empty())
    }

    pub(super) fn links(&self) -> impl Iterator<Item = Attachment> {
        let links = self.lines(Cell::Links).enumerate();
        links.map(|(number, line)| {
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
    }

    /// How many cells say something a plan has no place for. Zeros and dashes say nothing.
    pub(super) fn unknown(&self) -> usize {
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

/// Wekan writes `name-colour`.
fn shaded(name: &str) -> (&str, Colour) {
    match name.rsplit_once('-') {
        Some((plain, colour)) if shade::is_named(colour) => (plain, shade::colour(colour)),
        _ => (name, Colour::None),
    }
}
