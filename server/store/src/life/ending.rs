//! How a space ends: somebody asks or nobody comes any more, thirty days pass, and every row of it is erased.

use rusqlite::Connection;

use crate::{
    Ending, Space, SpaceId, SpaceKind, Store, StoreError, askings,
    disk::{job::Necessity, traces},
    limits::{NOTICE_MS, SEEN_STEP_MS, SILENCE_MS},
    people::spaces,
    rows::some_row,
    votes, walls,
};

impl Store {
    /// Somebody asks for the space to be erased. It goes on working for [`NOTICE_MS`] after `now_ms`; asking again
    /// changes nothing.
    pub async fn end_space(&self, space: SpaceId, now_ms: u64) -> Result<Space, StoreError> {
        self.write(move |connection| {
            let found = spaces::find(connection, space)?.ok_or(StoreError::NotFound)?;
            if found.ends != Some(Ending::Asked) {
                end(connection, space, now_ms, Ending::Asked)?;
            }
            spaces::find(connection, space)?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// The space stays after all. Works on a full disk.
    pub async fn keep_space(&self, space: SpaceId) -> Result<Space, StoreError> {
        self.write_necessary(move |connection| {
            let sql = "UPDATE spaces SET deletes_ms = NULL, ends = NULL WHERE id = ?1";
            some_row(connection.execute(sql, [space])?)?;
            spaces::find(connection, space)?.ok_or(StoreError::NotFound)
        })
        .await
    }

    /// Somebody of the space looks at it: noted at most once an hour. A space that was about to end because nobody
    /// came stays.
    pub async fn note_seen(&self, space: SpaceId, now_ms: u64) -> Result<(), StoreError> {
        let is_stale = self
            .read(move |connection| is_stale(connection, space, now_ms))
            .await?;
        if !is_stale {
            return Ok(());
        }
        let noted = self
            .write(move |connection| {
                let sql = "UPDATE spaces SET seen_ms = ?2 WHERE id = ?1";
                connection.execute(sql, (space, now_ms))?;
                wake(connection)
            })
            .await;
        match noted {
            Err(StoreError::Full) => Ok(()), // a full disk keeps nobody out
            other => other,
        }
    }

    /// Structures where nothing happened for [`SILENCE_MS`] before `now_ms` will end; those where something did stay, and
    /// so do closed ones, since nobody can come.
    /// Answers with the ones that will end and were not going to.
    pub async fn end_silent_spaces(&self, now_ms: u64) -> Result<Vec<SpaceId>, StoreError> {
        self.write(move |connection| {
            wake(connection)?;
            let silent = silent(connection, now_ms.saturating_sub(SILENCE_MS))?;
            for &space in &silent {
                end(connection, space, now_ms, Ending::Silent)?;
            }
            Ok(silent)
        })
        .await
    }

    /// The spaces whose time is over.
    pub async fn ended_spaces(&self, now_ms: u64) -> Result<Vec<SpaceId>, StoreError> {
        self.read(move |connection| {
            let sql = "SELECT id FROM spaces WHERE deletes_ms <= ?1 ORDER BY deletes_ms";
            listed(connection, sql, now_ms)
        })
        .await
    }

    /// Erases a space whatever its people wish, as [`Store::erase_space`] does: for the host of the server. False when
    /// there is none.
    pub async fn erase_space_at_once(&self, space: SpaceId) -> Result<bool, StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            let is_there = spaces::find(connection, space)?.is_some();
            if is_there {
                erase(connection, space)?;
            }
            Ok(is_there)
        })
        .await
    }

