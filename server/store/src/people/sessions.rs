//! Browsers: one session holds a person in each of several spaces.

use rusqlite::{Connection, OptionalExtension};

use crate::{MySpace, Secret, SecretHash, Store, StoreError, limits::SEEN_STEP_MS, people::spaces};

impl Store {
    /// Whether the session exists; notes that it was seen, at most once an hour.
    pub async fn greet_session(&self, session: SecretHash) -> Result<bool, StoreError> {
        let seen_ms = self
            .read(move |connection| seen_ms(connection, session))
            .await?;
        let Some(seen_ms) = seen_ms else {
            return Ok(false);
        };
        let now_ms = self.now_ms();
        if now_ms.saturating_sub(seen_ms) > SEEN_STEP_MS {
            let noted = self
                .write(move |connection| note_seen(connection, session, now_ms))
                .await;
            return match noted {
                Err(StoreError::Full) => Ok(true), // a full disk keeps nobody out
                other => other.map(|()| true),
            };
        }
        Ok(true)
    }

    /// The spaces this session belongs to, latest first.
    pub async fn my_spaces(&self, session: SecretHash) -> Result<Vec<MySpace>, StoreError> {
        self.read(move |connection| spaces::of_session(connection, session))
            .await
    }

    /// Forgets this session; the people it held stay. Works on a full disk.
    pub async fn revoke_session(&self, session: SecretHash) -> Result<(), StoreError> {
        self.write_necessary(move |connection| {
            connection.execute("DELETE FROM sessions WHERE token_hash = ?1", [session])?;
            Ok(())
        })
        .await
    }

    /// Forgets sessions not seen since a moment, in milliseconds since 1970; answers how many.
    pub async fn forget_sessions(&self, unseen_since_ms: u64) -> Result<u64, StoreError> {
        self.write(move |connection| {
            let sql = "DELETE FROM sessions WHERE seen_ms < ?1";
            Ok(connection.execute(sql, [unseen_since_ms])? as u64)
        })
        .await
    }
}

/// The session a browser goes on with: its own if we know it, otherwise a fresh one. A secret we did not make is never
/// taken over.
pub(crate) fn go_on(
    connection: &Connection,
    own: Option<Secret>,
    now_ms: u64,
) -> Result<Secret, StoreError> {
    if let Some(own) = own
        && seen_ms(connection, own.hash())?.is_some()
    {
        return Ok(own);
    }
    let fresh = Secret::random();
    let sql = "INSERT INTO sessions(token_hash, created_ms, seen_ms) VALUES (?1, ?2, ?2)";
    connection
        .prepare_cached(sql)?
        .execute((fresh.hash(), now_ms))?;
    Ok(fresh)
}

fn seen_ms(connection: &Connection, session: SecretHash) -> Result<Option<u64>, StoreError> {
    let sql = "SELECT seen_ms FROM sessions WHERE token_hash = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement
        .query_row([session], |row| row.get(0))
        .optional()?)
}

fn note_seen(connection: &Connection, session: SecretHash, now_ms: u64) -> Result<(), StoreError> {
    let sql = "UPDATE sessions SET seen_ms = ?2 WHERE token_hash = ?1";
    connection.execute(sql, (session, now_ms))?;
    Ok(())
}
