//! The store's time: read from the machine, kept on disk, and the only one by which anything is forgotten.

use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension};

use crate::{
    Clocks, Store, StoreError, Time,
    clock::trust::{Mark, Trust},
};

/// The first schema in which the time is kept.
pub(crate) const SCHEMA_MIN: usize = 10;

/// The clocks, and what is believed of them.
pub(crate) struct Timekeeper {
    clocks: Clocks,
    trust: Mutex<Trust>,
}

impl Timekeeper {
    /// Goes on from what the database says.
    pub(crate) fn begin(clocks: Clocks, connection: &Connection) -> rusqlite::Result<Self> {
        let now = clocks.read();
        let kept = match kept(connection)? {
            Some(mark) => mark,
            None => first(connection, now.wall_ms)?,
        };
        Ok(Timekeeper {
            clocks,
            trust: Mutex::new(Trust::begin(kept, now)),
        })
    }

    fn read(&self) -> (Time, Mark) {
        let mut trust = self.trust.lock().unwrap_or_else(PoisonError::into_inner);
        let time = trust.read(self.clocks.read());
        (time, trust.mark())
    }
}

impl Store {
    /// What is known of the time at this moment.
    pub fn time(&self) -> Time {
        self.timekeeper.read().0
    }

    /// The moment to stamp on what happens, in milliseconds since 1970: the machine's, or a later one if less time would
    /// seem to have passed than did.
    pub fn now_ms(&self) -> u64 {
        self.time().stamp_ms()
    }

    /// Writes down how much time has passed, for the next start; to be called every hour. Answers with what is known.
    pub async fn keep_time(&self) -> Result<Time, StoreError> {
        let (time, mark) = self.timekeeper.read();
        self.write(move |connection| keep(connection, mark)).await?;
        Ok(time)
    }
}

fn keep(connection: &Connection, mark: Mark) -> Result<(), StoreError> {
    let sql = "INSERT INTO clock(number, trusted_ms, wall_ms, doubted_ms) VALUES (1, ?1, ?2, ?3)
               ON CONFLICT(number) DO UPDATE SET trusted_ms = excluded.trusted_ms,
               wall_ms = excluded.wall_ms, doubted_ms = excluded.doubted_ms";
    connection.execute(sql, (mark.trusted_ms, mark.wall_ms, mark.doubted_ms))?;
    Ok(())
}

/// What was kept last, if anything was.
pub(crate) fn kept(connection: &Connection) -> rusqlite::Result<Option<Mark>> {
    let sql = "SELECT trusted_ms, wall_ms, doubted_ms FROM clock WHERE number = 1";
    let found = connection.query_row(sql, [], |row| {
        Ok(Mark {
            trusted_ms: row.get(0)?,
            wall_ms: row.get(1)?,
            doubted_ms: row.get(2)?,
        })
    });
    found.optional()
}

/// Without a mark, nothing is believed but the last thing that happened; of an empty database, the clock on the wall.
fn first(connection: &Connection, wall_ms: u64) -> rusqlite::Result<Mark> {
    let sql = "SELECT max(at_ms) FROM (SELECT max(seen_ms) AS at_ms FROM sessions
               UNION ALL SELECT max(created_ms) FROM spaces UNION ALL SELECT max(updated_ms) FROM documents) AS stamps";
    let latest_ms: Option<u64> = connection.query_row(sql, [], |row| row.get(0))?;
    Ok(Mark {
        trusted_ms: latest_ms.unwrap_or(wall_ms).min(wall_ms),
        wall_ms,
        doubted_ms: 0,
    })
}
