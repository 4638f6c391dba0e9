//! The schema and its history: forward only, each step in a transaction of its own.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::OpenError;

/// Every step, oldest first. A step that was released never changes.
pub(crate) const ALL: &[&str] = &[
    include_str!("migrations/001_beginning.sql"),
    include_str!("migrations/002_votes.sql"),
    include_str!("migrations/003_structures.sql"),
    include_str!("migrations/004_belongings.sql"),
    include_str!("migrations/005_mail.sql"),
    include_str!("migrations/006_calendar_addresses.sql"),
    include_str!("migrations/007_order.sql"),
    include_str!("migrations/008_electorate.sql"),
    include_str!("migrations/009_bars.sql"),
    include_str!("migrations/010_clock.sql"),
    include_str!("migrations/011_closing.sql"),
    include_str!("migrations/012_tokens.sql"),
    include_str!("migrations/013_deletions.sql"),
    include_str!("migrations/014_stars.sql"),
    include_str!("migrations/015_locks.sql"),
    include_str!("migrations/016_messages.sql"),
    include_str!("migrations/017_conduct.sql"),
    include_str!("migrations/018_askings.sql"),
    include_str!("migrations/019_walls.sql"),
    include_str!("migrations/020_closing_for_writing.sql"),
    include_str!("migrations/021_screens.sql"),
];

/// How many steps the database has taken.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<usize> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Takes the steps that are missing. What a crash interrupts has not happened.
pub(crate) fn migrate(connection: &Connection, all: &[&str]) -> Result<(), OpenError> {
    let found = known_version(connection, all)?;
    for (index, sql) in all.iter().enumerate().skip(found) {
        let step = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", index + 1)?;
        step.commit()?;
        tracing::info!(schema = index + 1, "schema brought up to date");
    }
    Ok(())
}

/// The version, if this program knows it.
pub(crate) fn known_version(connection: &Connection, all: &[&str]) -> Result<usize, OpenError> {
    let found = version(connection)?;
    if found > all.len() {
        return Err(OpenError::Newer {
            found,
            known: all.len(),
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: &str = "CREATE TABLE half(a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);";

    fn tables(connection: &Connection) -> i64 {
        let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn an_empty_database_takes_every_step() {
        let connection = Connection::open_in_memory().unwrap();
        migrate(&connection, ALL).unwrap();
        assert_eq!(version(&connection).unwrap(), ALL.len());
        migrate(&connection, ALL).unwrap();
    }

    #[test]
    fn a_step_that_fails_leaves_nothing_and_can_be_taken_again() {
        let connection = Connection::open_in_memory().unwrap();
        migrate(&connection, ALL).unwrap();
        let before = tables(&connection);
        let with_broken: Vec<_> = ALL.iter().copied().chain([BROKEN]).collect();
        assert!(migrate(&connection, &with_broken).is_err());
        assert_eq!(
            (version(&connection).unwrap(), tables(&connection)),
            (ALL.len(), before)
        );

        let repaired: Vec<_> = ALL
            .iter()
            .copied()
            .chain(["CREATE TABLE half(a INTEGER)"])
            .collect();
        migrate(&connection, &repaired).unwrap();
        assert_eq!(
            (version(&connection).unwrap(), tables(&connection)),
            (ALL.len() + 1, before + 1)
        );
    }

    #[test]
    fn a_newer_schema_is_refused_and_left_alone() {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .pragma_update(None, "user_version", ALL.len() + 1)
            .unwrap();
        assert!(matches!(
            migrate(&connection, ALL),
            Err(OpenError::Newer { .. })
        ));
        assert_eq!(tables(&connection), 0);
    }

    #[test]
    fn what_came_at_the_same_time_keeps_its_order() {
        let connection = Connection::open_in_memory().unwrap();
        migrate(&connection, &ALL[..6]).unwrap();
        let space = "INSERT INTO spaces(id, kind, title, language, created_ms)
                     VALUES (zeroblob(16), 'workshop', 'Bilan', 'fr', 1)";
        connection.execute(space, []).unwrap();
        let title = |place: u8| format!("{place}");
        for place in 0..5_u8 {
            let sql = "INSERT INTO documents(id, space, kind, title, created_ms)
                       VALUES (?1, zeroblob(16), 'pad', ?2, 1)";
            let id = [9 - place; 16];
            connection.execute(sql, (id, title(place))).unwrap();
        }
        migrate(&connection, ALL).unwrap();
        let sql = "SELECT title FROM documents ORDER BY created_ms, number";
        let mut statement = connection.prepare(sql).unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        let found: Vec<String> = found.map(Result::unwrap).collect();
        assert_eq!(found, (0..5).map(title).collect::<Vec<_>>());
    }
}
