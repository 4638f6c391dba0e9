//! What changes about a person, and what goes with a right they lose.

use rusqlite::Connection;

use crate::{
    ParticipantId, Person, PersonChange, Role, SpaceId, Store, StoreError, people::person, votes,
};

impl Store {
    /// Changes a person. The last one to hold the space keeps the role, and no role is given that the space does not
    /// have. Whoever may only read from then on has no ballot in the rounds that are open.
    pub async fn change_person(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        change: PersonChange,
    ) -> Result<Person, StoreError> {
        self.write(move |connection| self::change(connection, space, participant, change))
            .await
    }
}

fn change(
    connection: &Connection,
    space: SpaceId,
    participant: ParticipantId,
    change: PersonChange,
) -> Result<Person, StoreError> {
    let is_reader = change.role == Some(Role::Reader);
    let person = person::change(connection, space, participant, change)?;
    if is_reader {
        votes::strike_off(connection, participant)?;
    }
    Ok(person)
}
