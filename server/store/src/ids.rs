//! The names of things: random identifiers and how they are written.

use std::{fmt, str::FromStr};

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that is not an identifier of the expected kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier of this kind")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $encode:expr, $decode:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A fresh one that nobody can guess.
            pub fn random() -> Self {
                $name(crate::secret::random_bytes())
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                let encode: fn(&[u8; 16]) -> String = $encode;
                to.write_str(&encode(&self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(to, concat!(stringify!($name), "({})"), self)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let decode: fn(&str) -> Option<Vec<u8>> = $decode;
                let short = (text.len() <= crate::limits::ID_TEXT_BYTES_MAX).then_some(text).ok_or(NotAnId)?;
                let bytes = decode(short).ok_or(NotAnId)?;
                Ok($name(bytes.try_into().map_err(|_| NotAnId)?))
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'a> Deserialize<'a> for $name {
            fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(de::Error::custom)
            }
        }
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
            }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                <[u8; 16]>::column_result(value).map($name)
            }
        }
    };
}

const PLAIN: fn(&[u8; 16]) -> String = |bytes| bs58::encode(bytes).into_string();
const FROM_PLAIN: fn(&str) -> Option<Vec<u8>> = |text| bs58::decode(text).into_vec().ok();
const HEX: fn(&[u8; 16]) -> String = |bytes| format!("{:032x}", u128::from_be_bytes(*bytes));
const FROM_HEX: fn(&str) -> Option<Vec<u8>> = |text| {
    let is_plain = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let number = u128::from_str_radix(text, 16).ok().filter(|_| is_plain)?;
    Some(number.to_be_bytes().to_vec())
};
const CHECKED: fn(&[u8; 16]) -> String = |bytes| bs58::encode(bytes).with_check().into_string();
const FROM_CHECKED: fn(&str) -> Option<Vec<u8>> =
    |text| bs58::decode(text).with_check(None).into_vec().ok();

id!(
    /// A space; written in base 58.
    SpaceId, PLAIN, FROM_PLAIN
);
id!(
    /// A person in one space; written in base 58.
    ParticipantId, PLAIN, FROM_PLAIN
);
id!(
    /// A document; written in base 58 with a checksum, as automerge-repo writes its `documentId`.
    DocumentId, CHECKED, FROM_CHECKED
);
id!(
    /// This data directory, for as long as it lives; written in base 58.
    StorageId, PLAIN, FROM_PLAIN
);
id!(
    /// A file beside a document; written in base 58.
    AttachmentId, PLAIN, FROM_PLAIN
);
id!(
    /// A star of a document; written in base 58.
    StarId, PLAIN, FROM_PLAIN
);
id!(
    /// A message; written in base 58.
    MessageId, PLAIN, FROM_PLAIN
);
id!(
    /// A token of a program; written in base 58. It is no secret.
    TokenId, PLAIN, FROM_PLAIN
);
id!(
    /// A round of a vote; written in base 58.
    RoundId, PLAIN, FROM_PLAIN
);
id!(
    /// One time the question of a round is asked; written in base 58.
    AskingId, PLAIN, FROM_PLAIN
);

id!(
    /// A note of a wall, named by whoever writes it; 32 digits in base 16.
    NoteId, HEX, FROM_HEX
);

/// The place of a row in its document: 1, 2, 3 and so on without holes, changes and snapshots alike.
pub type ChunkNumber = u64;
