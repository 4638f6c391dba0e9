//! Spaces: their title, their code and links.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row};

use crate::{
    Ending, JoinCode, Language, ParticipantId, Role, Scope, SecretHash, SpaceId, SpaceKind, Store,
    StoreError,
    limits::{SPACES_MAX, TITLE_CHARS_MAX},
    rows::some_row,
    text::{Legible, filled_line},
};

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
    /// The code of the workshop; `None` when only links open it.
    pub code: Option<JoinCode>,
    /// When it was made, in milliseconds since 1970.
    pub created_ms: u64,
    /// A structure: the workshop it comes from, while that exists.
    pub workshop: Option<SpaceId>,
    /// A structure: whether it is shown to the facilitators of that workshop.
    pub shared: bool,
    /// When it is erased, in milliseconds since 1970; `None` while it stays.
    pub deletes_ms: Option<u64>,
    /// Why it is erased then.
    pub ends: Option<Ending>,
    /// Since when the host keeps it closed, in milliseconds since 1970; `None` while people may come in.
    pub closed_ms: Option<u64>,
    /// Whether people talk to each other in it.
    pub chat: bool,
    /// Whether those who facilitate alone write in any of it.
    pub locked: bool,
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
    /// A space, if it exists.
    pub async fn space(&self, space: SpaceId) -> Result<Option<Space>, StoreError> {
        self.read(move |connection| find(connection, space)).await
    }

    /// Gives a space another title.
    pub async fn rename_space(&self, space: SpaceId, title: String) -> Result<Space, StoreError> {
        self.write(move |connection| rename(connection, space, &title))
            .await
    }

    /// Shows a structure to the facilitators of the workshop it comes from, or hides it. `NotFound` when it comes
    /// from none, or from one that was erased.
    pub async fn share_space(&self, space: SpaceId, shared: bool) -> Result<Space, StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE spaces SET shared = ?2 WHERE id = ?1 AND workshop IS NOT NULL";
            some_row(connection.execute(sql, (space, shared))?)?;
            find(connection, space)?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// Lets people talk to each other in a space, or no more. What was said stays.
    pub async fn turn_chat(&self, space: SpaceId, chat: bool) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE spaces SET chat = ?2 WHERE id = ?1";
            some_row(connection.execute(sql, (space, chat))?)
        })
        .await
    }

    /// Keeps whoever does not facilitate from writing in any of it, or no more.
    pub async fn lock_space(&self, space: SpaceId, locked: bool) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = "UPDATE spaces SET locked = ?2 WHERE id = ?1";
            some_row(connection.execute(sql, (space, locked))?)
        })
        .await
    }

    /// The structures that come from a workshop, are shown to it and not closed, in the order they were made.
    pub async fn shared_structures(&self, workshop: SpaceId) -> Result<Vec<Space>, StoreError> {
        self.read(move |connection| {
            let sql = format!(
                "SELECT {COLUMNS} FROM spaces s WHERE s.workshop = ?1 AND s.shared AND s.closed_ms IS NULL
                 ORDER BY s.created_ms, s.number"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let structures = statement.query_map([workshop], read)?;
            Ok(structures.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Makes a new code; the old one stops working.
    pub async fn rotate_code(&self, space: SpaceId) -> Result<JoinCode, StoreError> {
        self.write(move |connection| rotate_code(connection, space))
            .await
    }

    /// Revokes the code: only links open the space. Works on a full disk.
    pub async fn revoke_code(&self, space: SpaceId) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            let sql = "UPDATE spaces SET code = NULL WHERE id = ?1";
            some_row(connection.execute(sql, [space])?)
        })
        .await
    }
}

const COLUMNS: &str = "s.id, s.kind, s.title, s.language, s.code, s.created_ms, s.workshop, s.shared, s.deletes_ms, s.ends, s.closed_ms, s.chat, s.locked";

/// Refuses a role that nobody has in such a space.
pub(crate) fn has_role(space: &Space, role: Role) -> Result<(), StoreError> {
    (role <= space.kind.holder())
        .then_some(())
        .ok_or(StoreError::NotFound)
}

pub(crate) fn find(connection: &Connection, space: SpaceId) -> Result<Option<Space>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM spaces s WHERE s.id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row([space], read).optional()?)
}

pub(crate) fn of_session(
    connection: &Connection,
    session: SecretHash,
) -> Result<Vec<MySpace>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, p.id, p.role, p.name FROM memberships m
         JOIN participants p ON p.id = m.participant JOIN spaces s ON s.id = m.space
         WHERE m.session = ?1 AND NOT p.removed ORDER BY m.number DESC"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mine = statement.query_map([session], read_mine)?;
    Ok(mine.collect::<Result<_, _>>()?)
}

pub(crate) fn of_token(
    connection: &Connection,
    token: SecretHash,
) -> Result<Option<MySpace>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, p.id, p.role, p.name, t.scope FROM tokens t
         JOIN participants p ON p.id = t.participant JOIN spaces s ON s.id = t.space
         WHERE t.token_hash = ?1 AND NOT p.removed"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_row([token], |row| {
        let scope: Scope = row.get(16)?;
        Ok(MySpace {
            role: scope.role_max().min(row.get(14)?),
            ..read_mine(row)?
        })
    });
    Ok(found.optional()?)
}

fn read_mine(row: &Row<'_>) -> rusqlite::Result<MySpace> {
    Ok(MySpace {
        space: read(row)?,
        participant: row.get(13)?,
        role: row.get(14)?,
        name: row.get::<_, Legible>(15)?.0,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Space> {
    Ok(Space {
        id: row.get(0)?,
        kind: row.get(1)?,
        title: row.get::<_, Legible>(2)?.0,
        language: row.get(3)?,
        code: row.get(4)?,
        created_ms: row.get(5)?,
        workshop: row.get(6)?,
        shared: row.get(7)?,
        deletes_ms: row.get(8)?,
        ends: row.get(9)?,
        closed_ms: row.get(10)?,
        chat: row.get(11)?,
        locked: row.get(12)?,
    })
}

pub(crate) fn insert(
    connection: &Connection,
    space: SpaceId,
    kind: SpaceKind,
    title: &str,
    language: Language,
    now_ms: u64,
) -> Result<(), StoreError> {
    let title = filled_line("title", title, TITLE_CHARS_MAX)?;
    let spaces: u64 = connection.query_row("SELECT count(*) FROM spaces", [], |row| row.get(0))?;
    if spaces >= SPACES_MAX {
        return Err(StoreError::TooMany {
            what: "spaces",
            max: SPACES_MAX,
        });
    }
    let sql =
        "INSERT INTO spaces(id, kind, title, language, created_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
    connection.execute(sql, (space, kind, title, language, now_ms))?;
    Ok(())
}

fn rename(connection: &Connection, space: SpaceId, title: &str) -> Result<Space, StoreError> {
    let title = filled_line("title", title, TITLE_CHARS_MAX)?;
    connection.execute("UPDATE spaces SET title = ?2 WHERE id = ?1", (space, title))?;
    find(connection, space)?.ok_or(StoreError::NotFound)
}

/// Draws codes until one is free: among thousands of millions, the first nearly always is.
pub(crate) fn rotate_code(connection: &Connection, space: SpaceId) -> Result<JoinCode, StoreError> {
    loop {
        let code = JoinCode::random();
        match connection.execute("UPDATE spaces SET code = ?2 WHERE id = ?1", (space, &code)) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {}
            changed => return some_row(changed?).map(|()| code),
        }
    }
}
