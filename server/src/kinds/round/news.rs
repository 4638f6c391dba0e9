//! What people are told of a round besides the changes of its document.

use serde::Serialize;
use store::AskingId;

/// By their `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum News {
    /// How many have answered: never who, nor what.
    Asking { asking: AskingId, answered: u32 },
    /// An answer of the one who is told was taken, perhaps from another device of theirs.
    Answer { asking: AskingId },
    /// Somebody else speaks, or has spoken.
    Speakers,
}
