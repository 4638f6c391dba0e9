//! What is kept of the answers of an asking: sums and words, and who answered what where that is not anonymous.

use serde::{Deserialize, Serialize};

use super::Answer;
use crate::ParticipantId;

/// What came of an asking.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// How often each state was chosen, in the order of the states.
    pub counts: Vec<u32>,
    /// What people added, in the order of its letters: nothing says who wrote it, when, or beside which state.
    pub words: Vec<String>,
    /// Who answered what, in the order of their identifiers; `None` for an anonymous asking.
    pub named: Option<Vec<(ParticipantId, Answer)>>,
}

impl Outcome {
    /// How many people answered.
    pub fn answers(&self) -> u32 {
        self.counts.iter().sum()
    }
}
