//! The parts of a pad as people see them: blocks, runs of text and their marks.

use serde::{Deserialize, Serialize};

/// One part of the pad: a paragraph, a heading, an item…
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What the block is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// The text, cut where the marks change. No run is empty; an empty block has none.
    pub runs: Vec<Run>,
}

/// What a block is. Every number is within its limits, whatever the document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockKind {
    /// Plain text.
    Paragraph,
    /// A title within the pad.
    Heading {
        /// 1 (largest) to [`LEVEL_MAX`](super::LEVEL_MAX).
        level: u8,
    },
    /// An item with a bullet.
    BulletItem {
        /// 0 to [`INDENT_MAX`](super::INDENT_MAX).
        indent: u8,
    },
    /// An item with a number; the number follows from the items before it.
    NumberedItem {
        /// 0 to [`INDENT_MAX`](super::INDENT_MAX).
        indent: u8,
    },
    /// An item that can be ticked.
    CheckItem {
        /// 0 to [`INDENT_MAX`](super::INDENT_MAX).
        indent: u8,
        /// Whether it is ticked.
        checked: bool,
    },
    /// Somebody else's words.
    Quote,
    /// Words set apart from the rest.
    Callout {
        /// Why they are set apart.
        tone: Tone,
    },
    /// Letters that stand as they were typed; a line feed begins the next line.
    Code,
    /// A line across the page. What was typed into it by accident stands under it.
    Rule,
    /// A picture. The block's own text is its caption.
    Image(Image),
    /// Texts in rows and columns. The block's own text is the title of the table.
    Table {
        /// At least one row; all have the same number of cells, at least one. The first row heads the columns.
        rows: Vec<Vec<Cell>>,
    },
}

/// A picture that is kept beside the pad as a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Where the file is on this server; empty when the document says no such address.
    pub url: String,
    /// What it shows, for who does not see it, at most [`ALT_CHARS_MAX`](super::ALT_CHARS_MAX) characters; empty when it only
    /// decorates.
    pub alt: String,
    /// In pixels; 0 when nobody knows.
    pub width: u32,
    /// In pixels; 0 when nobody knows.
    pub height: u32,
    /// How much of the page it takes.
    pub size: Size,
}

/// How much of the width of a page something takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// A third.
    Small,
    /// Two thirds.
    Medium,
    /// All of it.
    #[default]
    Full,
}

/// The text where a row and a column meet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// As in a block. What several people wrote into an empty cell at once stands line under line.
    pub runs: Vec<Run>,
}

/// Why a callout is set apart from the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Good to know.
    #[default]
    Note,
    /// What helps.
    Tip,
    /// What may go wrong.
    Warning,
}

/// Text with the same marks all along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// At least one character. A line feed is a line break inside the block.
    pub text: String,
    /// What the text looks like.
    pub marks: Marks,
}

/// What a run of text looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// Bold.
    #[serde(skip_serializing_if = "is_off")]
    pub strong: bool,
    /// Italic.
    #[serde(skip_serializing_if = "is_off")]
    pub em: bool,
    /// Underlined.
    #[serde(skip_serializing_if = "is_off")]
    pub underline: bool,
    /// Struck through.
    #[serde(skip_serializing_if = "is_off")]
    pub strike: bool,
    /// The address the text leads to: `http:`, `https:` or `mailto:`, nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The numbers of the notes on passages that end with this text: see [`comments`](super::comments::noted).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<u32>,
}

impl Block {
    /// The text without its marks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Cell {
    /// The text without its marks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl BlockKind {
    /// The word in a block marker's `type`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading { .. } => "heading",
            Self::BulletItem { .. } => "bullet-item",
            Self::NumberedItem { .. } => "numbered-item",
            Self::CheckItem { .. } => "check-item",
            Self::Quote => "quote",
            Self::Callout { .. } => "callout",
            Self::Code => "code",
            Self::Rule => "rule",
            Self::Image(_) => "image",
            Self::Table { .. } => "table",
        }
    }

    /// The indent of an item; nothing when the block is no item.
    pub fn indent(&self) -> Option<u8> {
        match self {
            Self::BulletItem { indent }
            | Self::NumberedItem { indent }
            | Self::CheckItem { indent, .. } => Some(*indent),
            _ => None,
        }
    }
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 3] = [Self::Note, Self::Tip, Self::Warning];

    /// The word in the marker's `tone`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Warning => "warning",
        }
    }

    /// The tone of a word; a note when it is none.
    pub fn of(word: &str) -> Self {
        let mut tones = Self::ALL.into_iter();
        tones.find(|tone| tone.as_str() == word).unwrap_or_default()
    }
}

impl Size {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Full];

    /// The word in the marker's `size`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Full => "full",
        }
    }

    /// The size of a word; full when it is none.
    pub fn of(word: &str) -> Self {
        let mut sizes = Self::ALL.into_iter();
        sizes.find(|size| size.as_str() == word).unwrap_or_default()
    }

    /// How much of the width of a page it is.
    pub fn share(self) -> f32 {
        match self {
            Self::Small => 1.0 / 3.0,
            Self::Medium => 2.0 / 3.0,
            Self::Full => 1.0,
        }
    }
}

fn is_off(mark: &bool) -> bool {
    !mark
}
