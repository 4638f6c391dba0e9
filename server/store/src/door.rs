//! The way in: looking through a link or code, and joining.

use crate::{ParticipantId, Role, RoomCode, Secret, SecretHash, Space, Store, StoreError};

/// What opens a space.
#[derive(Debug, Clone)]
pub enum Way {
    /// A link of a role, or someone's own return link.
    Link(SecretHash),
    /// The code of the room: opens as participant while the door is open.
    Code(RoomCode),
}

/// What one sees before joining.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The space behind it.
    pub space: Space,
    /// The role one would have: never less than the device already has there.
    pub role: Role,
    /// The structures people have named so far, in alphabetical order.
    pub structures: Vec<String>,
    /// Who one would be, when this device or link is known.
    pub known: Option<Known>,
}

/// Someone who has been here before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub participant: ParticipantId,
    /// Their name.
    pub name: String,
    /// Their structure.
    pub structure: Option<String>,
}

/// What is needed to join.
#[derive(Debug, Clone)]
pub struct Join {
    /// What opens the space.
    pub way: Way,
    /// The name to bear; may be left out only by someone known who has one.
    pub name: Option<String>,
    /// The structure one comes from; left out, a known one is kept.
    pub structure: Option<String>,
    /// The browser's session, when it has one already.
    pub session: Option<Secret>,
}

/// Someone who is in.
#[derive(Debug, Clone)]
pub struct Joined {
    /// The space.
    pub space: Space,
    /// Who they are there.
    pub participant: ParticipantId,
    /// What they may do there.
    pub role: Role,
    /// The session to put in the cookie: the one given, or a fresh one.
    pub session: Secret,
    /// Whether the person did not exist before.
    pub is_new: bool,
}

impl Store {
    /// Looks before joining. A wrong, rotated or closed way is `None`.
    pub async fn door(
        &self,
        way: Way,
        session: Option<SecretHash>,
    ) -> Result<Option<Door>, StoreError> {
        let _ = (way, session);
        unimplemented!()
    }

    /// Joins. A device already in that space keeps its person, and the stronger of its role and the link's;
    /// a return link makes the device that person. A wrong, rotated or closed way is `NotFound`.
    pub async fn join(&self, join: Join) -> Result<Joined, StoreError> {
        let _ = join;
        unimplemented!()
    }
}
