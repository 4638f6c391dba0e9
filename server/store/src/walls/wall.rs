//! A wall: what holds for its notes, and where it is in its life.

use rusqlite::{Connection, OptionalExtension};

use super::{WallError, key};
use crate::{DocumentId, NoteState, Store, StoreError, WallStage, disk::job::Necessity};

/// What holds for every note of a wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WallRules {
    /// Whether notes are shown with the name of who wrote them.
    pub named: bool,
    /// Whether each person sees their own notes alone until all are revealed.
    pub hidden: bool,
    /// Whether a facilitator looks at each note before everybody sees it.
    pub moderated: bool,
}

/// What people said of their expectations at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fulfilments {
    /// Notes whose author says that it was met.
    pub met: u32,
    /// Notes of which it was met in part.
    pub partly: u32,
    /// Notes of which it was not.
    pub unmet: u32,
}

/// A wall that is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wall {
    /// Where it is in its life.
    pub stage: WallStage,
    /// What holds for its notes.
    pub rules: WallRules,
    /// What people said at the end; nothing before, or when too few did for it to stay unknown who.
    pub fulfilments: Option<Fulfilments>,
}

impl Wall {
    /// What becomes of a note that is written, or written anew.
    pub(super) fn arriving(&self) -> NoteState {
        match (self.stage, self.rules.moderated) {
            (WallStage::Hidden, _) => NoteState::Held,
            (_, true) => NoteState::Waiting,
            (_, false) => NoteState::Shown,
        }
    }
}

impl Store {
    /// Announces a wall: notes are taken from that moment on, by rules that stay. One that has ended begins anew.
    pub async fn announce_wall(
        &self,
        document: DocumentId,
        rules: WallRules,
    ) -> Result<Wall, WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            announce(connection, document, rules)
        })
        .await
    }

    /// A wall; nothing while it is not announced.
    pub async fn wall(&self, document: DocumentId) -> Result<Option<Wall>, StoreError> {
        self.read(move |connection| find(connection, document))
            .await
    }

    /// Shows all notes at once; those of a moderated wall wait from then on for a facilitator. One that is shown stays so.
    pub async fn reveal_wall(&self, document: DocumentId) -> Result<Wall, WallError> {
        self.change_judged(Necessity::Ordinary, move |connection| {
            let wall = get(connection, document)?;
            if wall.stage != WallStage::Hidden {
                return Ok(wall);
            }
            let wall = advance(connection, document, WallStage::Shown)?;
            let sql = "UPDATE wall_notes SET state = ?2 WHERE document = ?1 AND state = 'held'";
            connection.execute(sql, (document, wall.arriving()))?;
            Ok(wall)
        })
        .await
    }
}

fn announce(
    connection: &Connection,
    document: DocumentId,
    rules: WallRules,
) -> Result<Wall, WallError> {
    let before = find(connection, document)?;
    if before.is_some_and(|wall| wall.stage != WallStage::Ended) {
        return Err(WallError::Announced);
    }
    let stage = if rules.hidden {
        WallStage::Hidden
    } else {
        WallStage::Shown
    };
    connection.execute("DELETE FROM walls WHERE document = ?1", [document])?;
    let sql =
        "INSERT INTO walls(document, state, named, hidden, moderated) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = (document, stage, rules.named, rules.hidden, rules.moderated);
    connection.execute(sql, row)?;
    key::draw(connection, document)?;
    get(connection, document)
}

/// Takes a wall one step further.
pub(super) fn advance(
    connection: &Connection,
    document: DocumentId,
    stage: WallStage,
) -> Result<Wall, WallError> {
    let sql = "UPDATE walls SET state = ?2 WHERE document = ?1";
    connection.execute(sql, (document, stage))?;
    get(connection, document)
}

/// A wall that is announced.
pub(super) fn get(connection: &Connection, document: DocumentId) -> Result<Wall, WallError> {
    find(connection, document)?.ok_or(WallError::TooEarly)
}

/// A wall that takes notes.
pub(super) fn get_open(connection: &Connection, document: DocumentId) -> Result<Wall, WallError> {
    let wall = get(connection, document)?;
    match wall.stage {
        WallStage::Ended => Err(WallError::Ended),
        WallStage::Hidden | WallStage::Shown | WallStage::Closing => Ok(wall),
    }
}

pub(super) fn find(
    connection: &Connection,
    document: DocumentId,
) -> Result<Option<Wall>, StoreError> {
    let sql =
        "SELECT state, named, hidden, moderated, met, partly, unmet FROM walls WHERE document = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let wall = statement.query_row([document], |row| {
        let fulfilments = match (row.get(4)?, row.get(5)?, row.get(6)?) {
            (Some(met), Some(partly), Some(unmet)) => Some(Fulfilments { met, partly, unmet }),
            _ => None,
        };
        Ok(Wall {
            stage: row.get(0)?,
            rules: WallRules {
                named: row.get(1)?,
                hidden: row.get(2)?,
                moderated: row.get(3)?,
            },
            fulfilments,
        })
    });
    Ok(wall.optional()?)
}
