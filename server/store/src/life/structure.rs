//! Making a structure: a space of its own with its first document, a link per role, and its first member.

use rusqlite::Connection;

use crate::{
    DocumentId, Language, NewDocument, ParticipantId, Role, Secret, SpaceId, SpaceKind, Store,
    StoreError,
    content::documents,
    disk::job::Necessity,
    people::{links, person, sessions, spaces},
};

/// What is needed to make a structure.
#[derive(Debug, Clone)]
pub struct NewStructure {
    /// Its title.
    pub title: String,
    /// The language it speaks.
    pub language: Language,
    /// The name of its first member; may be left out and given later.
    pub name: Option<String>,
    /// The browser's session, when it has one already.
    pub session: Option<Secret>,
    /// The workshop it comes from. It belongs to itself all the same.
    pub workshop: Option<SpaceId>,
    /// Its first document. The space it names is the one to be made.
    pub document: NewDocument,
}

/// A structure that was just made. Its secrets are shown here once and stored only as hashes.
#[derive(Debug, Clone)]
pub struct Structure {
    /// The space.
    pub space: SpaceId,
    /// Its first document.
    pub document: DocumentId,
    /// One link per role.
    pub links: StructureLinks,
    /// Who the first member is.
    pub participant: ParticipantId,
    /// The session to put in the cookie: the one given, or a fresh one.
    pub session: Secret,
}

/// One secret per role of a structure.
#[derive(Debug, Clone)]
pub struct StructureLinks {
    /// Opens as member.
    pub participant: Secret,
    /// Opens as reader.
    pub reader: Secret,
}

impl Store {
    /// Makes a structure with its two links, its first document and its first member. No code opens it.
    pub async fn create_structure(&self, new: NewStructure) -> Result<Structure, StoreError> {
        let (bytes, now_ms) = (new.document.bytes.len(), self.now_ms());
        self.write_weighing(bytes, Necessity::Ordinary, move |connection| {
            create(connection, new, now_ms)
        })
        .await
    }
}

fn create(
    connection: &Connection,
    new: NewStructure,
    now_ms: u64,
) -> Result<Structure, StoreError> {
    let space = new.document.space;
    insert(connection, space, &new.title, new.language, now_ms)?;
    come_from(connection, space, new.workshop)?;
    let document = documents::create(connection, new.document)?.id;
    let (participant, session) = first_member(connection, space, new.name, new.session, now_ms)?;
    Ok(Structure {
        space,
        document,
        links: links_of(connection, space)?,
        participant,
        session,
    })
}

/// The space alone.
pub(crate) fn insert(
    connection: &Connection,
    space: SpaceId,
    title: &str,
    language: Language,
    now_ms: u64,
) -> Result<(), StoreError> {
    let kind = SpaceKind::Structure;
    spaces::insert(connection, space, kind, title, language, now_ms)
}

/// Makes it part of the workshop it comes from, if it comes from one.
fn come_from(
    connection: &Connection,
    space: SpaceId,
    workshop: Option<SpaceId>,
) -> Result<(), StoreError> {
    let Some(workshop) = workshop else {
        return Ok(());
    };
    let origin = spaces::find(connection, workshop)?.ok_or(StoreError::NotFound)?;
    if origin.kind != SpaceKind::Workshop {
        return Err(StoreError::NotFound);
    }
    let sql = "UPDATE spaces SET workshop = ?2, number =
               (SELECT coalesce(max(o.number), 0) + 1 FROM spaces o WHERE o.workshop = ?2)
               WHERE id = ?1";
    connection.execute(sql, (space, workshop))?;
    Ok(())
}

/// Its first member, on the device that made it.
pub(crate) fn first_member(
    connection: &Connection,
    space: SpaceId,
    name: Option<String>,
    session: Option<Secret>,
    now_ms: u64,
) -> Result<(ParticipantId, Secret), StoreError> {
    let name = name.unwrap_or_default();
    let member = person::insert(connection, space, &name, None, Role::Participant)?;
    let session = sessions::go_on(connection, session, now_ms)?;
    person::bind(connection, session.hash(), space, member)?;
    Ok((member, session))
}

/// Fresh links.
pub(crate) fn links_of(
    connection: &Connection,
    space: SpaceId,
) -> Result<StructureLinks, StoreError> {
    Ok(StructureLinks {
        participant: links::rotate(connection, space, Role::Participant)?,
        reader: links::rotate(connection, space, Role::Reader)?,
    })
}
