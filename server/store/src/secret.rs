//! Secrets that open spaces: 128 random bits, given out once and kept only as their hash.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use sha2::{Digest, Sha256};

use crate::limits::SECRET_TEXT_BYTES_MAX;

/// The secret of a link or of a session. It is never printed, never logged, and but for calendars never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 16]);

/// What is kept of a secret. Safe to hold in memory and to compare.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SecretHash(pub(crate) [u8; 32]);

impl Secret {
    /// A fresh secret from the operating system's random source.
    pub fn random() -> Self {
        Secret(random_bytes())
    }

    /// How it is written in a link or cookie: base 58.
    pub fn reveal(&self) -> String {
        bs58::encode(self.0).into_string()
    }

    /// Reads what [`Secret::reveal`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let text = (text.len() <= SECRET_TEXT_BYTES_MAX).then_some(text)?;
        let bytes = bs58::decode(text).into_vec().ok()?;
        bytes.try_into().ok().map(Secret)
    }

    /// What the store knows it by. High entropy needs no slow hash.
    pub fn hash(&self) -> SecretHash {
        SecretHash(Sha256::digest(self.0).into())
    }
}

impl SecretHash {
    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret(..)")
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("SecretHash(..)")
    }
}

impl ToSql for SecretHash {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

impl FromSql for SecretHash {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(SecretHash)
    }
}

/// Bytes nobody can guess, from the operating system's random source.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system has a random source");
    bytes
}

/// A key for something inside a document, written in base 58: as random as the keys browsers make.
pub fn random_key() -> String {
    bs58::encode(random_bytes::<16>()).into_string()
}
