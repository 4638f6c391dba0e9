//! The way in: looking through a link or code, and joining.

use rusqlite::Connection;

use crate::{
    ParticipantId, Person, PersonChange, Role, Secret, SecretHash, Space, SpaceId, Store,
    StoreError,
    limits::{NAME_CHARS_MAX, STRUCTURES_SHOWN_MAX},
    people::{
        access,
        bars::{self, Bar},
        links::{self, Opened, Way},
        person, sessions, spaces,
    },
    text::{Legible, filled_line},
};

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
    /// Looks before joining. A wrong, rotated or closed way is `None`; one into a space that its host closed is `Closed`.
    pub async fn door(
        &self,
        way: Way,
        session: Option<SecretHash>,
    ) -> Result<Option<Door>, StoreError> {
        self.read(move |connection| look(connection, &way, session))
            .await
    }

    /// Joins. A device already in that space keeps its person, and the stronger of its role and the link's;
    /// a return link makes the device that person. A wrong, rotated or closed way is `NotFound`; one into a space that its
    /// host closed is `Closed`.
    pub async fn join(&self, join: Join) -> Result<Joined, StoreError> {
        let now_ms = self.now_ms();
        self.write(move |connection| enter(connection, join, now_ms))
            .await
    }
}

fn look(
    connection: &Connection,
    way: &Way,
    session: Option<SecretHash>,
) -> Result<Option<Door>, StoreError> {
    let Some(opened) = links::open(connection, way)? else {
        return Ok(None);
    };
    let Some(space) = spaces::find(connection, opened.space)? else {
        return Ok(None);
    };
    refuse_closed(&space)?;
    let opened = barred(connection, opened, session)?;
    let person = recognise(connection, &opened, session)?;
    let role = person
        .as_ref()
        .map_or(opened.role, |person| person.role.max(opened.role));
    let structures = structures(connection, opened.space)?;
    let known = person.map(|person| Known {
        participant: person.id,
        name: person.name,
        structure: person.structure,
    });
    Ok(Some(Door {
        space,
        role,
        structures,
        known,
    }))
}

fn enter(connection: &Connection, join: Join, now_ms: u64) -> Result<Joined, StoreError> {
    let opened = links::open(connection, &join.way)?.ok_or(StoreError::NotFound)?;
    let space = spaces::find(connection, opened.space)?.ok_or(StoreError::NotFound)?;
    refuse_closed(&space)?;
    let own = join.session.as_ref().map(Secret::hash);
    let opened = barred(connection, opened, own)?;
    let known = recognise(connection, &opened, own)?;
    let is_new = known.is_none();
    let person = match known {
        Some(known) => welcome_back(connection, &space, known, opened.role, &join)?,
        None => welcome(connection, &space, opened.role, &join)?,
    };
    let session = sessions::go_on(connection, join.session, now_ms)?;
    person::bind(connection, session.hash(), space.id, person.id)?;
    if opened.returning.is_some() {
        bars::lift_from(connection, space.id, session.hash())?;
    }
    Ok(Joined {
        space,
        participant: person.id,
        role: person.role,
        session,
        is_new,
    })
}

fn refuse_closed(space: &Space) -> Result<(), StoreError> {
    space.closed_ms.map_or(Ok(()), |_| Err(StoreError::Closed))
}

/// What is opened to a device that lost something there. A link made for one person is not barred: it gives their role.
///
/// # Errors
/// When the device was put out.
fn barred(
    connection: &Connection,
    opened: Opened,
    session: Option<SecretHash>,
) -> Result<Opened, StoreError> {
    let Some(session) = session.filter(|_| opened.returning.is_none()) else {
        return Ok(opened);
    };
    match bars::of(connection, opened.space, session)? {
        None => Ok(opened),
        Some(Bar::Out) => Err(StoreError::Barred),
        Some(Bar::AtMost(role)) => Ok(Opened {
            role: opened.role.min(role),
            ..opened
        }),
    }
}

/// Whom the return link or else the device stands for.
fn recognise(
    connection: &Connection,
    opened: &Opened,
    session: Option<SecretHash>,
) -> Result<Option<Person>, StoreError> {
    if let Some(returning) = opened.returning {
        return person::find(connection, opened.space, returning);
    }
    let Some(session) = session else {
        return Ok(None);
    };
    match access::member(connection, session, opened.space)? {
        Some(member) => person::find(connection, opened.space, member.participant),
        None => Ok(None),
    }
}

fn welcome(
    connection: &Connection,
    space: &Space,
    role: Role,
    join: &Join,
) -> Result<Person, StoreError> {
    let name = join.name.as_deref().unwrap_or_default();
    let name = filled_line("name", name, NAME_CHARS_MAX)?;
    let id = person::insert(connection, space.id, &name, join.structure.as_deref(), role)?;
    person::find(connection, space.id, id)?.ok_or(StoreError::NotFound)
}

fn welcome_back(
    connection: &Connection,
    space: &Space,
    known: Person,
    role: Role,
    join: &Join,
) -> Result<Person, StoreError> {
    if join.name.is_none() && known.name.is_empty() {
        return Err(StoreError::Empty("name"));
    }
    let change = PersonChange {
        name: join.name.clone(),
        structure: join.structure.clone(),
        role: (role > known.role).then_some(role),
        ..PersonChange::default()
    };
    person::change(connection, space.id, known.id, change)
}

fn structures(connection: &Connection, space: SpaceId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT structure FROM participants
               WHERE space = ?1 AND NOT removed AND structure IS NOT NULL
               GROUP BY structure ORDER BY lower(structure), structure LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let named = statement.query_map((space, STRUCTURES_SHOWN_MAX), |row| {
        Ok(row.get::<_, Legible>(0)?.0)
    })?;
    Ok(named.collect::<Result<_, _>>()?)
}
