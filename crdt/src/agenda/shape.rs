//! What an agenda is made of. The web app's `contract.ts` says the same.

use serde::{Deserialize, Serialize};

/// An agenda as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// In their order.
    pub days: Vec<Day>,
    /// Steps for which no day has been found yet, in their order.
    pub waiting: Vec<Step>,
}

/// A day, or a half-day: what is done in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it is, `YYYY-MM-DD`; empty while nobody knows.
    pub date: String,
    /// When its first step begins, in minutes since midnight where the workshop is.
    pub start: u32,
    /// Where it stands: by rank, then by id.
    pub rank: String,
    /// In their order.
    pub steps: Vec<Step>,
}

/// A step of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// What is done in it.
    pub kind: StepKind,
    /// Where it stands in its day: by rank, then by id.
    pub rank: String,
    /// When it begins whatever comes before it, in minutes since midnight.
    pub fixed: Option<u32>,
    /// Whether it is kept free for what the group chooses.
    pub free: bool,
    /// The id of the document it opens; empty for none.
    pub document: String,
    /// The address it opens, such as that of a video room; empty for none, and for what may not be followed.
    pub link: String,
    /// The content brick it is about, by its id in the vote; empty for none.
    pub brick: String,
    /// What facilitators note for themselves.
    pub notes: String,
}

/// What is done in a step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// People arrive.
    Welcome,
    /// Everybody speaks in turn, or votes.
    Round,
    /// Somebody explains.
    Input,
    /// People do it themselves.
    #[default]
    Practice,
    /// Nothing is done.
    Break,
    /// What was done is written down.
    Documentation,
    /// The day ends.
    Closing,
}

impl StepKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Welcome,
        Self::Round,
        Self::Input,
        Self::Practice,
        Self::Break,
        Self::Documentation,
        Self::Closing,
    ];

    /// The word in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Round => "round",
            Self::Input => "input",
            Self::Practice => "practice",
            Self::Break => "break",
            Self::Documentation => "documentation",
            Self::Closing => "closing",
        }
    }

    /// The kind of a word; practice for a word that names none.
    pub(super) fn of(word: &str) -> Self {
        let mut kinds = Self::ALL.into_iter();
        kinds.find(|kind| kind.as_str() == word).unwrap_or_default()
    }
}
