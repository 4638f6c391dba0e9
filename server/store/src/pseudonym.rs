//! What people are called where nobody is to know who they are: a keyed hash of their identifier, which leads back to nobody
//! once its key is gone.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use sha2::Sha256;

use crate::{ParticipantId, secret::random_bytes};

/// The key by which people get their pseudonyms. Never printed, never outside of this crate.
pub(crate) struct PseudonymKey([u8; 32]);

impl PseudonymKey {
    /// A fresh one that nobody can guess.
    pub(crate) fn random() -> Self {
        Self(random_bytes())
    }

    /// What a person is called by this key.
    pub(crate) fn person(&self, participant: ParticipantId) -> [u8; 32] {
        self.pseudonym(&participant.0)
    }

    /// What something is called by this key.
    pub(crate) fn pseudonym(&self, of: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of any length will do");
        mac.update(of);
        mac.finalize().into_bytes().into()
    }
}

impl ToSql for PseudonymKey {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

impl FromSql for PseudonymKey {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Self)
    }
}
