//! A dot vote: the bricks a group may choose, the rounds in which it chooses, and what came of them.
//!
//! The root is `{kind: "vote", version: 1, settings, bricks, rounds}`. Only the server writes it; people
//! ask the server. Ballots are never in it: a document remembers everything, a ballot box must not.

mod brick;
mod create;
mod csv;
mod kind;
pub mod limits;
mod markdown;
mod ranking;
mod read;
mod round;
mod template;
mod words;
mod write;

pub use brick::{Brick, Category};
pub use create::create;
pub use csv::csv;
pub use kind::VOTE;
pub use limits::{ABOUT_CHARS_MAX, BRICKS_MAX, MINUTES_MAX};
pub use markdown::markdown;
pub use ranking::{Ranked, ranking};
pub use read::{Vote, check, read};
pub use round::{Results, Round, RoundState, Rules};
pub use template::template;
pub use write::{
    BrickChange, NewBrick, Place, SettingsChange, WriteError, add_brick, change_brick,
    change_settings, publish_round, remove_brick, remove_round,
};

use serde::{Deserialize, Serialize};

/// The word in the root's `kind`.
pub const KIND: &str = "vote";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;

const SETTINGS: &str = "settings";
const BRICKS: &str = "bricks";
const ROUNDS: &str = "rounds";

/// What holds for the whole vote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Whether participants may propose bricks.
    pub proposals: bool,
    /// Minutes that are free for bricks; 0 when nobody said.
    pub free_minutes: u32,
}

/// The vote as indented JSON, with a line feed at the end.
pub fn json(vote: &Vote) -> String {
    let text = serde_json::to_string_pretty(vote).expect("a vote holds only text and numbers");
    text + "\n"
}
