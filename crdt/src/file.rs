//! What a document is written as for people and for other tools.

use automerge::Automerge;

use crate::cover::Cover;
use crate::media_type;
use crate::root::Unreadable;

/// Writes a document as the bytes of a file. An error when the document is not what its writer expects.
pub type Write = fn(&Automerge, &Cover) -> Result<Vec<u8>, Unreadable>;

/// A file that documents of a kind can be written as.
#[derive(Debug)]
pub struct File {
    /// What its name ends with, without the dot.
    pub extension: &'static str,
    /// What HTTP says it is.
    pub media_type: &'static str,
    /// Makes its bytes.
    pub write: Write,
}

impl File {
    /// The automerge document itself, with all of its history: every kind has it.
    pub const AUTOMERGE: Self = Self {
        extension: "automerge",
        media_type: "application/octet-stream",
        write: |document, _| Ok(document.save()),
    };

    /// Markdown.
    pub const fn markdown(write: Write) -> Self {
        Self::of("md", "text/markdown; charset=utf-8", write)
    }

    /// Plain text.
    pub const fn text(write: Write) -> Self {
        Self::of("txt", "text/plain; charset=utf-8", write)
    }

    /// A page that can be kept, mailed and printed.
    pub const fn html(write: Write) -> Self {
        Self::of("html", "text/html; charset=utf-8", write)
    }

    /// A table for spreadsheets.
    pub const fn csv(write: Write) -> Self {
        Self::of("csv", "text/csv; charset=utf-8", write)
    }

    /// Days for calendars.
    pub const fn calendar(write: Write) -> Self {
        Self::of("ics", "text/calendar; charset=utf-8", write)
    }

    /// A document of LibreOffice.
    pub const fn odt(write: Write) -> Self {
        Self::of("odt", media_type::ODT, write)
    }

    /// A document of Word.
    pub const fn docx(write: Write) -> Self {
        Self::of("docx", media_type::DOCX, write)
    }

    /// A document to be printed, or kept as it looks.
    pub const fn pdf(write: Write) -> Self {
        Self::of("pdf", media_type::PDF, write)
    }

    /// Data for programs.
    pub const fn json(write: Write) -> Self {
        Self::of("json", "application/json", write)
    }

    const fn of(extension: &'static str, media_type: &'static str, write: Write) -> Self {
        Self {
            extension,
            media_type,
            write,
        }
    }
}
