//! Where and when a file is read: what it does not say is taken from there.

use super::clock::Clock;
use crate::day;
use crate::language::Language;

/// The circumstances of those who bring a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// Their clocks.
    pub clock: Clock,
    /// What their plan speaks: a column that is made for it is called in it.
    pub language: Language,
    /// Milliseconds since 1970.
    pub now_ms: u64,
}

impl Here {
    /// Today, in days since 1970-01-01.
    pub(super) fn today(self) -> i64 {
        let now_ms = i64::try_from(self.now_ms).unwrap_or(i64::MAX);
        let shown = self.clock.shows(now_ms);
        shown
            .and_then(|(today, _)| day::number(&today))
            .unwrap_or(0)
    }

    /// Where rows go that say no column: what the first of a new plan is called.
    pub(super) fn first_column(self) -> &'static str {
        match self.language {
            Language::French => "À faire",
            Language::English => "To do",
        }
    }

    /// Where cards go whose column is not in the file.
    pub(super) fn column_of_none(self) -> &'static str {
        match self.language {
            Language::French => "Sans colonne",
            Language::English => "Without a column",
        }
    }
}
