//! A content brick: something the group may choose to spend time on.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kind::UnknownKind;

/// What a brick is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Organising the structure.
    Organise,
    /// Showing what the structure does.
    Show,
    /// Theory across all.
    Theory,
}

impl Category {
    /// Every category, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Organise, Self::Show, Self::Theory];

    /// The word in documents and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Organise => "organise",
            Self::Show => "show",
            Self::Theory => "theory",
        }
    }
}

impl FromStr for Category {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|category| category.as_str() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A brick as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Brick {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is about; may be empty.
    pub about: String,
    /// How long it takes.
    pub minutes: u32,
    /// What it is good for.
    pub category: Category,
    /// Whether it is part of the day whatever the vote says.
    pub always: bool,
    /// The participant who proposed it; empty when it came with the template or from a facilitator.
    pub proposed_by: String,
    /// Where it stands among the others: they are ordered by rank, then by id.
    pub rank: String,
    /// The brick it was grouped into, as a duplicate; empty when it stands alone.
    pub into: String,
    /// The pad that was opened for it; empty when there is none.
    pub pad: String,
}
