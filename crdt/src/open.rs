//! Opens a document from the chunks that are kept of it.

use automerge::{Automerge, LoadOptions, ReadDoc, TextEncoding};
use thiserror::Error;

use crate::panic::caught;

/// Positions in texts count UTF-16 code units, as they do in a browser.
pub const TEXT_ENCODING: TextEncoding = TextEncoding::Utf16CodeUnit;

/// Why a document could not be opened. An error is never an empty document: the caller keeps the
/// bytes and reports.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum OpenError {
    /// There is no byte at all.
    #[error("opening a document: there is nothing to open")]
    Nothing,
    /// A chunk cannot be parsed, its checksum is wrong, or it contradicts another one.
    #[error("opening a document: damaged chunk: {0}")]
    Damaged(String),
    /// Automerge panicked on the bytes.
    #[error("opening a document: automerge panicked: {0}")]
    Panicked(String),
    /// Changes that others build on are missing.
    #[error("opening a document: {missing} changes that others depend on are missing")]
    MissingChanges {
        /// How many of the missing changes are known by name.
        missing: usize,
    },
}

/// Opens the document made of all `chunks`, each one or more automerge chunks (whole documents or
/// changes), a snapshot before the changes that follow it. A change contained twice counts once.
pub fn open<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Result<Automerge, OpenError> {
    let bytes = chunks.into_iter().collect::<Vec<_>>().concat();
    if bytes.is_empty() {
        return Err(OpenError::Nothing);
    }
    let document = caught(|| load(&bytes)).map_err(OpenError::Panicked)??;
    match document.get_missing_deps(&[]).len() {
        0 => Ok(document),
        missing => Err(OpenError::MissingChanges { missing }),
    }
}

fn load(bytes: &[u8]) -> Result<Automerge, OpenError> {
    let options = LoadOptions::new().text_encoding(TEXT_ENCODING);
    Automerge::load_with_options(bytes, options).map_err(|error| match error {
        automerge::AutomergeError::MissingDeps => OpenError::MissingChanges { missing: 1 },
        other => OpenError::Damaged(other.to_string()),
    })
}
