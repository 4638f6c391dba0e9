//! Browsers: one session holds a person in each of several spaces.

use crate::{MySpace, SecretHash, Store, StoreError};

impl Store {
    /// Whether the session exists; notes that it was seen, at most once an hour.
    pub async fn greet_session(&self, session: SecretHash) -> Result<bool, StoreError> {
        let _ = session;
        unimplemented!()
    }

    /// The spaces this session belongs to, latest first.
    pub async fn my_spaces(&self, session: SecretHash) -> Result<Vec<MySpace>, StoreError> {
        let _ = session;
        unimplemented!()
    }

    /// Forgets this session; the people it held stay. Works on a full disk.
    pub async fn revoke_session(&self, session: SecretHash) -> Result<(), StoreError> {
        let _ = session;
        unimplemented!()
    }

    /// Forgets sessions not seen since a moment, in milliseconds since 1970; answers how many.
    pub async fn forget_sessions(&self, unseen_since_ms: u64) -> Result<u64, StoreError> {
        let _ = unseen_since_ms;
        unimplemented!()
    }
}
