//! What is said about passages of a pad: comments and their replies, in the map `comments` of the root.
//!
//! The passage of a comment is what the mark `comment:` and its key lies over: what others write before, inside and after moves
//! it along. When nothing of the passage is left, the words it was about stay in `quote`.

mod limits;
mod noted;
mod passage;
mod printed;
mod read;
mod words;
mod write;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use limits::{COMMENT_CHARS_MAX, COMMENTS_MAX, QUOTE_CHARS_MAX, REPLIES_MAX};
pub use noted::{Note, Noted, Said, noted};
pub(super) use printed::with_notes;
pub use printed::{annotated, printed};
pub use read::comments;
pub(super) use words::{push_markdown, section};
pub(super) use write::add_comments;

/// Key of the comments in the root.
pub const COMMENTS_KEY: &str = "comments";

/// What somebody said about a passage, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// Its key in the map.
    pub id: String,
    /// The passage as it was when the comment was made; empty when nobody said.
    pub quote: String,
    /// What was said.
    #[serde(flatten)]
    pub words: Words,
    /// When it was settled, in milliseconds since 1970; 0 while it is open.
    pub resolved: u64,
    /// Who settled it: a participant.
    pub resolved_by: String,
    /// What was answered, the oldest first.
    pub replies: Vec<Words>,
    /// Where the passage is in the body, in UTF-16 units; none when nothing of it is left.
    #[serde(skip)]
    pub passage: Option<Range<usize>>,
}

/// What one person said once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The key of a reply; the comment's own.
    #[serde(skip)]
    pub id: String,
    /// The actor that wrote it, in hexadecimal: whose that is, only the server knows for sure.
    #[serde(skip)]
    pub actor: String,
    /// The participant it says to be of.
    pub by: String,
    /// When, in milliseconds since 1970, by the clock of who wrote it.
    pub at: u64,
    /// When it was last written otherwise; 0 for never.
    pub edited: u64,
    /// When it was taken back; 0 while it stands. Then it has no text.
    pub deleted: u64,
    /// Plain text, line feeds as typed.
    pub text: String,
}
