//! Plans of other tools: files of Trello, Wekan, Kanboard, Nextcloud Deck and of spreadsheets, read as plans of ours.
//!
//! Each tool has more fields than a plan has. What cannot come is counted, so that it can be said before anything does.

mod clock;
mod deck;
mod draft;
mod header;
mod json;
mod losses;
mod rows;
mod separated;
mod shade;
mod tree;
mod trello;
mod wekan;
mod when;

use thiserror::Error;

pub use clock::Clock;
pub(super) use draft::SOME_TIME;
pub use losses::{Loss, Losses};

use super::{Kanban, TooMuch};
use draft::Draft;
use header::Header;
use tree::Value;

/// Which tool wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Trello, or another tool that writes its shape: this one does.
    Trello,
    /// Wekan.
    Wekan,
    /// Wekan, as a table.
    WekanTable,
    /// Kanboard.
    Kanboard,
    /// Nextcloud Deck.
    Deck,
    /// A spreadsheet.
    Table,
}

/// A plan found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which tool wrote it.
    pub format: Format,
    /// What would come. People are called by their names; ids are those of the file, or counted.
    pub plan: Kanban,
    /// What would not.
    pub losses: Losses,
}

/// Why there is no plan in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotUnderstood {
    /// There is nothing in it.
    #[error("reading a file: it is empty")]
    Empty,
    /// It begins as data and does not go on so: it was cut, or changed by hand.
    #[error("reading a file: its JSON is broken")]
    Broken,
    /// It is data, of no tool that is known here.
    #[error("reading a file: no plan is in it")]
    Strange,
    /// It is a table whose first line names no column of titles.
    #[error("reading a file: its table has no column of titles")]
    NoTitles,
    /// It is a table with a quotation mark that is never closed.
    #[error("reading a file: a quotation mark in its table is not closed")]
    OpenQuote,
    /// More is in it than a plan holds.
    #[error("reading a file: more is in it than a plan holds")]
    TooMuch(TooMuch),
    /// It is no text at all.
    #[error("reading a file: it is no text")]
    NoText,
}

impl Format {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trello => "trello",
            Self::Wekan => "wekan",
            Self::WekanTable => "wekan-csv",
            Self::Kanboard => "kanboard",
            Self::Deck => "deck",
            Self::Table => "csv",
        }
    }
}

/// Reads a file of another tool, whatever its name. `clock` is the one of those who bring it.
///
/// # Errors
/// When there is no plan in it.
pub fn understand(text: &str, clock: Clock) -> Result<Found, NotUnderstood> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(NotUnderstood::Empty);
    }
    if text.contains('\0') {
        return Err(NotUnderstood::NoText);
    }
    if text.starts_with(['{', '[']) {
        data(text, clock)
    } else {
        table(text, clock)
    }
}

fn data(text: &str, clock: Clock) -> Result<Found, NotUnderstood> {
    let value = Value::parse(text)?;
    let (format, read): (_, fn(&Value, &mut Draft)) = if wekan::is(&value) {
        (Format::Wekan, wekan::read)
    } else if trello::is(&value) {
        (Format::Trello, trello::read)
    } else if deck::is(&value) {
        (Format::Deck, deck::read)
    } else {
        return Err(NotUnderstood::Strange);
    };
    let mut draft = Draft::new(clock);
    read(&value, &mut draft);
    draft.found(format)
}

fn table(text: &str, clock: Clock) -> Result<Found, NotUnderstood> {
    let mut rows = separated::rows(text)?.into_iter();
    let header = Header::read(&rows.next().unwrap_or_default()).ok_or(NotUnderstood::NoTitles)?;
    let mut draft = Draft::new(clock);
    rows::read(&header, rows.as_slice(), &mut draft);
    draft.found(header.format())
}
