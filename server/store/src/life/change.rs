//! What changes about a person, and what goes with a right they lose.

use rusqlite::Connection;

use crate::{
    ParticipantId, Person, PersonChange, Role, SpaceId, Store, StoreError, askings,
    people::{bars, links, person},
    votes, walls,
};

impl Store {
    /// Changes a person. The last one to hold the space keeps the role, and no role is given that the space does not
    /// have. A role that was given is the most their devices get by any link. Whoever may only read from then on has no
    /// ballot in the rounds that are open.
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
    let (given, doors) = (change.role, change.doors);
    let person = person::change(connection, space, participant, change)?;
    if let Some(role) = given {
        bars::lift(connection, participant)?;
        bars::put(connection, space, participant, Some(role))?;
    }
    if given == Some(Role::Reader) {
        askings::strike_off(connection, participant)?;
        votes::strike_off(connection, participant)?;
        walls::strike_off(connection, participant)?;
    }
    links::change_doors(connection, space, doors)?;
    Ok(person)
}
