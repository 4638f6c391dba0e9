//! What people are told of a wall besides the changes of its document.

use serde::Serialize;

/// By their `type`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum News {
    /// How many notes there are, how many of them wait for a facilitator, and of how many their author has said what became of
    /// them: never whose, nor what.
    Notes {
        notes: u32,
        waiting: u32,
        fulfilled: u32,
    },
    /// Something became of a note of the one who is told, perhaps by another device of theirs.
    Own,
}
