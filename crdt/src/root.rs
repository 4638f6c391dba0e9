//! The root of every document: `{kind, version, …}`, written once by the server and by nobody else.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ExpandedChange, ROOT};
use thiserror::Error;

use crate::field::{integer, word};
use crate::open::TEXT_ENCODING;

/// Key of the word that says what the document is.
pub const KIND_KEY: &str = "kind";
/// Key of the version of the document's shape.
pub const VERSION_KEY: &str = "version";

/// Why a document cannot be read as what it should be.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Unreadable {
    /// The root has no `kind`, or one that is not a word.
    #[error("reading a document: it does not say what kind it is")]
    NoKind,
    /// The document is of another kind, or of one this server does not know.
    #[error("reading a document: its kind is {0:?}")]
    Kind(String),
    /// The shape is of another version: it needs a newer server, or it was damaged.
    #[error("reading a document: its shape has version {0}, which this server does not know")]
    Version(i64),
    /// A part of the root is missing or of the wrong type.
    #[error("reading a document: its {0:?} is missing")]
    Missing(&'static str),
    /// The document counts positions in another unit: it was not opened by [`crate::open::open`].
    #[error("reading a document: its text positions are not UTF-16")]
    Encoding,
    /// Automerge refused or panicked.
    #[error("reading a document: {0}")]
    Automerge(String),
}

/// The word in `kind`. Both a plain string and a text object are read.
pub fn kind(document: &Automerge) -> Result<String, Unreadable> {
    word(document, &ROOT, KIND_KEY).ok_or(Unreadable::NoKind)
}

/// Checks kind, version and text encoding.
pub(crate) fn expect(document: &Automerge, word: &str, version: i64) -> Result<(), Unreadable> {
    if document.text_encoding() != TEXT_ENCODING {
        return Err(Unreadable::Encoding);
    }
    let found = kind(document)?;
    if found != word {
        return Err(Unreadable::Kind(found));
    }
    match integer(document, &ROOT, VERSION_KEY) {
        Some(found) if found == version => Ok(()),
        Some(found) => Err(Unreadable::Version(found)),
        None => Err(Unreadable::Missing(VERSION_KEY)),
    }
}

/// A new document of a kind, with what `write` puts into its root. The same actor always makes the same bytes: no clock is
/// read.
pub(crate) fn created(
    actor: ActorId,
    (word, version): (&str, i64),
    write: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Automerge {
    let mut document = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(actor);
    let mut root = document.transaction();
    root.put(ROOT, KIND_KEY, word)
        .and_then(|()| root.put(ROOT, VERSION_KEY, version))
        .and_then(|()| write(&mut root))
        .expect("a new document accepts its root");
    root.commit_with(CommitOptions::default().with_time(0));
    document
}

/// Whether a change writes to the root. Only the server's first change does: two people who create
/// the same key make two objects, and one of them is lost from view.
pub fn is_written_by(change: &ExpandedChange) -> bool {
    let root = automerge::legacy::ObjectId::Root;
    change.operations.iter().any(|op| op.obj == root)
}
