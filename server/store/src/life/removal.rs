//! How a person leaves a space for good.

use rusqlite::Connection;

use crate::{
    ParticipantId, SpaceId, Store, StoreError, askings,
    content::room,
    disk::{job::Necessity, traces},
    mail,
    people::{
        bars,
        links::{self, Doors},
        person::{find, refuse_without_holder},
        spaces,
    },
    votes, walls,
};

impl Store {
    /// Removes a person: name and messages erased, every device and program of theirs out, return link dead. No row and nothing in the log bears
    /// the name after the answer, and no unused part of the file after [`Store::remove_traces`]. Works on a full disk.
    pub async fn remove_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<(), StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            remove(connection, space, participant)
        })
        .await
    }

    /// Removes somebody against their will: their devices stay out, whichever link they come with, but for one that is
    /// made for them alone. Their name goes as in [`Store::remove_person`]. Works on a full disk.
    pub async fn expel_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        doors: Doors,
    ) -> Result<(), StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            bars::put(connection, space, participant, None)?;
            remove(connection, space, participant)?;
            links::change_doors(connection, space, doors)
        })
        .await
    }
}

/// What others need to know of them, their id in what they wrote, stays; their name goes, and what they said to the others.
fn remove(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<(), StoreError> {
    let person = find(connection, space, participant)?.ok_or(StoreError::NotFound)?;
    let space = spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
    refuse_without_holder(connection, &space, &person)?;
    connection.execute(
        "DELETE FROM memberships WHERE participant = ?1",
        [participant],
    )?;
    connection.execute("DELETE FROM links WHERE participant = ?1", [participant])?;
    connection.execute(
        "DELETE FROM calendars WHERE participant = ?1",
        [participant],
    )?;
    connection.execute("DELETE FROM tokens WHERE participant = ?1", [participant])?;
    connection.execute("DELETE FROM messages WHERE participant = ?1", [participant])?;
    room::forget(connection, participant)?;
    mail::forget(connection, participant)?;
    askings::strike_off(connection, participant)?;
    votes::strike_off(connection, participant)?;
    walls::strike_off(connection, participant)?;
    let sql = "UPDATE participants SET removed = 1, name = '', structure = NULL WHERE id = ?1";
    connection.execute(sql, [participant])?;
    traces::leave_mark(connection)
}
