//! What a device lost in a space: a link it still has does not give it back.
//!
//! A bar holds for the sessions a person had. Whoever clears their browser comes as somebody new, by a link that still
//! works: against that, links are replaced.

use rusqlite::{Connection, OptionalExtension};

use crate::{ParticipantId, Role, SecretHash, SpaceId, StoreError};

/// The most a device may be in a space where something was taken from it.
pub(crate) enum Bar {
    /// It stays out.
    Out,
    /// At most this role.
    AtMost(Role),
}

/// Bars all devices of a person from more than a role; `None`: from the space.
pub(crate) fn put(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
    at_most: Option<Role>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO bars(space, session, participant, role)
               SELECT m.space, m.session, m.participant, ?3 FROM memberships m
               WHERE m.space = ?1 AND m.participant = ?2
               ON CONFLICT(space, session) DO UPDATE
               SET participant = excluded.participant, role = excluded.role";
    connection.execute(sql, (space, participant, at_most))?;
    Ok(())
}

/// Takes back what bars a person's devices.
pub(crate) fn lift(connection: &Connection, participant: ParticipantId) -> Result<(), StoreError> {
    connection.execute("DELETE FROM bars WHERE participant = ?1", [participant])?;
    Ok(())
}

/// Takes back what bars one device: it came by a link made for one person.
pub(crate) fn lift_from(
    connection: &Connection,
    space: SpaceId,
    session: SecretHash,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM bars WHERE space = ?1 AND session = ?2";
    connection.execute(sql, (space, session))?;
    Ok(())
}

/// What bars a device in a space, if anything does.
pub(crate) fn of(
    connection: &Connection,
    space: SpaceId,
    session: SecretHash,
) -> Result<Option<Bar>, StoreError> {
    let sql = "SELECT role FROM bars WHERE space = ?1 AND session = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let role = statement.query_row((space, session), |row| row.get::<_, Option<Role>>(0));
    Ok(role
        .optional()?
        .map(|role| role.map_or(Bar::Out, Bar::AtMost)))
}
