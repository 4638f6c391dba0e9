//! A round: the same question to everybody, answered with one tap and perhaps a word. It may be asked again later, to see
//! what has changed.
//!
//! The root is `{kind: "round", version: 1, question, askings}`, and only the server writes any of it. Answers are never in
//! the document: what came of them is, once it is revealed, without who gave which.

mod create;
mod csv;
mod kind;
pub mod limits;
mod markdown;
mod read;
mod shape;
mod template;
mod words;
mod write;

pub use create::create;
pub use csv::csv;
pub use kind::ROUND;
pub use markdown::markdown;
pub use read::{check, read};
pub use shape::{Asking, AskingState, Outcome, Picture, Question, Round, State};
pub use template::Template;
pub use write::{WriteError, change_question, publish_asking, remove_asking};

/// The word in the root's `kind`.
pub const KIND: &str = "round";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;

const QUESTION: &str = "question";
const ASKINGS: &str = "askings";

/// The round as indented JSON, with a line feed at the end.
pub fn json(round: &Round) -> String {
    let text = serde_json::to_string_pretty(round).expect("a round holds only text and numbers");
    text + "\n"
}
