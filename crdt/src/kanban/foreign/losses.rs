//! What of a file cannot come, and how much of it.

use std::collections::BTreeMap;

/// Something a plan has no place for, or not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Files that stay with the other tool; their addresses come.
    Attachments,
    /// Lines to check beyond what a card holds.
    Checks,
    /// Comments beyond what a card holds.
    Comments,
    /// Fields the other tool let people define, and some of its own.
    CustomFields,
    /// Dates that cannot be read.
    Dates,
    /// What happened in the other tool.
    History,
    /// Labels beyond what a plan holds.
    Labels,
    /// Addresses that may not be followed.
    Links,
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
    /// Who voted for a card.
    Votes,
}

/// How much of what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses(BTreeMap<Loss, usize>);

impl Losses {
    /// Counts so much more.
    pub(super) fn add(&mut self, what: Loss, count: usize) {
        if count > 0 {
            *self.0.entry(what).or_default() += count;
        }
    }

    /// What is lost, each once.
    pub fn all(&self) -> impl Iterator<Item = (Loss, usize)> + '_ {
        self.0.iter().map(|(what, count)| (*what, *count))
    }

    /// How much of it is lost.
    pub fn of(&self, what: Loss) -> usize {
        self.0.get(&what).copied().unwrap_or(0)
    }
}

impl Loss {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Attachments => "attachments",
            Self::Checks => "checks",
            Self::Comments => "comments",
            Self::CustomFields => "custom_fields",
            Self::Dates => "dates",
            Self::History => "history",
            Self::Labels => "labels",
            Self::Links => "links",
            Self::Members => "members",
            Self::OldComments => "old_comments",
            Self::Other => "other",
            Self::Rules => "rules",
            Self::Stickers => "stickers",
            Self::Swimlanes => "swimlanes",
            Self::Times => "times",
            Self::TruncatedText => "truncated_text",
            Self::Votes => "votes",
        }
    }
}
