//! Texts of other tools: files of Word, LibreOffice, Etherpad, web pages, Markdown and plain text, read as pads of ours.
//!
//! Each tool has more than a pad has. What cannot come is counted, so that it can be said before anything does.

mod docx;
mod draft;
mod etherpad;
mod html;
mod letters;
mod limits;
mod losses;
mod markdown;
mod odt;
mod opened;
mod pictures;
mod piece;
mod plain;
mod table;
mod xml;

use automerge::{ActorId, Automerge};
use thiserror::Error;

pub use etherpad::Past;
pub use limits::{BLOCKS_MAX, CHARS_MAX};
pub use losses::{Loss, Losses};

use super::block::{Block, BlockKind, Image};
use super::create::create_of;
use super::volume::signature;
use crate::language::Language;
use draft::Draft;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, of HedgeDoc and others.
    Markdown,
    /// A web page.
    Html,
    /// A document of Word.
    Docx,
    /// A document of LibreOffice.
    Odt,
    /// A pad of Etherpad, with its past.
    Etherpad,
}

/// A text found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What the file is.
    pub format: Format,
    /// What the text says it is called; none when it does not say.
    pub title: Option<String>,
    /// What would come, at least one block.
    pub blocks: Vec<Block>,
    /// What would not.
    pub losses: Losses,
    /// The pictures of the blocks that are images, in their order, as they are in the file: of anybody, and not decoded.
    pub pictures: Vec<Vec<u8>>,
    /// Who wrote it, as far as the file says.
    pub authors: Vec<String>,
    /// How it was written, when the file says so.
    pub past: Option<Past>,
}

/// Why there is no text in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotUnderstood {
    /// There is nothing in it.
    #[error("reading a text: it is empty")]
    Empty,
    /// It was cut, or changed by hand.
    #[error("reading a text: the file is broken")]
    Broken,
    /// It is of no format that is known here.
    #[error("reading a text: the format is not known")]
    Strange,
    /// It is of an old Word, or nobody may read it without a password.
    #[error("reading a text: it is of an old Word, or locked")]
    OldOrLocked,
    /// It is a PDF: what was a paragraph is not written in it.
    #[error("reading a text: it is a PDF")]
    Pdf,
    /// It defines words of its own, by which a short file becomes a long one.
    #[error("reading a text: it defines entities")]
    Entities,
    /// Unpacked it is longer than any text.
    #[error("reading a text: it is too long once it is unpacked")]
    Bomb,
    /// There is more text in it than a pad takes at once.
    #[error("reading a text: there is more in it than a pad takes")]
    TooMuch,
}

impl Format {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Etherpad => "etherpad",
        }
    }

    /// What a file is, by its first bytes, else by its name.
    fn of(name: &str, bytes: &[u8]) -> Result<Self, NotUnderstood> {
        let extension = name.rsplit_once('.').map_or("", |(_, end)| end);
        let extension = extension.to_ascii_lowercase();
        if bytes.starts_with(b"PK\x03\x04") {
            return opened::format(bytes);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(NotUnderstood::OldOrLocked);
        }
        if bytes.starts_with(b"%PDF") {
            return Err(NotUnderstood::Pdf);
        }
        match extension.as_str() {
            "txt" | "text" | "" => Ok(Self::Text),
            "md" | "markdown" => Ok(Self::Markdown),
            "html" | "htm" | "xhtml" => Ok(Self::Html),
            "etherpad" => Ok(Self::Etherpad),
            "docx" | "odt" => Err(NotUnderstood::Broken),
            _ => Err(NotUnderstood::Strange),
        }
    }
}

/// Reads a file of another tool. `name` is what the file is called; only what it ends with matters.
///
/// # Errors
/// When there is no text in it, or more than a pad takes.
pub fn understand(name: &str, bytes: &[u8]) -> Result<Found, NotUnderstood> {
    if bytes.is_empty() {
        return Err(NotUnderstood::Empty);
    }
    let format = Format::of(name, bytes)?;
    let mut draft = Draft::default();
    let (mut authors, mut past) = (Vec::new(), None);
    match format {
        Format::Etherpad => (authors, past) = etherpad::read(bytes, &mut draft)?,
        Format::Docx => docx::read(bytes, &mut draft)?,
        Format::Odt => odt::read(bytes, &mut draft)?,
        Format::Text => plain::read(&letters::decoded(bytes)?, &mut draft)?,
        Format::Markdown => markdown::read(&letters::decoded(bytes)?, &mut draft)?,
        Format::Html => html::read(&letters::decoded_page(bytes)?, &mut draft)?,
    }
    Ok(Found {
        authors,
        past,
        ..draft.found(format)?
    })
}

impl Found {
    /// The new pad that it makes, with its past where there is one.
    pub fn create(&self, actor: ActorId) -> Automerge {
        match &self.past {
            Some(past) => past.played(actor, &self.blocks),
            None => create_of(actor, &self.blocks),
        }
    }

    /// Says what became of each picture: which image it is, without a description, or none when it cannot come.
    ///
    /// # Errors
    /// When nothing is left.
    pub fn place(&mut self, images: Vec<Option<Image>>) -> Result<(), NotUnderstood> {
        self.pictures.clear();
        let kept = pictures::keep(&mut self.blocks, &mut self.losses, images);
        let blocks = self.blocks.iter_mut();
        let shown = blocks.filter_map(|block| match &mut block.kind {
            BlockKind::Image(image) => Some(image),
            _ => None,
        });
        for (image, kept) in shown.zip(kept) {
            let alt = std::mem::take(&mut image.alt);
            *image = Image { alt, ..kept };
        }
        (!self.blocks.is_empty())
            .then_some(())
            .ok_or(NotUnderstood::Empty)
    }

    /// Says above the text who wrote it, if the file does.
    pub fn sign(&mut self, language: Language) {
        let signature = signature(language, &self.authors);
        self.blocks.splice(0..0, signature);
    }
}
