//! Values that no row of ours ever had: what is left of a torn page may have the right types by chance.

use rusqlite::types::Value;

use crate::{Ending, Fulfilment, Language, NoteState, Role, Scope, SpaceKind, WallStage};

/// Whether the value could have been written in that column.
pub(super) fn may_stand(table: &str, column: &str, value: &Value) -> bool {
    match value {
        Value::Integer(number) => *number >= 0,
        Value::Text(text) => is_word_of(table, column, text.as_bytes()),
        Value::Blob(bytes) => has_length(column, bytes.len()),
        _ => true,
    }
}

/// Columns that name something are called after it in every table.
fn has_length(column: &str, bytes: usize) -> bool {
    match column {
        "id" | "document" | "space" | "participant" | "round" | "asking" | "workshop" => {
            bytes == 16
        }
        "token_hash" | "document_hash" | "session" | "sha256" | "voter" | "person" | "device"
        | "key" => bytes == 32,
        _ => true,
    }
}

/// Texts of other columns may be anything.
fn is_word_of(table: &str, column: &str, text: &[u8]) -> bool {
    match (table, column) {
        ("participants" | "links", "role") => Role::nearly(text).is_some(),
        ("speakers", "turn") => matches!(text, b"speaks" | b"spoken"),
        ("walls", "state") => WallStage::nearly(text).is_some(),
        ("wall_notes", "state") => NoteState::nearly(text).is_some(),
        ("wall_notes", "fulfilment") => Fulfilment::nearly(text).is_some(),
        ("tokens", "scope") => Scope::nearly(text).is_some(),
        ("spaces", "kind") => SpaceKind::nearly(text).is_some(),
        ("spaces", "language") => Language::nearly(text).is_some(),
        ("spaces", "ends") => Ending::nearly(text).is_some(),
        _ => true,
    }
}
