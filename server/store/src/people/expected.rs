//! People who have not come yet: put down by name, so that they can be in charge of something before they do.

use rusqlite::Connection;

use crate::{
    ParticipantId, Person, Role, Secret, SpaceId, Store, StoreError,
    limits::NAME_CHARS_MAX,
    people::{links, person},
    text::filled_line,
};

impl Store {
    /// Puts down somebody who has not come yet, as participant.
    pub async fn expect_person(&self, space: SpaceId, name: String) -> Result<Person, StoreError> {
        self.write(move |connection| expect(connection, space, &name))
            .await
    }

    /// Puts down several: all of them, or nobody.
    pub async fn expect_people(
        &self,
        space: SpaceId,
        names: Vec<String>,
    ) -> Result<Vec<Person>, StoreError> {
        self.write(move |connection| {
            let all = names.iter().map(|name| expect(connection, space, name));
            all.collect()
        })
        .await
    }

    /// The link by which an expected person comes; their previous one stops working. `AlreadyHere` once they came:
    /// from then on the link is theirs alone to take, because it makes whoever has it that person.
    pub async fn expected_link(
        &self,
        space: SpaceId,
        participant: ParticipantId,
    ) -> Result<Secret, StoreError> {
        self.write(move |connection| {
            person::find(connection, space, participant)?.ok_or(StoreError::NotFound)?;
            refuse_if_here(connection, participant)?;
            links::rotate_return(connection, space, participant)
        })
        .await
    }
}

fn expect(connection: &Connection, space: SpaceId, name: &str) -> Result<Person, StoreError> {
    let name = filled_line("name", name, NAME_CHARS_MAX)?;
    let id = person::insert(connection, space, &name, None, Role::Participant)?;
    person::find(connection, space, id)?.ok_or(StoreError::NotFound)
}

/// Refuses when some device stands for the person.
fn refuse_if_here(connection: &Connection, participant: ParticipantId) -> Result<(), StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM memberships WHERE participant = ?1)";
    let is_here: bool = connection.query_row(sql, [participant], |row| row.get(0))?;
    (!is_here).then_some(()).ok_or(StoreError::AlreadyHere)
}
