//! The documents of a space: what they are called and whether they are put away, not what is in them.

use crate::{DocumentId, DocumentKind, SpaceId, Store, StoreError};

/// A document as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identifier.
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Whether it was put away; this can be undone.
    pub archived: bool,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: u64,
    /// When it was last written in, in milliseconds since 1970; `None` when nobody did since it was made.
    pub updated_ms: Option<u64>,
}

/// A document to be made, with the changes of its root structure: there is never a document without content.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its identifier, from [`DocumentId::random`].
    pub id: DocumentId,
    /// The space it belongs to.
    pub space: SpaceId,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// The first changes, as stored by [`Store::append`].
    pub bytes: Vec<u8>,
    /// The heads after them.
    pub heads: Vec<[u8; 32]>,
}

/// What changes about a document; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct DocumentChange {
    /// Another title.
    pub title: Option<String>,
    /// Put away, or taken out again.
    pub archived: Option<bool>,
}

impl Store {
    /// Makes a document and stores its first changes in the same transaction.
    pub async fn create_document(&self, new: NewDocument) -> Result<Document, StoreError> {
        let _ = new;
        unimplemented!()
    }

    /// The documents of a space in the order they were made, archived ones included.
    pub async fn documents(&self, space: SpaceId) -> Result<Vec<Document>, StoreError> {
        let _ = space;
        unimplemented!()
    }

    /// One document.
    pub async fn document(&self, document: DocumentId) -> Result<Option<Document>, StoreError> {
        let _ = document;
        unimplemented!()
    }

    /// Renames a document, puts it away or takes it out again.
    pub async fn change_document(
        &self,
        document: DocumentId,
        change: DocumentChange,
    ) -> Result<Document, StoreError> {
        let _ = (document, change);
        unimplemented!()
    }

    /// Every document there is, in the order they were made.
    pub async fn document_ids(&self) -> Result<Vec<DocumentId>, StoreError> {
        unimplemented!()
    }
}
