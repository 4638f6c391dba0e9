//! An action plan: columns of cards that people move, and what they decided to do.
//!
//! The root is `{kind: "kanban", version: 1, columns, cards, labels}`. People write in the three maps, offline
//! too; only the server writes the root. Whatever they merge, a card is in exactly one place.

mod colour;
mod create;
pub mod files;
pub mod foreign;
mod kind;
pub mod limits;
mod read;
mod shape;
mod template;
mod write;

pub use colour::Colour;
pub use create::create;
pub use kind::KANBAN;
pub use read::{check, read};
pub use shape::{Attachment, Card, Check, Column, Comment, Kanban, Label};
pub use template::Template;
pub use write::{
    Arrivals, TooMuch, WriteError, bring_in, empty_trash, finish, forget_file, postpone,
};

/// The word in the root's `kind`.
pub const KIND: &str = "kanban";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;

const COLUMNS: &str = "columns";
const CARDS: &str = "cards";
const LABELS: &str = "labels";

/// The plan as its readers see it, as indented JSON with a line feed at the end: the form of golden documents.
pub fn json(kanban: &Kanban) -> String {
    let text = serde_json::to_string_pretty(kanban).expect("a plan holds only text and numbers");
    text + "\n"
}
