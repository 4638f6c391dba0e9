//! One transaction for everyone who waits, and what to do when the disk does not take it.

use rusqlite::{Connection, ErrorCode};

use crate::disk::job::{Ran, Waiting};

/// Nothing of the transaction happened, because there is no room for it.
pub(crate) struct DiskFull;

/// Every change in its own savepoint: one that is refused takes back only itself.
pub(crate) fn run(connection: &Connection, changes: &mut [Waiting]) -> Result<(), DiskFull> {
    execute(connection, "BEGIN IMMEDIATE")?;
    for (change, _) in changes {
        execute(connection, "SAVEPOINT change")?;
        match change.run(connection) {
            Ran::Done => {}
            Ran::Refused => execute(connection, "ROLLBACK TO change")?,
            Ran::Full => return roll_back(connection),
            Ran::DiskFailed(error) => give_up(&error, "changing the database"),
        }
        execute(connection, "RELEASE change")?;
    }
    execute(connection, "COMMIT")
}

fn execute(connection: &Connection, sql: &str) -> Result<(), DiskFull> {
    let done = connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute([]));
    match done {
        Ok(_) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => {
            roll_back(connection)
        }
        Err(error) => give_up(&error, "committing"),
    }
}

/// SQLite may have rolled back by itself; what must not be is that the transaction stays open.
fn roll_back(connection: &Connection) -> Result<(), DiskFull> {
    if !connection.is_autocommit()
        && let Err(error) = connection.execute_batch("ROLLBACK")
    {
        give_up(&error, "rolling back");
    }
    assert!(
        connection.is_autocommit(),
        "a rolled back transaction is over"
    );
    Err(DiskFull)
}

/// Ends the process: what the disk holds is only known after opening it anew.
pub(crate) fn give_up(error: &rusqlite::Error, doing: &'static str) -> ! {
    tracing::error!(%error, doing, "the disk failed; stopping so that nothing unsaved is called saved");
    std::process::abort()
}
