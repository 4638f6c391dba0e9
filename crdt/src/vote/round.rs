//! A round of the vote: its rules, and what came of it once it is revealed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Where a round is in its life; it never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoundState {
    /// It is being prepared.
    Draft,
    /// Ballots are taken.
    Open,
    /// No more ballots are taken.
    Closed,
    /// The results are known.
    Revealed,
}

impl RoundState {
    const ALL: [Self; 4] = [Self::Draft, Self::Open, Self::Closed, Self::Revealed];

    /// The word in documents and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Revealed => "revealed",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// How a round is held. Fixed once it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Dots per person.
    pub dots: u32,
    /// Most dots of one person on one brick; 0 when there is no such limit.
    pub cap: u32,
    /// Whether nothing is shown before the reveal.
    pub secret: bool,
    /// Whether the link between person and ballot is destroyed at the reveal.
    pub anonymous: bool,
    /// Whether one may vote for one's own proposal.
    pub own: bool,
    /// Whether only ballots that use all dots count.
    pub all: bool,
    /// How long it stays open; 0 when nobody set a limit.
    pub seconds: u32,
}

/// What came of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Results {
    /// People whose ballot was counted.
    pub voters: u32,
    /// Their dots per brick.
    pub dots: BTreeMap<String, u32>,
    /// People without a device, whose dots the facilitator entered.
    pub entered_voters: u32,
    /// Those dots per brick.
    pub entered: BTreeMap<String, u32>,
}

impl Results {
    /// All dots of a brick.
    pub fn total(&self, brick: &str) -> u32 {
        let of = |dots: &BTreeMap<String, u32>| dots.get(brick).copied().unwrap_or(0);
        of(&self.dots).saturating_add(of(&self.entered))
    }
}

/// A round as everybody may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Round {
    /// Its key in the document.
    pub id: String,
    /// 1, 2, …
    pub number: u32,
    /// Where it is in its life.
    pub state: RoundState,
    /// How it is held.
    pub rules: Rules,
    /// The bricks one may vote for.
    pub choices: Vec<String>,
    /// The round whose ties it settles; empty when it is no run-off.
    pub run_off_of: String,
    /// When it closes by itself, in milliseconds since 1970; 0 when it does not.
    pub closes_at: u64,
    /// What came of it; nothing before the reveal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<Results>,
}
