//! One row of a table: its cells by what they mean.

use crate::kanban::foreign::Format;
use crate::kanban::foreign::draft::Draft;
use crate::kanban::foreign::header::{Cell, Header};
use crate::kanban::foreign::here::Here;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::notes::Note;
use crate::kanban::foreign::shade;
use crate::kanban::foreign::when::{self, Dated, Order};
use crate::kanban::{Attachment, Colour};

/// One row, by what its cells mean.
pub(super) struct Row<'a> {
    pub(super) header: &'a Header,
    pub(super) cells: &'a [String],
    pub(super) order: Order,
    pub(super) here: Here,
}

impl Row<'_> {
    /// The first filled cell of this meaning, without the mark that keeps spreadsheets from reckoning with it.
    pub(super) fn text(&self, wanted: Cell) -> &str {
        self.texts(wanted).next().unwrap_or_default()
    }

    pub(super) fn texts(&self, wanted: Cell) -> impl Iterator<Item = &str> {
        let filled = self.filled().filter(move |(cell, ..)| *cell == wanted);
        filled.map(|(.., text)| text)
    }

    /// The filled cells, with what they mean and what stands above them.
    pub(super) fn filled(&self) -> impl Iterator<Item = (Cell, &str, &str)> {
        let cells = self.header.cells().iter().copied();
        let cells = cells
            .chain(std::iter::repeat(Cell::Unknown))
            .zip(self.cells);
        cells.enumerate().filter_map(|(place, (cell, text))| {
            let text = unguarded(text.trim());
            (!text.is_empty()).then(|| (cell, self.header.name(place), text))
        })
    }

    /// The column it goes into; where others say theirs and this one does not, that is noted.
    pub(super) fn place(&self, draft: &mut Draft) -> &str {
        let says = [Cell::Column, Cell::Status]
            .into_iter()
            .find(|cell| self.header.has(*cell));
        let named = says.map_or("", |cell| self.text(cell));
        if !named.is_empty() {
            return named;
        }
        let first = self.here.first_column();
        if says.is_some() {
            draft.note(Note::WithoutColumn, first);
        }
        first
    }

    pub(super) fn day(&self, cell: Cell, draft: &mut Draft) -> String {
        draft.dated(self.text(cell), |text| self.told(text))
    }

    pub(super) fn told(&self, text: &str) -> Result<Dated, Loss> {
        when::told(text, self.order, self.here).ok_or_else(|| {
            let is_doubtful = self.order == Order::Doubtful && when::has_two_readings(text);
            if is_doubtful {
                Loss::AmbiguousDates
            } else {
                Loss::Dates
            }
        })
    }

    /// The same where the time of the day is not asked for.
    pub(super) fn day_of(&self, text: &str) -> Result<Dated, Loss> {
        let without_time = |dated| Dated {
            has_time: false,
            ..dated
        };
        self.told(text).map(without_time)
    }

    /// When a card was made or changed.
    pub(super) fn moment(&self, cell: Cell, draft: &mut Draft) -> u64 {
        let text = self.text(cell);
        match when::moment(text) {
            0 => when::moment(&draft.dated(text, |text| self.day_of(text))),
            moment => moment,
        }
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
            let (name, colour) = match format {
                Format::WekanTable => shaded(name),
                Format::Trello => in_brackets(name),
                _ => (name, Colour::None),
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
        let links = self.lines(Cell::Links).flat_map(addresses).enumerate();
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
}

/// A line with one address as it stands; each of several.
fn addresses(line: &str) -> Vec<&str> {
    let words = line.split([' ', ',', ';']);
    let several: Vec<&str> = words.filter(|word| word.contains("://")).collect();
    if several.len() > 1 {
        several
    } else {
        vec![line]
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

/// Trello writes `name (colour)`, or the colour alone.
fn in_brackets(name: &str) -> (&str, Colour) {
    let split = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once('('));
    match split.map(|(plain, colour)| (plain.trim(), shade::colour(colour))) {
        Some((plain, colour)) if colour != Colour::None => (plain, colour),
        _ => (name, Colour::None),
    }
}
