//! How a person leaves a space for good.

use rusqlite::Connection;

use crate::{
    ParticipantId, SpaceId, Store, StoreError, mail,
    people::{
        bars,
        person::{find, refuse_without_holder},
        spaces,
    },
    votes,
};

impl Store {
    /// Removes a person: name erased, every device of theirs out, return link dead. Works on a full disk.
    pub async fn remove_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<(), StoreError> {
        self.write_necessary(move |connection| remove(connection, space, participant))
            .await
    }

    /// Removes somebody against their will: their devices stay out, whichever link they come with, but for one that is
    /// made for them alone. Works on a full disk.
    pub async fn expel_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            bars::put(connection, space, participant, None)?;
            remove(connection, space, participant)
        })
        .await
    }
}

/// What others need to know of them, their id in what they wrote, stays; their name goes.
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
    mail::forget(connection, participant)?;
    votes::strike_off(connection, participant)?;
    let sql = "UPDATE participants SET removed = 1, name = '', structure = NULL WHERE id = ?1";
    connection.execute(sql, [participant])?;
    Ok(())
}
