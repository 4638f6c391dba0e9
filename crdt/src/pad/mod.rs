//! A pad: a text written together, made of flat blocks.
//!
//! The root is `{kind: "pad", version: 1, body: Text, comments: {…}}`. Each block of the body is one block marker
//! followed by its text; blocks do not nest, so no merge can break the shape.

mod block;
pub mod comments;
mod create;
mod docx;
pub mod foreign;
mod html;
mod image;
mod inline;
mod json;
mod kept;
mod kind;
mod limits;
mod link;
mod markdown;
mod marks;
mod number;
mod odt;
mod outline;
mod pdf;
mod plain;
mod read;
mod table;
mod version;
mod volume;
mod volume_file;

pub use block::{Block, BlockKind, Cell, Image, Marks, Run, Size, Tone};
pub use create::{create, create_of, create_with};
pub use docx::docx;
pub use html::fragment::html_fragment;
pub use html::page::html_page;
pub use image::{IMAGE_FOLDER, is_image_address};
pub use json::{Pad, json};
pub use kind::PAD;
pub use limits::{ALT_CHARS_MAX, CELLS_MAX, INDENT_MAX, LEVEL_MAX, LINK_BYTES_MAX};
pub use markdown::{markdown, markdown_with_notes};
pub use odt::odt;
pub use pdf::pdf;
pub use plain::plain_text;
pub use read::{check, read};
pub use version::{Apart, PadVersion, Removed, version};
pub use volume::{Chapter, Volume};
pub use volume_file::VolumeFile;

/// The word in the root's `kind`.
pub const KIND: &str = "pad";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;
/// Key of the text in the root.
pub const BODY_KEY: &str = "body";
