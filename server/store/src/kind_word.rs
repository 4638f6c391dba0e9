//! What a document is, to the store: a word it keeps and does not understand, as it keeps the document's bytes.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

use crate::limits::KIND_WORD_BYTES_MAX;

/// A word of lower-case letters, digits and hyphens. Which kinds there are is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KindWord(String);

/// A text that cannot be the word of a kind.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "{0:?} is no word for a kind of document: lower-case letters, digits and hyphens, at most {KIND_WORD_BYTES_MAX}"
)]
pub struct NoKindWord(String);

impl KindWord {
    /// A word of ours.
    ///
    /// # Panics
    /// When it is none: it is written in our own code.
    pub fn from_static(word: &'static str) -> Self {
        word.parse().expect("the words of our kinds are words")
    }

    /// The word as it is stored and sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KindWord {
    type Err = NoKindWord;

    fn from_str(text: &str) -> Result<Self, NoKindWord> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for KindWord {
    type Error = NoKindWord;

    fn try_from(text: String) -> Result<Self, NoKindWord> {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if (1..=KIND_WORD_BYTES_MAX).contains(&text.len()) && text.bytes().all(is_plain) {
            Ok(Self(text))
        } else {
            Err(NoKindWord(text.chars().take(KIND_WORD_BYTES_MAX).collect()))
        }
    }
}

impl From<KindWord> for String {
    fn from(word: KindWord) -> Self {
        word.0
    }
}

impl fmt::Display for KindWord {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl PartialEq<&str> for KindWord {
    fn eq(&self, word: &&str) -> bool {
        self.0 == *word
    }
}

impl ToSql for KindWord {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.as_str()))
    }
}

/// What stands for a word that is none any more. Of a kind nobody knows, like that of a newer server.
const UNREADABLE: &str = "damaged";

impl FromSql for KindWord {
    /// A damaged word is no reason not to list what stands beside it.
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = String::from_utf8_lossy(value.as_bytes()?);
        Ok(word
            .parse()
            .unwrap_or_else(|_| KindWord(UNREADABLE.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_short_and_plain() {
        let longest = "k".repeat(KIND_WORD_BYTES_MAX);
        for word in ["pad", "date-poll", "x2", &longest] {
            assert_eq!(word.parse::<KindWord>().expect(word).as_str(), word);
        }
        let too_long = longest + "k";
        for text in ["", "Pad", "a pad", "../pad", "été", "pad\n", &too_long] {
            assert!(text.parse::<KindWord>().is_err(), "{text:?}");
        }
    }
}
