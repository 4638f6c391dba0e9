//! Plans of other tools: files of Trello, Wekan, Kanboard, Nextcloud Deck and of spreadsheets, read as plans of ours.
//!
//! Each tool has more fields than a plan has. What cannot come is counted, so that it can be said before anything does.

mod accents;
mod clock;
mod deck;
mod draft;
mod header;
mod here;
mod json;
mod losses;
mod notes;
mod rows;
mod separated;
mod shade;
mod tree;
mod trello;
mod wekan;
mod when;

use thiserror::Error;

pub use crate::tally::Tally;
pub use clock::Clock;
pub(super) use draft::SOME_TIME;
pub use here::Here;
pub use losses::{Loss, Losses};
pub use notes::{Note, Notes};

use super::{Kanban, TooMuch};
use accents::composed;
use draft::Draft;
use rows::Table;
use tree::Value;

/// Which tool wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Trello, as data or as a table, or another tool that writes its shape: this one does.
    Trello,
    /// Wekan.
    Wekan,
    /// Wekan, as a table.
    WekanTable,
    /// Kanboard.
    Kanboard,
    /// Nextcloud Deck, as data or as a table.
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
    pub kanban: Kanban,
    /// What would not.
    pub losses: Losses,
    /// What would come otherwise than it stands there.
    pub notes: Notes,
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

/// Reads a file of another tool, whatever its name. `here` is where and when those are who bring it.
///
/// # Errors
/// When there is no plan in it.
pub fn understand(text: &str, here: Here) -> Result<Found, NotUnderstood> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(NotUnderstood::Empty);
    }
    if text.contains('\0') {
        return Err(NotUnderstood::NoText);
    }
    let text = composed(text);
    if text.trim_start().starts_with(['{', '[']) {
        data(text.trim(), here)
    } else {
        table(text.trim_start_matches(['\r', '\n']), here)
    }
}

fn data(text: &str, here: Here) -> Result<Found, NotUnderstood> {
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
    let mut draft = Draft::new(here);
    read(&value, &mut draft);
    draft.found(format)
}

fn table(text: &str, here: Here) -> Result<Found, NotUnderstood> {
    let table = Table::of(text)?;
    let mut draft = Draft::new(here);
    table.read(&mut draft);
    draft.found(table.format())
}
