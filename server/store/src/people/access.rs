//! Who may do what: from a session to a role, in a space or for a document.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    DocumentId, ParticipantId, Role, Scope, SecretHash, SpaceId, SpaceKind, Store, StoreError,
};

/// A person as known in one space through one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The space.
    pub space: SpaceId,
    /// What the space is: what a role may do depends on it.
    pub kind: SpaceKind,
    /// Who it is there.
    pub participant: ParticipantId,
    /// What they may do there.
    pub role: Role,
    /// What a program may do at most that asks for them; nothing when they ask themselves.
    pub scope: Option<Scope>,
    /// Whether those who facilitate alone write in any of it.
    pub locked: bool,
}

impl Member {
    /// Whether a lock of the whole space keeps them from writing.
    pub fn is_locked_out(&self) -> bool {
        self.locked && !self.role.writes_in(true)
    }
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
    /// Whether those who facilitate alone write in it.
    pub locked: bool,
}

impl DocumentAccess {
    /// Whether the member may see that it exists: what was put away is nothing to readers.
    pub fn is_visible(&self) -> bool {
        !self.archived || self.member.role > Role::Reader
    }

    /// Whether a lock of this document keeps the member from writing in it.
    pub fn is_locked_out(&self) -> bool {
        self.locked && !self.member.role.writes_in(true)
    }
}

impl Store {
    /// Who this session or token is in a space; nothing when it does not belong there or the person was removed, and `Closed` to
    /// those who do belong to a closed one.
    pub async fn member(
        &self,
        session: SecretHash,
        space: SpaceId,
    ) -> Result<Option<Member>, StoreError> {
        self.read(move |connection| member_or_program(connection, session, space))
            .await
    }

    /// A person as a member of their space; nothing when there is no such person there, or not any more. `Closed` of a
    /// closed space.
    pub async fn member_called(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Option<Member>, StoreError> {
        self.read(move |connection| called(connection, space, participant))
            .await
    }

    /// Who this session or token is for a document; nothing alike for unknown and forbidden documents, and `Closed` to somebody of
    /// a closed space.
    pub async fn access(
        &self,
        session: SecretHash,
        document: DocumentId,
    ) -> Result<Option<DocumentAccess>, StoreError> {
        self.read(move |connection| access(connection, session, document))
            .await
    }
}

/// Who asks with a session, or a program that asks with a token.
fn member_or_program(
    connection: &Connection,
    key: SecretHash,
    space: SpaceId,
) -> Result<Option<Member>, StoreError> {
    match member(connection, key, space)? {
        None => program(connection, key, space),
        member => Ok(member),
    }
}

/// A program may no more than its person, and no more than its token.
fn program(
    connection: &Connection,
    token: SecretHash,
    space: SpaceId,
) -> Result<Option<Member>, StoreError> {
    let sql = "SELECT s.id, s.kind, p.id, p.role, s.closed_ms, s.locked, t.scope FROM tokens t
               JOIN participants p ON p.id = t.participant JOIN spaces s ON s.id = t.space
               WHERE t.token_hash = ?1 AND t.space = ?2 AND NOT p.removed";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row((token, space), |row| Ok((read(row)?, row.get(6)?)));
    let Some((person, scope)): Option<(_, Scope)> = found.optional()? else {
        return Ok(None);
    };
    let person = person?;
    Ok(Some(Member {
        role: person.role.min(scope.role_max()),
        scope: Some(scope),
        ..person
    }))
}

/// The person of a device, for whom nobody else asks.
pub(crate) fn member(
    connection: &Connection,
    session: SecretHash,
    space: SpaceId,
) -> Result<Option<Member>, StoreError> {
    let sql = "SELECT s.id, s.kind, p.id, p.role, s.closed_ms, s.locked FROM memberships m
               JOIN participants p ON p.id = m.participant JOIN spaces s ON s.id = m.space
               WHERE m.session = ?1 AND m.space = ?2 AND NOT p.removed";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row((session, space), read).optional()?;
    found.transpose()
}

fn called(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<Option<Member>, StoreError> {
    let sql =
        "SELECT s.id, s.kind, p.id, p.role, s.closed_ms, s.locked FROM participants p JOIN spaces s ON s.id = p.space
               WHERE p.id = ?1 AND s.id = ?2 AND NOT p.removed";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row((participant, space), read).optional()?;
    found.transpose()
}

/// Somebody of a closed space is [`StoreError::Closed`].
fn read(row: &Row<'_>) -> rusqlite::Result<Result<Member, StoreError>> {
    let member = Member {
        space: row.get(0)?,
        kind: row.get(1)?,
        participant: row.get(2)?,
        role: row.get(3)?,
        scope: None,
        locked: row.get(5)?,
    };
    let closed_ms: Option<u64> = row.get(4)?;
    Ok(closed_ms.map_or(Ok(member), |_| Err(StoreError::Closed)))
}

fn access(
    connection: &Connection,
    session: SecretHash,
    document: DocumentId,
) -> Result<Option<DocumentAccess>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT space, archived, locked FROM documents WHERE id = ?1")?;
    let found = statement.query_row([document], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    });
    let Some((space, archived, locked)) = found.optional()? else {
        return Ok(None);
    };
    let member = member_or_program(connection, session, space)?;
    Ok(member.map(|member| DocumentAccess {
        document,
        member,
        archived,
        locked,
    }))
}
