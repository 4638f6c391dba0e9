//! What of a file cannot come, and how much of it.

use crate::tally::Tally;

/// Something a pad has no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// What was said beside the text.
    Chat,
    /// Remarks beside the text.
    Comments,
    /// Drawings, diagrams and embedded objects.
    Drawings,
    /// Formulas.
    Formulas,
    /// Pictures.
    Images,
    /// Addresses that may not be followed; their text comes.
    Links,
    /// Footnotes and endnotes.
    Notes,
    /// What was struck out while changes were tracked.
    Removed,
    /// Scripts, forms and what plays.
    Scripts,
    /// Tables; what stands in them comes, a line for each row.
    Tables,
}

/// How much of what.
pub type Losses = Tally<Loss>;

impl Loss {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Comments => "comments",
            Self::Drawings => "drawings",
            Self::Formulas => "formulas",
            Self::Images => "images",
            Self::Links => "links",
            Self::Notes => "notes",
            Self::Removed => "removed",
            Self::Scripts => "scripts",
            Self::Tables => "tables",
        }
    }
}
