//! What people are told of a vote besides the changes of its document.

use serde::Serialize;
use store::RoundId;

/// By their `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum News<'a> {
    /// How a round stands: counts only.
    Round {
        round: RoundId,
        state: &'a str,
        voted: u32,
        done: u32,
    },
    /// A ballot of the one who is told was taken, perhaps from another device of theirs.
    Ballot { round: RoundId },
}
