//! Links: secrets that open a space with a role, or bring a person back.

use rusqlite::{Connection, OptionalExtension};

use crate::{
    JoinCode, ParticipantId, Role, Secret, SecretHash, SpaceId, Store, StoreError,
    people::{person, screens, spaces},
};

/// What opens a space.
#[derive(Debug, Clone)]
pub enum Way {
    /// A link of a role, or someone's own return link.
    Link(SecretHash),
    /// The code of the workshop: opens as participant until it is revoked or replaced.
    Code(JoinCode),
}

/// What becomes of the links and the code of a space when somebody loses a right in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doors {
    /// They go on working: whoever knows one comes in.
    #[default]
    Stay,
    /// None of them works any more, nor does that of the big screen. Whoever is in stays, and comes back by their own link.
    Change,
}

impl Store {
    /// Makes a new link for a role; the old one stops working.
    pub async fn rotate_link(&self, space: SpaceId, role: Role) -> Result<Secret, StoreError> {
        self.write_necessary(move |connection| self::rotate(connection, space, role))
            .await
    }

    /// Makes a link by which a person comes back on another device; their previous one stops working.
    pub async fn return_link(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Secret, StoreError> {
        self.write(move |connection| self::rotate_return(connection, space, participant))
            .await
    }
}

/// What a way opens.
pub(crate) struct Opened {
    pub(crate) space: SpaceId,
    pub(crate) role: Role,
    /// Whom a return link brings back.
    pub(crate) returning: Option<ParticipantId>,
}

pub(crate) fn open(connection: &Connection, way: &Way) -> Result<Option<Opened>, StoreError> {
    match way {
        Way::Code(code) => by_code(connection, code),
        Way::Link(secret) => by_link(connection, *secret),
    }
}

/// Does so. A code that opens the door is replaced; a door that is closed stays closed.
pub(crate) fn change_doors(
    connection: &Connection,
    space: SpaceId,
    doors: Doors,
) -> Result<(), StoreError> {
    if doors == Doors::Stay {
        return Ok(());
    }
    let sql = "DELETE FROM links WHERE space = ?1 AND participant IS NULL";
    connection.execute(sql, [space])?;
    screens::end(connection, space)?;
    let found = spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
    if found.code.is_some() {
        spaces::rotate_code(connection, space)?;
    }
    Ok(())
}

/// Makes a new link for a role in place of the old one.
pub(crate) fn rotate(
    connection: &Connection,
    space: SpaceId,
    role: Role,
) -> Result<Secret, StoreError> {
    let found = spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
    spaces::has_role(&found, role)?;
    let secret = Secret::random();
    let sql = "INSERT INTO links(token_hash, space, role) VALUES (?1, ?2, ?3)
               ON CONFLICT(space, role) DO UPDATE SET token_hash = excluded.token_hash";
    connection
        .prepare_cached(sql)?
        .execute((secret.hash(), space, role))?;
    Ok(secret)
}

/// Makes a new return link for a person in place of the old one.
pub(crate) fn rotate_return(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<Secret, StoreError> {
    person::find(connection, space, participant)?.ok_or(StoreError::NotFound)?;
    let secret = Secret::random();
    let sql = "INSERT INTO links(token_hash, space, participant) VALUES (?1, ?2, ?3)
               ON CONFLICT(participant) DO UPDATE SET token_hash = excluded.token_hash";
    connection
        .prepare_cached(sql)?
        .execute((secret.hash(), space, participant))?;
    Ok(secret)
}

fn by_code(connection: &Connection, code: &JoinCode) -> Result<Option<Opened>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM spaces WHERE code = ?1")?;
    let space = statement.query_row([code], |row| row.get(0)).optional()?;
    Ok(space.map(|space| Opened {
        space,
        role: Role::Participant,
        returning: None,
    }))
}

fn by_link(connection: &Connection, secret: SecretHash) -> Result<Option<Opened>, StoreError> {
    let sql = "SELECT l.space, coalesce(l.role, p.role), l.participant FROM links l
               LEFT JOIN participants p ON p.id = l.participant
               WHERE l.token_hash = ?1 AND NOT coalesce(p.removed, 0)";
    let mut statement = connection.prepare_cached(sql)?;
    let opened = statement.query_row([secret], |row| {
        Ok(Opened {
            space: row.get(0)?,
            role: row.get(1)?,
            returning: row.get(2)?,
        })
    });
    Ok(opened.optional()?)
}
