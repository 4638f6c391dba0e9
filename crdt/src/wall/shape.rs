//! What a wall is made of, as its readers see it.

use serde::{Deserialize, Serialize};

use crate::kind::DocumentKind;

/// Where a wall is in its life; it never goes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WallState {
    /// Nobody writes yet: what holds for its notes is still to be announced.
    #[default]
    Preparing,
    /// Each person writes, and sees their own notes alone.
    Hidden,
    /// Notes are shown as they come.
    Shown,
    /// Everybody says whether what they expected was met.
    Closing,
    /// It is done: nothing tells any more whose a note without a name was.
    Ended,
}

impl WallState {
    /// Every state, in its order.
    pub const ALL: [Self; 5] = [
        Self::Preparing,
        Self::Hidden,
        Self::Shown,
        Self::Closing,
        Self::Ended,
    ];

    /// The word in documents and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Hidden => "hidden",
            Self::Shown => "shown",
            Self::Closing => "closing",
            Self::Ended => "ended",
        }
    }

    /// The state of a word; the first one of any other.
    pub fn of(word: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.as_str() == word).unwrap_or_default()
    }
}

/// What holds for every note of a wall, announced before the first one is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Whether notes are shown with the name of who wrote them.
    pub named: bool,
    /// Whether each person sees their own notes alone until all are revealed.
    pub hidden: bool,
    /// Whether a facilitator looks at each note before everybody sees it.
    pub moderated: bool,
}

/// What people said of their expectations at the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Notes whose author says that it was met.
    pub met: u32,
    /// Notes of which it was met in part.
    pub partly: u32,
    /// Notes of which it was not.
    pub unmet: u32,
}

/// A heading that notes stand under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its place among the columns.
    pub rank: String,
}

/// Notes that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its key in the document.
    pub id: String,
    /// What it is called; may be empty.
    pub title: String,
    /// The column it stands in.
    pub column: String,
    /// Its place among the notes and groups of the column.
    pub rank: String,
    /// The address of the vote in which it is a brick; empty for none.
    pub brick: String,
}

/// A note that everybody sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its key in the document.
    pub id: String,
    /// What is on it.
    pub text: String,
    /// Who wrote it; empty on a wall without names.
    pub by: String,
    /// The column it stands in: that of its group, when it has one.
    pub column: String,
    /// The group it is in; empty when it stands alone.
    pub group: String,
    /// Its place in the group, or among the notes and groups of the column.
    pub rank: String,
    /// The address of the vote in which it is a brick; empty for none.
    pub brick: String,
}

/// A wall as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wall {
    /// Always `"wall"`.
    pub kind: DocumentKind,
    /// Version of the shape, as in the document.
    pub version: i64,
    /// Where it is in its life.
    pub state: WallState,
    /// What holds for its notes.
    pub rules: Rules,
    /// At least one, in their order.
    pub columns: Vec<Column>,
    /// Those with a note in them, in the order of columns and ranks.
    pub groups: Vec<Group>,
    /// Every note that everybody sees, each in one place.
    pub notes: Vec<Note>,
    /// What people said of their expectations; nothing when it was not asked, or too few answered for it to stay unknown who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}