    /// Erases a space whose time is over, with its people and documents. No row and nothing in the log names it after the
    /// answer, and no unused part of the file after [`Store::remove_traces`]. What was made from it and belongs to itself
    /// stays. False when somebody kept it meanwhile.
    pub async fn erase_space(&self, space: SpaceId, now_ms: u64) -> Result<bool, StoreError> {
        self.write_weighing(0, Necessity::Erasing, move |connection| {
            let found = spaces::find(connection, space)?;
            let is_over = found
                .and_then(|found| found.deletes_ms)
                .is_some_and(|at_ms| at_ms <= now_ms);
            if is_over {
                erase(connection, space)?;
            }
            Ok(is_over)
        })
        .await
    }
}

/// Every row of a space. What depends on its documents goes before them, what depends on its people before those.
const ERASE: [&str; 14] = [
    "DELETE FROM reminders WHERE participant IN (SELECT id FROM participants WHERE space = ?1)",
    "DELETE FROM askings WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM wall_notes WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM walls WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM rounds WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM quarantine WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM chunks WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM verified WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM actors WHERE document IN (SELECT id FROM documents WHERE space = ?1)",
    "DELETE FROM documents WHERE space = ?1",
    "DELETE FROM links WHERE space = ?1",
    "DELETE FROM memberships WHERE space = ?1",
    "DELETE FROM participants WHERE space = ?1",
    "DELETE FROM spaces WHERE id = ?1",
];

fn erase(connection: &Connection, space: SpaceId) -> Result<(), StoreError> {
    askings::destroy_keys(connection, space)?;
    votes::destroy_keys(connection, space)?;
    walls::destroy_keys(connection, space)?;
    for sql in ERASE {
        connection.execute(sql, [space])?;
    }
    traces::leave_mark(connection)
}

fn end(
    connection: &Connection,
    space: SpaceId,
    now_ms: u64,
    why: Ending,
) -> Result<(), StoreError> {
    let sql = "UPDATE spaces SET deletes_ms = ?2, ends = ?3 WHERE id = ?1";
    some_row(connection.execute(sql, (space, now_ms.saturating_add(NOTICE_MS), why))?)
}

/// Whether something happened in a space `s` after a moment, an expression of SQL: it was made, looked at, or written in.
fn is_active_after(moment: &str) -> String {
    format!(
        "(s.created_ms > {moment} OR coalesce(s.seen_ms, 0) > {moment} OR EXISTS
         (SELECT 1 FROM documents d WHERE d.space = s.id AND d.updated_ms > {moment}))"
    )
}

/// Whatever happened in a space since it was said to be silent, it is not.
fn wake(connection: &Connection) -> Result<(), StoreError> {
    let is_active = is_active_after("s.deletes_ms - ?2");
    let sql = format!(
        "UPDATE spaces AS s SET deletes_ms = NULL, ends = NULL WHERE s.ends = ?1 AND {is_active}"
    );
    connection
        .prepare_cached(&sql)?
        .execute((Ending::Silent, NOTICE_MS))?;
    Ok(())
}

fn silent(connection: &Connection, since_ms: u64) -> Result<Vec<SpaceId>, StoreError> {
    let is_active = is_active_after("?1 - 1"); // at that very moment counts
    let sql = format!(
        "SELECT s.id FROM spaces s WHERE s.kind = '{}' AND s.deletes_ms IS NULL AND s.closed_ms IS NULL AND NOT {is_active}",
        SpaceKind::Structure
    );
    listed(connection, &sql, since_ms)
}

fn listed(connection: &Connection, sql: &str, at_ms: u64) -> Result<Vec<SpaceId>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let spaces = statement.query_map([at_ms], |row| row.get(0))?;
    Ok(spaces.collect::<Result<_, _>>()?)
}

fn is_stale(connection: &Connection, space: SpaceId, now_ms: u64) -> Result<bool, StoreError> {
    let sql = "SELECT coalesce(seen_ms, 0) + ?2 < ?3 OR ends = ?4 FROM spaces WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let asked = (space, SEEN_STEP_MS, now_ms, Ending::Silent);
    let stale: Option<bool> = statement.query_row(asked, |row| row.get(0))?;
    Ok(stale.unwrap_or(false))
}
