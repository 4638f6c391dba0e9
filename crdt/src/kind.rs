//! The kinds of documents there are, and what every kind can do.

use std::fmt;
use std::str::FromStr;

use automerge::{ActorId, Automerge};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::kanban;
use crate::language::Language;
use crate::pad;
use crate::root::{self, Unreadable};
use crate::vote;

/// What a document is for. The name is the same in URLs, in SQL, on the wire and in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A text written together.
    Pad,
    /// A dot vote about content bricks.
    Vote,
    /// An action plan: cards in columns.
    Kanban,
}

/// A word that names no kind of document.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("there is no document kind called {0:?}")]
pub struct UnknownKind(pub String);

impl DocumentKind {
    /// Every kind, in the order they are offered to people.
    pub const ALL: [Self; 3] = [Self::Pad, Self::Vote, Self::Kanban];

    /// The word written in the document's root and everywhere else.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pad => pad::KIND,
            Self::Vote => vote::KIND,
            Self::Kanban => kanban::KIND,
        }
    }

    /// A new document of this kind, with its root structure. `actor` is the server's: only the
    /// server creates documents.
    pub fn create(self, actor: ActorId) -> Automerge {
        match self {
            Self::Pad => pad::create(actor),
            Self::Vote => vote::create(actor, &[]),
            Self::Kanban => kanban::create(actor, kanban::Template::Plan, Language::French),
        }
    }

    /// Whether people write in it themselves; if not, the server alone does, and is asked for each change.
    pub fn is_written_by_people(self) -> bool {
        match self {
            Self::Pad | Self::Kanban => true,
            Self::Vote => false,
        }
    }

    /// Whether the document can be read as this kind.
    pub fn check(self, document: &Automerge) -> Result<(), Unreadable> {
        match self {
            Self::Pad => pad::check(document),
            Self::Vote => vote::check(document),
            Self::Kanban => kanban::check(document),
        }
    }

    /// The kind a document says it is.
    pub fn of(document: &Automerge) -> Result<Self, Unreadable> {
        let word = root::kind(document)?;
        word.parse()
            .map_err(|UnknownKind(word)| Unreadable::Kind(word))
    }
}

impl FromStr for DocumentKind {
    type Err = UnknownKind;

    fn from_str(word: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| UnknownKind(word.to_owned()))
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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
            let document = kind.create(ActorId::from([7; 16]));
            assert_eq!(DocumentKind::of(&document), Ok(kind));
            assert_eq!(kind.check(&document), Ok(()));
        }
    }

    #[test]
    fn an_empty_document_is_no_document() {
        assert!(DocumentKind::of(&Automerge::new()).is_err());
    }
}
