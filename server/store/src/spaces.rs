//! Workshops: making them, their title, their code and links.

use crate::{
    Language, ParticipantId, Role, RoomCode, Secret, SpaceId, SpaceKind, Store, StoreError,
};

/// What is needed to make a workshop.
#[derive(Debug, Clone)]
pub struct NewWorkshop {
    /// Its title.
    pub title: String,
    /// The language it speaks.
    pub language: Language,
    /// The name of the facilitator; may be left out and given later.
    pub name: Option<String>,
    /// The browser's session, when it has one already.
    pub session: Option<Secret>,
}

/// A workshop that was just made. Its secrets are shown here once and stored only as hashes.
#[derive(Debug, Clone)]
pub struct Workshop {
    /// The space.
    pub space: SpaceId,
    /// The code of the room; the door is open.
    pub code: RoomCode,
    /// One link per role.
    pub links: Links,
    /// Who the facilitator is.
    pub participant: ParticipantId,
    /// The session to put in the cookie: the one given, or a fresh one.
    pub session: Secret,
}

/// One secret per role.
#[derive(Debug, Clone)]
pub struct Links {
    /// Opens as facilitator.
    pub facilitator: Secret,
    /// Opens as participant.
    pub participant: Secret,
    /// Opens as reader.
    pub reader: Secret,
}

/// A space as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Its identifier.
    pub id: SpaceId,
    /// What it is.
    pub kind: SpaceKind,
    /// Its title.
    pub title: String,
    /// The language it speaks.
    pub language: Language,
    /// The code of the room while the door is open.
    pub code: Option<RoomCode>,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: u64,
}

/// A space as one session sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MySpace {
    /// The space.
    pub space: Space,
    /// Who the session is there.
    pub participant: ParticipantId,
    /// What it may do there.
    pub role: Role,
    /// The name it bears there.
    pub name: String,
}

impl Store {
    /// Makes a workshop with its three links, an open door and its first facilitator.
    pub async fn create_workshop(&self, new: NewWorkshop) -> Result<Workshop, StoreError> {
        let _ = new;
        unimplemented!()
    }

    /// A space, if it exists.
    pub async fn space(&self, space: SpaceId) -> Result<Option<Space>, StoreError> {
        let _ = space;
        unimplemented!()
    }

    /// Gives a space another title.
    pub async fn rename_space(&self, space: SpaceId, title: String) -> Result<Space, StoreError> {
        let _ = (space, title);
        unimplemented!()
    }

    /// Opens the door with a new code; the old one stops working.
    pub async fn open_door(&self, space: SpaceId) -> Result<RoomCode, StoreError> {
        let _ = space;
        unimplemented!()
    }

    /// Closes the door: no code opens it. Works on a full disk.
    pub async fn close_door(&self, space: SpaceId) -> Result<(), StoreError> {
        let _ = space;
        unimplemented!()
    }

    /// Makes a new link for a role; the old one stops working.
    pub async fn rotate_link(&self, space: SpaceId, role: Role) -> Result<Secret, StoreError> {
        let _ = (space, role);
        unimplemented!()
    }

    /// Makes a link by which a person comes back on another device; their previous one stops working.
    pub async fn return_link(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Secret, StoreError> {
        let _ = (space, participant);
        unimplemented!()
    }
}
