//! The closed sets of words that are stored and spoken: roles, kinds, languages, where things are in their lives.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$each])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// The word as stored and as sent.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }
            /// The value a word stands for, if it is one of ours.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
            /// The value that was stored, also when one letter of its word was damaged since.
            pub(crate) fn nearly(found: &[u8]) -> Option<Self> {
                let mut all = [$($name::$variant),+].into_iter();
                all.find(|each| is_nearly(each.as_str(), found))
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(self.as_str())
            }
        }
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.as_str()))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Self::nearly(value.as_bytes()?).ok_or(FromSqlError::InvalidType)
            }
        }
    };
}

/// Whether this is a word, or was before one letter of it was damaged: no two words of a set are that close.
fn is_nearly(word: &str, found: &[u8]) -> bool {
    let pairs = word.bytes().zip(found);
    word.len() == found.len() && pairs.filter(|(letter, found)| letter != *found).count() <= 1
}

words! {
    /// What a person may do in a space; the later one may do all the earlier ones may.
    Role {
        /// Reads documents.
        Reader = "reader",
        /// Reads and writes documents.
        Participant = "participant",
        /// Also invites, renames, removes.
        Facilitator = "facilitator",
    }
}

words! {
    /// What a program may do at most with a token of a person.
    Scope {
        /// Reads documents.
        Read = "read",
        /// Reads and writes documents.
        Write = "write",
    }
}

impl Role {
    /// Whether it writes in a document: one that is locked is written in by those who facilitate alone.
    pub fn writes_in(self, locked: bool) -> bool {
        self >= if locked {
            Self::Facilitator
        } else {
            Self::Participant
        }
    }
}

impl Scope {
    /// The most a program may be. Nobody facilitates by a program.
    pub fn role_max(self) -> Role {
        match self {
            Self::Read => Role::Reader,
            Self::Write => Role::Participant,
        }
    }
}

words! {
    /// Where a wall that takes notes is in its life; it never goes back.
    WallStage {
        /// Each person sees their own notes alone.
        Hidden = "hidden",
        /// Notes are shown as they come.
        Shown = "shown",
        /// Everybody says whether what they expected was met.
        Closing = "closing",
        /// It is done.
        Ended = "ended",
    }
}

words! {
    /// Who sees a note of a wall.
    NoteState {
        /// Its author alone, until all are revealed.
        Held = "held",
        /// Its author and those who facilitate, who are to accept it.
        Waiting = "waiting",
        /// Its author alone: it was not accepted, or taken off the wall.
        Refused = "refused",
        /// Everybody.
        Shown = "shown",
    }
}

words! {
    /// What somebody says of what they expected, at the end.
    Fulfilment {
        /// It was met.
        Met = "met",
        /// It was met in part.
        Partly = "partly",
        /// It was not.
        Unmet = "unmet",
    }
}

words! {
    /// What a space is.
    SpaceKind {
        /// The two days of a group.
        Workshop = "workshop",
        /// An association or cooperative that goes on by itself. Nobody facilitates it.
        Structure = "structure",
    }
}

impl SpaceKind {
    /// The role of those who hold such a space: they rename, invite, remove and delete. There is none above it.
    pub fn holder(self) -> Role {
        match self {
            Self::Workshop => Role::Facilitator,
            Self::Structure => Role::Participant,
        }
    }
}

words! {
    /// Why a space ends.
    Ending {
        /// Somebody who may asked for it.
        Asked = "asked",
        /// Nobody came for a long time.
        Silent = "silent",
    }
}

words! {
    /// The language a space speaks.
    Language {
        /// French.
        French = "fr",
        /// English.
        English = "en",
    }
}
