//! The conduct of a workshop: the step of its agenda that runs, and the steps that ran.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::{
    DocumentId, SpaceId, Store, StoreError,
    content::room::{self, Room},
    limits::CONDUCTED_STEPS_PER_SPACE_MAX,
    rows::refuse_more_than,
    text::Legible,
};

/// How the conduct of a space stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conduct {
    /// The agenda it follows; none before one was chosen.
    pub agenda: Option<DocumentId>,
    /// The number of the last change of what runs: what was decided from another one is out of date.
    pub revision: u64,
    /// The step that runs and its clock, as JSON of whoever keeps it.
    pub course: Option<String>,
    /// The number of the last change of anything here. It only grows.
    pub number: u64,
    /// What people in the room show.
    pub room: Room,
}

/// A step that ran, or runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConductedStep {
    /// Its place among those of its space.
    pub number: u64,
    /// Its key in the agenda.
    pub step: String,
    /// What it was called.
    pub title: String,
    /// When it was to begin, in milliseconds since 1970.
    pub planned_ms: u64,
    /// How long it was to take, in minutes.
    pub minutes: u32,
    /// When it began, in milliseconds since 1970.
    pub began_ms: u64,
    /// When it ended; `None` while it runs.
    pub ended_ms: Option<u64>,
    /// For how long its clock stood still, in milliseconds.
    pub paused_ms: u64,
    /// What was given it besides, in milliseconds; below zero when it was shortened.
    pub added_ms: i64,
}

/// What the conduct is to be.
#[derive(Debug, Clone)]
pub struct NewConduct {
    /// The agenda.
    pub agenda: DocumentId,
    /// The step that runs and its clock, as JSON.
    pub course: Option<String>,
    /// Steps that began, ended or changed: by their numbers.
    pub steps: Vec<ConductedStep>,
    /// The number of a step that never really ran.
    pub forgotten: Option<u64>,
}

impl Store {
    /// How the conduct of a space stands.
    pub async fn conduct(&self, space: SpaceId) -> Result<Conduct, StoreError> {
        self.read(move |connection| find(connection, space)).await
    }

    /// The steps of a space that ran, in their order, each with the agenda it is of.
    pub async fn conducted_steps(
        &self,
        space: SpaceId,
    ) -> Result<Vec<(DocumentId, ConductedStep)>, StoreError> {
        self.read(move |connection| conducted(connection, space))
            .await
    }

    /// Changes the conduct, unless it is no longer at that revision: then nothing changes and the answer is `false`.
    /// `NotFound` when the agenda is no document of the space, `TooMany` when more steps ran than are kept.
    pub async fn change_conduct(
        &self,
        space: SpaceId,
        from: u64,
        new: NewConduct,
    ) -> Result<bool, StoreError> {
        self.write(move |connection| change(connection, space, from, &new))
            .await
    }
}

const COLUMNS: &str =
    "document, number, step, title, planned_ms, minutes, began_ms, ended_ms, paused_ms, added_ms";

fn find(connection: &Connection, space: SpaceId) -> Result<Conduct, StoreError> {
    let sql = "SELECT s.last_conduct, c.document, c.revision, c.course
               FROM spaces s LEFT JOIN conducts c ON c.space = s.id WHERE s.id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([space], |row| {
        Ok(Conduct {
            number: row.get(0)?,
            agenda: row.get(1)?,
            revision: row.get::<_, Option<u64>>(2)?.unwrap_or_default(),
            course: row.get(3)?,
            room: Room::default(),
        })
    });
    let found = found.optional()?.ok_or(StoreError::NotFound)?;
    Ok(Conduct {
        room: room::of(connection, space)?,
        ..found
    })
}

fn change(
    connection: &Connection,
    space: SpaceId,
    from: u64,
    new: &NewConduct,
) -> Result<bool, StoreError> {
    let sql = "SELECT revision FROM conducts WHERE space = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let revision: Option<u64> = statement.query_row([space], |row| row.get(0)).optional()?;
    if revision.unwrap_or_default() != from {
        return Ok(false);
    }
    refuse_elsewhere(connection, space, new.agenda)?;
    let sql = "INSERT INTO conducts(space, document, revision, course) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT(space) DO UPDATE SET document = ?2, revision = ?3, course = ?4";
    let revision = room::take_number(connection, space)?;
    connection.execute(sql, (space, new.agenda, revision, &new.course))?;
    if let Some(number) = new.forgotten {
        let sql = "DELETE FROM conducted_steps WHERE space = ?1 AND number = ?2";
        connection.execute(sql, (space, number))?;
    }
    for step in &new.steps {
        put(connection, space, new.agenda, step)?;
    }
    refuse_too_many(connection, space)?;
    Ok(true)
}

fn refuse_elsewhere(
    connection: &Connection,
    space: SpaceId,
    document: DocumentId,
) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM documents WHERE id = ?1 AND space = ?2";
    let is_there = connection.prepare_cached(sql)?.exists((document, space))?;
    is_there.then_some(()).ok_or(StoreError::NotFound)
}

/// Keeps those of a space that comes from elsewhere.
pub(crate) fn insert_all(
    connection: &Connection,
    space: SpaceId,
    steps: &[(DocumentId, ConductedStep)],
) -> Result<(), StoreError> {
    for (agenda, step) in steps {
        refuse_elsewhere(connection, space, *agenda)?;
        put(connection, space, *agenda, step)?;
    }
    refuse_too_many(connection, space)
}

fn refuse_too_many(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    let counted = "SELECT count(*) FROM conducted_steps WHERE space = ?1";
    let max = CONDUCTED_STEPS_PER_SPACE_MAX;
    refuse_more_than(connection, max, "conducted steps", counted, space)
}

fn put(
    connection: &Connection,
    space: SpaceId,
    agenda: DocumentId,
    step: &ConductedStep,
) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO conducted_steps(space, {COLUMNS})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT(space, number) DO UPDATE SET title = ?5, planned_ms = ?6, minutes = ?7,
           ended_ms = ?9, paused_ms = ?10, added_ms = ?11"
    );
    connection.execute(
        &sql,
        (
            space,
            agenda,
            step.number,
            &step.step,
            &step.title,
            step.planned_ms,
            step.minutes,
            step.began_ms,
            step.ended_ms,
            step.paused_ms,
            step.added_ms,
        ),
    )?;
    Ok(())
}

fn conducted(
    connection: &Connection,
    space: SpaceId,
) -> Result<Vec<(DocumentId, ConductedStep)>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM conducted_steps WHERE space = ?1 ORDER BY number");
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map([space], read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<(DocumentId, ConductedStep)> {
    let step = ConductedStep {
        number: row.get(1)?,
        step: row.get::<_, Legible>(2)?.0,
        title: row.get::<_, Legible>(3)?.0,
        planned_ms: row.get(4)?,
        minutes: row.get(5)?,
        began_ms: row.get(6)?,
        ended_ms: row.get(7)?,
        paused_ms: row.get(8)?,
        added_ms: row.get(9)?,
    };
    Ok((row.get(0)?, step))
}
