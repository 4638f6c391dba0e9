//! The spaces of a server as its host sees them: how many people and documents, how much they take, since when nothing
//! happened. Not what anybody wrote.

use rusqlite::Connection;

use crate::{Space, SpaceId, Store, StoreError, people::spaces};

/// A space and what it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaceOverview {
    /// The space.
    pub space: Space,
    /// Its people, those who have not come yet included.
    pub people: u64,
    /// Its documents, those put away included.
    pub documents: u64,
    /// What its documents with their histories and its files take, in bytes.
    pub bytes: u64,
    /// When somebody last looked at it or wrote in it, within an hour, in milliseconds since 1970.
    pub active_ms: u64,
}

impl Store {
    /// Every space, the oldest first.
    pub async fn space_ids(&self) -> Result<Vec<SpaceId>, StoreError> {
        self.read(|connection| {
            let sql = "SELECT id FROM spaces ORDER BY created_ms, id";
            let mut statement = connection.prepare_cached(sql)?;
            let spaces = statement.query_map([], |row| row.get(0))?;
            Ok(spaces.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// What a space takes, if it exists. One at a time, so that others are served in between.
    pub async fn space_overview(
        &self,
        space: SpaceId,
    ) -> Result<Option<SpaceOverview>, StoreError> {
        self.read(move |connection| {
            let found = spaces::find(connection, space)?;
            found.map(|space| overview(connection, space)).transpose()
        })
        .await
    }
}

fn overview(connection: &Connection, space: Space) -> Result<SpaceOverview, StoreError> {
    let number = |sql: &str| -> Result<u64, StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        Ok(statement.query_row([space.id], |row| row.get(0))?)
    };
    let people = number("SELECT count(*) FROM participants WHERE space = ?1 AND NOT removed")?;
    let documents = number("SELECT count(*) FROM documents WHERE space = ?1")?;
    let history = number(
        "SELECT coalesce(sum(length(c.bytes)), 0) FROM documents d JOIN chunks c ON c.document = d.id WHERE d.space = ?1",
    )?;
    let files = number(
        "SELECT coalesce(sum(a.size), 0) FROM documents d JOIN attachments a ON a.document = d.id WHERE d.space = ?1",
    )?;
    let written_ms = number("SELECT coalesce(max(updated_ms), 0) FROM documents WHERE space = ?1")?;
    let seen_ms = number("SELECT coalesce(seen_ms, created_ms) FROM spaces WHERE id = ?1")?;
    Ok(SpaceOverview {
        people,
        documents,
        bytes: history.saturating_add(files),
        active_ms: written_ms.max(seen_ms),
        space,
    })
}
