//! The people of a space: names and structures live here, never in documents.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    ParticipantId, Role, SecretHash, Space, SpaceId, SpaceKind, Store, StoreError, clock,
    limits::{NAME_CHARS_MAX, PEOPLE_PER_SPACE_MAX, SPACES_PER_SESSION_MAX, STRUCTURE_CHARS_MAX},
    people::{links::Doors, spaces},
    rows::refuse_more_than,
    text::{Legible, filled_line, line},
};

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
    /// What becomes of the links and the code.
    pub doors: Doors,
}

impl Store {
    /// The people of a space in the order they came, removed ones left out.
    pub async fn people(&self, space: SpaceId) -> Result<Vec<Person>, StoreError> {
        self.read(move |connection| all(connection, space)).await
    }

    /// One person of a space.
    pub async fn person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Option<Person>, StoreError> {
        self.read(move |connection| find(connection, space, participant))
            .await
    }
}

const COLUMNS: &str = "id, name, structure, role";

pub(crate) fn find(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<Option<Person>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM participants WHERE id = ?1 AND space = ?2 AND NOT removed");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row((participant, space), read).optional()?)
}

pub(crate) fn insert(
    connection: &Connection,
    space: SpaceId,
    name: &str,
    structure: Option<&str>,
    role: Role,
) -> Result<ParticipantId, StoreError> {
    let id = ParticipantId::random();
    insert_as(connection, id, space, name, structure, role).map(|()| id)
}

/// The same under an identifier chosen before.
pub(crate) fn insert_as(
    connection: &Connection,
    id: ParticipantId,
    space: SpaceId,
    name: &str,
    structure: Option<&str>,
    role: Role,
) -> Result<(), StoreError> {
    let name = line("name", name, NAME_CHARS_MAX)?;
    let structure = tidy_structure(structure.unwrap_or_default())?;
    let sql = "INSERT INTO participants(id, space, name, structure, role, joined_ms, number)
               SELECT ?1, ?2, ?3, ?4, ?5, ?6, coalesce(max(number), 0) + 1
               FROM participants WHERE space = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((id, space, name, structure, role, clock::now_ms()))?;
    let counted = "SELECT count(*) FROM participants WHERE space = ?1 AND NOT removed";
    refuse_more_than(connection, PEOPLE_PER_SPACE_MAX, "people", counted, space)
}

/// Makes a session stand for a person; in that space it stands for nobody else any more.
pub(crate) fn bind(
    connection: &Connection,
    session: SecretHash,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO memberships(session, space, participant, number)
               SELECT ?1, ?2, ?3, coalesce(max(number), 0) + 1 FROM memberships WHERE session = ?1
               ON CONFLICT(session, space) DO UPDATE SET participant = excluded.participant";
    connection
        .prepare_cached(sql)?
        .execute((session, space, participant))?;
    let counted = "SELECT count(*) FROM memberships WHERE session = ?1";
    refuse_more_than(
        connection,
        SPACES_PER_SESSION_MAX,
        "spaces",
        counted,
        session,
    )
}

pub(crate) fn change(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
    change: PersonChange,
) -> Result<Person, StoreError> {
    let mut person = find(connection, space, participant)?.ok_or(StoreError::NotFound)?;
    if let Some(name) = &change.name {
        person.name = filled_line("name", name, NAME_CHARS_MAX)?;
    }
    if let Some(structure) = &change.structure {
        person.structure = tidy_structure(structure)?;
    }
    if let Some(role) = change.role.filter(|role| *role != person.role) {
        let space = spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
        spaces::has_role(&space, role)?;
        refuse_without_holder(connection, &space, &person)?;
        person.role = role;
    }
    let sql = "UPDATE participants SET name = ?2, structure = ?3, role = ?4 WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((person.id, &person.name, &person.structure, person.role))?;
    Ok(person)
}

fn all(connection: &Connection, space: SpaceId) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM participants WHERE space = ?1 AND NOT removed ORDER BY joined_ms, number"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let people = statement.query_map([space], read)?;
    Ok(people.collect::<Result<_, _>>()?)
}

/// Refuses what would leave a space to nobody.
pub(crate) fn refuse_without_holder(
    connection: &Connection,
    space: &Space,
    leaving: &Person,
) -> Result<(), StoreError> {
    let holder = space.kind.holder();
    if leaving.role != holder {
        return Ok(());
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM participants
               WHERE space = ?1 AND role = ?2 AND NOT removed AND id <> ?3)";
    let others = (space.id, holder, leaving.id);
    let is_other: bool = connection.query_row(sql, others, |row| row.get(0))?;
    is_other.then_some(()).ok_or(match space.kind {
        SpaceKind::Workshop => StoreError::LastFacilitator,
        SpaceKind::Structure => StoreError::LastMember,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get(0)?,
        name: row.get::<_, Legible>(1)?.0,
        structure: row.get::<_, Option<Legible>>(2)?.map(|text| text.0),
        role: row.get(3)?,
    })
}

fn tidy_structure(structure: &str) -> Result<Option<String>, StoreError> {
    let structure = line("structure", structure, STRUCTURE_CHARS_MAX)?;
    Ok((!structure.is_empty()).then_some(structure))
}
