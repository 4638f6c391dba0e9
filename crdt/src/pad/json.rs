//! A pad as JSON: the blocks as they are read, for programs.

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::comments::Comment;
use super::{PAD, VERSION};
use crate::kind::DocumentKind;

/// A pad as programs see it. The same JSON stands beside each golden document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pad {
    /// Always `"pad"`.
    pub kind: DocumentKind,
    /// Version of the shape, as in the document.
    pub version: i64,
    /// The blocks, at least one.
    pub blocks: Vec<Block>,
    /// What is said about it, in the order of the numbers in `notes`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
}

impl Pad {
    /// The pad made of these blocks and comments.
    pub fn new(blocks: Vec<Block>, comments: Vec<Comment>) -> Self {
        Self {
            kind: PAD,
            version: VERSION,
            blocks,
            comments,
        }
    }
}

/// The pad as indented JSON, with a line feed at the end.
pub fn json(blocks: &[Block], comments: &[Comment]) -> String {
    let pad = Pad::new(blocks.to_vec(), comments.to_vec());
    let text = serde_json::to_string_pretty(&pad).expect("blocks hold only text and numbers");
    text + "\n"
}
