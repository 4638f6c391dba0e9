//! What one person answers.

use serde::{Deserialize, Serialize};

/// What one person answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The state they chose, counted from 0.
    pub state: u32,
    /// What they add; may be empty.
    pub word: String,
}
