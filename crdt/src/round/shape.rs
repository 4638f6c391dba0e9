//! What a round is made of, as its readers see it.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::kind::{DocumentKind, UnknownKind};

macro_rules! pictures {
    ($($name:ident $word:literal),+ $(,)?) => {
        /// What is drawn beside the word of a state.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[allow(missing_docs)] // each is what it is called
        pub enum Picture {
            $(#[serde(rename = $word)] $name,)+
        }

        impl Picture {
            /// Every picture, in the order they are offered.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The word in documents and on the wire.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

pictures! {
    Sun "sun", CloudSun "cloud-sun", Cloud "cloud", Rain "rain", Storm "storm",
    Laugh "laugh", Smile "smile", Meh "meh", Frown "frown", Cross "cross",
    Five "five", Four "four", Three "three", Two "two", One "one",
    Circle "circle", Square "square", Triangle "triangle", Diamond "diamond", Star "star",
}

impl FromStr for Picture {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        let mut all = Self::ALL.iter().copied();
        all.find(|picture| picture.as_str() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

/// One of the answers there are to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// What is drawn.
    pub picture: Picture,
    /// What it is called.
    pub label: String,
}

/// What is asked, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked; empty when the title says it.
    pub text: String,
    /// The answers to choose from: 3 to 5, the best first.
    pub states: Vec<State>,
    /// Whether nobody learns who answered what.
    pub anonymous: bool,
    /// Whether one may add a word.
    pub words: bool,
}

/// Where an asking is in its life; it never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AskingState {
    /// Answers are taken.
    Open,
    /// What came of it is known.
    Revealed,
}

impl AskingState {
    /// The word in documents and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Revealed => "revealed",
        }
    }
}

/// What came of an asking.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How often each state was chosen, in the order of the states.
    pub counts: Vec<u32>,
    /// What people added, in the order of its letters: nothing says who wrote it, when, or beside which state.
    pub words: Vec<String>,
}

impl Outcome {
    /// How many people answered.
    pub fn answers(&self) -> u32 {
        let add = |sum: u32, count: &u32| sum.saturating_add(*count);
        self.counts.iter().fold(0, add)
    }
}

/// One time the question was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Its key in the document.
    pub id: String,
    /// 1, 2, …
    pub number: u32,
    /// What it is called, such as `Matin`; may be empty.
    pub name: String,
    /// What was asked that time.
    pub question: Question,
    /// Where it is in its life.
    pub state: AskingState,
    /// What came of it; nothing before the reveal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// A round as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Always `"round"`.
    pub kind: DocumentKind,
    /// Version of the shape, as in the document.
    pub version: i64,
    /// What is asked next time.
    pub question: Question,
    /// The askings, the first one first.
    pub askings: Vec<Asking>,
}
