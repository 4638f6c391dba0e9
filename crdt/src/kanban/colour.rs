//! The colours of columns, labels and covers.

use serde::{Deserialize, Serialize};

/// A colour, or none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// No colour at all.
    #[default]
    #[serde(rename = "")]
    None,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Violet.
    Violet,
    /// Brown.
    Brown,
    /// Grey.
    Grey,
}

impl Colour {
    /// Every colour, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Red,
        Self::Orange,
        Self::Yellow,
        Self::Green,
        Self::Blue,
        Self::Violet,
        Self::Brown,
        Self::Grey,
    ];

    /// The word in documents; empty for no colour.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Brown => "brown",
            Self::Grey => "grey",
        }
    }

    /// The colour of a word; an unknown word is no colour.
    pub(super) fn of(word: &str) -> Self {
        let mut colours = Self::ALL.into_iter();
        colours
            .find(|colour| colour.as_str() == word)
            .unwrap_or_default()
    }
}
