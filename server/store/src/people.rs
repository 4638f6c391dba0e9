//! The people of a space: names and structures live here, never in documents.

use crate::{ParticipantId, Role, SpaceId, Store, StoreError};

/// Someone in a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: ParticipantId,
    /// The name they bear; empty for a facilitator who has not given one.
    pub name: String,
    /// The structure they come from.
    pub structure: Option<String>,
    /// What they may do.
    pub role: Role,
}

/// What changes about a person; `None` leaves as it is.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// Another name.
    pub name: Option<String>,
    /// Another structure; an empty text takes it away.
    pub structure: Option<String>,
    /// Another role.
    pub role: Option<Role>,
}

impl Store {
    /// The people of a space in the order they came, removed ones left out.
    pub async fn people(&self, space: SpaceId) -> Result<Vec<Person>, StoreError> {
        let _ = space;
        unimplemented!()
    }

    /// One person of a space.
    pub async fn person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Option<Person>, StoreError> {
        let _ = (space, participant);
        unimplemented!()
    }

    /// Changes a person. The last facilitator keeps the role.
    pub async fn change_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        change: PersonChange,
    ) -> Result<Person, StoreError> {
        let _ = (space, participant, change);
        unimplemented!()
    }

    /// Removes a person: name erased, every device of theirs out, return link dead. Works on a full disk.
    pub async fn remove_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<(), StoreError> {
        let _ = (space, participant);
        unimplemented!()
    }
}
