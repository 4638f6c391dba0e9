//! The kinds of documents there are: the only list of them. What each of them is stands in its own folder, in `kind.rs`.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::str::FromStr;

use automerge::transaction::Transaction;
use automerge::{ActorId, Automerge, AutomergeError};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::file::File;
use crate::language::Language;
use crate::root::{self, Unreadable};
use crate::{agenda, kanban, pad, round, vote, wall};

/// What a document is for: a row of what every kind can do.
#[derive(Debug)]
pub struct Kind {
    /// Its name in URLs, in SQL, on the wire and in the document: lower-case letters and hyphens.
    pub word: &'static str,
    /// Who writes in it.
    pub written_by: Writer,
    /// What it can begin with, at least one; the first when nobody says.
    pub templates: &'static [Template],
    /// Where it names participants of its space.
    pub participants: &'static [Naming],
    /// Keys that the server alone writes, in whatever map of a document in which people write: what it answers for.
    pub kept_keys: &'static [&'static str],
    /// Whether a document can be read as this kind.
    pub check: fn(&Automerge) -> Result<(), Unreadable>,
    /// Gives a document what those made before lack in their root, and says whether it lacked something. The server does so
    /// when it opens one in which people write.
    pub complete: Option<Complete>,
    /// What it can be written as. No two have the same extension.
    pub files: &'static [File],
    /// Its text as HTML, escaped, to be read before any script runs; none for what is only for taking part in.
    pub first_view: Option<FirstView>,
}

/// Adds what is missing in a document's root; says whether anything was.
pub type Complete = fn(&mut Transaction<'_>) -> Result<bool, AutomergeError>;

/// Writes the text of a document as HTML. An error when the document is not what its kind expects.
pub type FirstView = fn(&Automerge) -> Result<String, Unreadable>;

/// Who writes in a document once the server has made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// Everybody who may, offline too.
    People,
    /// The server alone: people ask it for each change.
    Server,
}

/// Where participants are named, in whatever map of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As the text of this field; empty for nobody.
    Text(&'static str),
    /// As the keys of the map in this field.
    Keys(&'static str),
}

/// What a new document begins with.
#[derive(Debug)]
pub struct Template {
    /// Its name on the wire. Templates of different kinds that do the same share a name.
    pub word: &'static str,
    /// Makes the document. The same actor and language always make the same bytes.
    pub create: fn(ActorId, Language) -> Automerge,
}

/// One of the kinds; it reads as its row.
#[derive(Debug, Clone, Copy)]
pub struct DocumentKind(&'static Kind);

/// A word that names no kind of document.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("there is no document kind called {0:?}")]
pub struct UnknownKind(pub String);

impl DocumentKind {
    /// Every kind, in the order they are offered to people.
    pub const ALL: [Self; 6] = [
        pad::PAD,
        vote::VOTE,
        kanban::KANBAN,
        agenda::AGENDA,
        round::ROUND,
        wall::WALL,
    ];

    /// Its row, for as long as the program runs.
    pub fn row(self) -> &'static Kind {
        self.0
    }

    /// The kind of a row that is in the list.
    pub(crate) const fn of_row(row: &'static Kind) -> Self {
        Self(row)
    }

    /// The word written in the document's root and everywhere else.
    pub fn as_str(self) -> &'static str {
        self.word
    }

    /// A new document, begun with the template of that name; with the first one when this kind has none such.
    /// `actor` is the server's: only the server creates documents.
    pub fn create(self, template: Option<&str>, actor: ActorId, language: Language) -> Automerge {
        let named = |each: &&Template| Some(each.word) == template;
        let template = self.templates.iter().find(named);
        (template.unwrap_or(&self.templates[0]).create)(actor, language)
    }

    /// What it is written as under an extension; none when documents of this kind have no such file.
    pub fn file(self, extension: &str) -> Option<&'static File> {
        let mut files = self.0.files.iter();
        files.find(|file| file.extension == extension)
    }

    /// Whether the document can be read as this kind.
    ///
    /// # Errors
    /// When it is something else, of another version, or without one of its parts.
    pub fn check(self, document: &Automerge) -> Result<(), Unreadable> {
        (self.0.check)(document)
    }

    /// The kind a document says it is.
    ///
    /// # Errors
    /// When it does not say, or says a kind that is not in the list.
    pub fn of(document: &Automerge) -> Result<Self, Unreadable> {
        let word = root::kind(document)?;
        word.parse()
            .map_err(|UnknownKind(word)| Unreadable::Kind(word))
    }
}

impl Deref for DocumentKind {
    type Target = Kind;

    fn deref(&self) -> &Kind {
        self.0
    }
}

impl FromStr for DocumentKind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        let mut kinds = Self::ALL.into_iter();
        kinds
            .find(|kind| kind.word == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word)
    }
}

impl PartialEq for DocumentKind {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for DocumentKind {}

impl Hash for DocumentKind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.word.hash(state);
    }
}

impl Serialize for DocumentKind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word)
    }
}

impl<'de> Deserialize<'de> for DocumentKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = String::deserialize(from)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_word() {
        for kind in DocumentKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert!("spreadsheet".parse::<DocumentKind>().is_err());
    }

    #[test]
    fn a_created_document_says_what_it_is_and_is_readable() {
        for kind in DocumentKind::ALL {
            let document = kind.create(None, ActorId::from([7; 16]), Language::French);
            assert_eq!(DocumentKind::of(&document), Ok(kind));
            assert_eq!(kind.check(&document), Ok(()));
        }
    }

    #[test]
    fn an_empty_document_is_no_document() {
        assert!(DocumentKind::of(&Automerge::new()).is_err());
    }
}
