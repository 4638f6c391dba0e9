//! Making a workshop: a space with a code, a link per role, and its first facilitator.

use rusqlite::Connection;

use crate::{
    JoinCode, Language, ParticipantId, Role, Secret, SpaceId, SpaceKind, Store, StoreError,
    people::{links, person, sessions, spaces},
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
    /// The code of the workshop.
    pub code: JoinCode,
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

impl Store {
    /// Makes a workshop with its three links, a code and its first facilitator.
    pub async fn create_workshop(&self, new: NewWorkshop) -> Result<Workshop, StoreError> {
        let now_ms = self.now_ms();
        self.write(move |connection| create(connection, new, now_ms))
            .await
    }
}

fn create(connection: &Connection, new: NewWorkshop, now_ms: u64) -> Result<Workshop, StoreError> {
    let space = SpaceId::random();
    spaces::insert(
        connection,
        space,
        SpaceKind::Workshop,
        &new.title,
        new.language,
        now_ms,
    )?;
    let code = spaces::rotate_code(connection, space)?;
    let links = Links {
        facilitator: links::rotate(connection, space, Role::Facilitator)?,
        participant: links::rotate(connection, space, Role::Participant)?,
        reader: links::rotate(connection, space, Role::Reader)?,
    };
    let name = new.name.as_deref().unwrap_or_default();
    let participant = person::insert(connection, space, name, None, Role::Facilitator)?;
    let session = sessions::go_on(connection, new.session, now_ms)?;
    person::bind(connection, session.hash(), space, participant)?;
    Ok(Workshop {
        space,
        code,
        links,
        participant,
        session,
    })
}
