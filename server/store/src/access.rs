//! Who may do what: from a session to a role, in a space or for a document.

use crate::{DocumentId, ParticipantId, Role, SecretHash, SpaceId, Store, StoreError};

/// A person as known in one space through one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The space.
    pub space: SpaceId,
    /// Who it is there.
    pub participant: ParticipantId,
    /// What they may do there.
    pub role: Role,
}

/// What a session may do with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentAccess {
    /// The document.
    pub document: DocumentId,
    /// Its space, and who the session is there.
    pub member: Member,
    /// Whether it was put away.
    pub archived: bool,
}

impl Store {
    /// Who this session is in a space; nothing when it does not belong there or the person was removed.
    pub async fn member(
        &self,
        session: SecretHash,
        space: SpaceId,
    ) -> Result<Option<Member>, StoreError> {
        let _ = (session, space);
        unimplemented!()
    }

    /// Who this session is for a document; nothing alike for unknown and forbidden documents.
    pub async fn access(
        &self,
        session: SecretHash,
        document: DocumentId,
    ) -> Result<Option<DocumentAccess>, StoreError> {
        let _ = (session, document);
        unimplemented!()
    }
}
