//! What people in the room of a workshop show: a raised hand, that they are ready.

use rusqlite::{Connection, OptionalExtension};

use crate::{ParticipantId, SpaceId, Store, StoreError, clock};

/// What people show at the moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// Who raised a hand and when, in milliseconds since 1970: the first one first.
    pub hands: Vec<(ParticipantId, u64)>,
    /// Since when everybody is asked whether they are ready, and who is; `None` while nobody asks.
    pub ready_check: Option<ReadyCheck>,
}

/// Everybody is asked whether they are ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyCheck {
    /// Since when, in milliseconds since 1970.
    pub asked_ms: u64,
    /// Who is.
    pub ready: Vec<ParticipantId>,
}

impl Store {
    /// Raises a person's hand, behind those that are raised, or lowers it. Nothing changes when it is so already.
    pub async fn show_hand(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        raised: bool,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            if raised {
                raise(connection, space, participant)
            } else {
                lower(connection, space, participant)
            }
        })
        .await
    }

    /// Lowers every hand of a space.
    pub async fn lower_hands(&self, space: SpaceId) -> Result<(), StoreError> {
        self.write(move |connection| {
            connection.execute("DELETE FROM hands WHERE space = ?1", [space])?;
            take_number(connection, space).map(drop)
        })
        .await
    }

    /// Asks everybody of a space whether they are ready, from nobody on; or no longer.
    pub async fn ask_ready(&self, space: SpaceId, asked: bool) -> Result<(), StoreError> {
        self.write(move |connection| {
            connection.execute("DELETE FROM ready_checks WHERE space = ?1", [space])?;
            if asked {
                let sql = "INSERT INTO ready_checks(space, asked_ms) VALUES (?1, ?2)";
                connection.execute(sql, (space, clock::now_ms()))?;
            }
            take_number(connection, space).map(drop)
        })
        .await
    }

    /// Keeps whether a person is ready. Nothing changes while nobody asks.
    pub async fn be_ready(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        ready: bool,
    ) -> Result<(), StoreError> {
        self.write(move |connection| {
            let sql = if ready {
                "INSERT INTO ready_people(space, participant)
                 SELECT space, ?2 FROM ready_checks WHERE space = ?1
                 ON CONFLICT(space, participant) DO NOTHING"
            } else {
                "DELETE FROM ready_people WHERE space = ?1 AND participant = ?2"
            };
            connection.execute(sql, (space, participant))?;
            take_number(connection, space).map(drop)
        })
        .await
    }
}

fn raise(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let number = take_number(connection, space)?;
    let sql = "INSERT INTO hands(space, participant, number, raised_ms) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT(space, participant) DO NOTHING";
    connection.execute(sql, (space, participant, number, clock::now_ms()))?;
    Ok(())
}

fn lower(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM hands WHERE space = ?1 AND participant = ?2";
    connection.execute(sql, (space, participant))?;
    take_number(connection, space).map(drop)
}

/// What a person showed, in whatever space, goes with them.
pub(crate) fn forget(
    connection: &Connection,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    for table in ["hands", "ready_people"] {
        let sql = format!("DELETE FROM {table} WHERE participant = ?1");
        connection.execute(&sql, [participant])?;
    }
    Ok(())
}

/// The next number of a change in a space.
pub(crate) fn take_number(connection: &Connection, space: SpaceId) -> Result<u64, StoreError> {
    let sql =
        "UPDATE spaces SET last_conduct = last_conduct + 1 WHERE id = ?1 RETURNING last_conduct";
    let mut statement = connection.prepare_cached(sql)?;
    let number = statement.query_row([space], |row| row.get(0)).optional()?;
    number.ok_or(StoreError::NotFound)
}

pub(crate) fn of(connection: &Connection, space: SpaceId) -> Result<Room, StoreError> {
    let sql = "SELECT participant, raised_ms FROM hands WHERE space = ?1 ORDER BY number";
    let mut statement = connection.prepare_cached(sql)?;
    let hands = statement.query_map([space], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Room {
        hands: hands.collect::<Result<_, _>>()?,
        ready_check: ready_check(connection, space)?,
    })
}

fn ready_check(connection: &Connection, space: SpaceId) -> Result<Option<ReadyCheck>, StoreError> {
    let sql = "SELECT asked_ms FROM ready_checks WHERE space = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let asked_ms = statement.query_row([space], |row| row.get(0)).optional()?;
    let Some(asked_ms) = asked_ms else {
        return Ok(None);
    };
    let sql = "SELECT participant FROM ready_people WHERE space = ?1 ORDER BY participant";
    let mut statement = connection.prepare_cached(sql)?;
    let ready = statement.query_map([space], |row| row.get(0))?;
    let ready = ready.collect::<Result<_, _>>()?;
    Ok(Some(ReadyCheck { asked_ms, ready }))
}
