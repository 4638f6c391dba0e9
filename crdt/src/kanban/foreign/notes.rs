//! What comes otherwise than it stands in the file, or stays behind because it was thrown away there.

use crate::tally::Tally;

/// Something to know before a plan comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// Several plans in one file: they come as one.
    Boards,
    /// Cards, columns and boards that were deleted in the other tool: they stay behind.
    Deleted,
    /// Days without a year: the nearest was taken.
    MissingYears,
    /// Days whose weekday is another one: the date was taken.
    OtherWeekdays,
    /// Cards of no column, or of one that is not in the file: they come into one that is seen.
    WithoutColumn,
}

/// How much there is to know.
pub type Notes = Tally<Note>;

impl Note {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Boards => "boards",
            Self::Deleted => "deleted",
            Self::MissingYears => "missing_years",
            Self::OtherWeekdays => "other_weekdays",
            Self::WithoutColumn => "without_column",
        }
    }
}
