//! What of a file cannot come, and how much of it.

use crate::tally::Tally;

/// Something a plan has no place for, or not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Dates that are one day or another, as one reads them.
    AmbiguousDates,
    /// Files that stay with the other tool; their addresses come.
    Attachments,
    /// Lines to check beyond what a card holds.
    Checks,
    /// Comments beyond what a card holds, or of a card that is not in the file.
    Comments,
    /// Fields the other tool let people define, and some of its own.
    CustomFields,
    /// Dates that cannot be read.
    Dates,
    /// Cards that wait for others.
    Dependencies,
    /// What happened in the other tool.
    History,
    /// Labels beyond what a plan holds.
    Labels,
    /// Addresses that may not be followed.
    Links,
    /// Lists to check of a card that is not in the file.
    LooseChecklists,
    /// Lines to check of a card that is not in the file.
    LooseChecks,
    /// People who are named nowhere in the file.
    Members,
    /// Comments the other tool left out of its file.
    OldComments,
    /// Whatever else.
    Other,
    /// Rules by which the other tool acts.
    Rules,
    /// Pictures stuck on cards.
    Stickers,
    /// Rows across the columns.
    Swimlanes,
    /// Times of the day.
    Times,
    /// Texts that were cut.
    TruncatedText,
    /// Labels of a card that are named nowhere in the file.
    UnknownLabels,
    /// Lines to check the other tool counts in its file and does not write there.
    UntoldChecks,
    /// Who voted for a card.
    Votes,
}

/// How much of what.
pub type Losses = Tally<Loss>;

impl Loss {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AmbiguousDates => "ambiguous_dates",
            Self::Attachments => "attachments",
            Self::Checks => "checks",
            Self::Comments => "comments",
            Self::CustomFields => "custom_fields",
            Self::Dates => "dates",
            Self::Dependencies => "dependencies",
            Self::History => "history",
            Self::Labels => "labels",
            Self::Links => "links",
            Self::LooseChecklists => "loose_checklists",
            Self::LooseChecks => "loose_checks",
            Self::Members => "members",
            Self::OldComments => "old_comments",
            Self::Other => "other",
            Self::Rules => "rules",
            Self::Stickers => "stickers",
            Self::Swimlanes => "swimlanes",
            Self::Times => "times",
            Self::TruncatedText => "truncated_text",
            Self::UnknownLabels => "unknown_labels",
            Self::UntoldChecks => "untold_checks",
            Self::Votes => "votes",
        }
    }
}
