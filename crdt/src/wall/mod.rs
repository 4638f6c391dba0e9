//! A wall: notes that people write under columns, put together into groups.
//!
//! The root is `{kind: "wall", version: 1, state, named, hidden, moderated, columns, groups, notes}`. The server alone writes
//! the root and puts notes there, once everybody may see them; people put them in their places, and write columns and groups.

mod create;
mod files;
mod kind;
pub mod limits;
mod place;
mod read;
mod shape;
mod template;
mod write;

pub use create::create;
pub use files::{csv, html_page, markdown};
pub use kind::WALL;
pub use read::{check, read};
pub use shape::{Column, Group, Note, Outcome, Rules, Wall, WallState};
pub use template::Template;
pub use write::{ShownNote, WriteError, publish, show_notes, take_note_out};

/// The word in the root's `kind`.
pub const KIND: &str = "wall";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;

const COLUMNS: &str = "columns";
const GROUPS: &str = "groups";
const NOTES: &str = "notes";

/// The wall as indented JSON, with a line feed at the end.
pub fn json(wall: &Wall) -> String {
    let text = serde_json::to_string_pretty(wall).expect("a wall is plain data");
    text + "\n"
}
