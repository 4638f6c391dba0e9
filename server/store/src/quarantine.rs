//! What was refused or found damaged, kept aside for someone to look at.

use crate::{DocumentId, Store, StoreError};

impl Store {
    /// Keeps bytes aside. `why` is one of our own words, never something people wrote.
    pub async fn quarantine(
        &self,
        document: DocumentId,
        why: &'static str,
        bytes: Vec<u8>,
    ) -> Result<(), StoreError> {
        let _ = (document, why, bytes);
        unimplemented!()
    }

    /// How many things are kept aside, over all documents.
    pub async fn quarantined(&self) -> Result<u64, StoreError> {
        unimplemented!()
    }
}
