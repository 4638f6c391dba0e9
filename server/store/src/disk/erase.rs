//! Taking rows out of a table so that nothing of them is left in its pages.
//!
//! Deleted rows are overwritten with zeros. But where SQLite had moved a row from one place of a page to another it may have left a
//! copy behind, which no row knows any more and nothing overwrites.

use rusqlite::{Connection, ToSql, types::Value};

/// Takes out the rows whose `column`, which is never null, holds a value: the whole table is emptied, which fills its pages with
/// zeros, and the other rows are written anew. It costs as much as the table holds, and no other table may refer to it.
pub(crate) fn erase_rows(
    connection: &Connection,
    table: &str,
    column: &str,
    value: impl ToSql,
) -> rusqlite::Result<()> {
    let sql = format!("SELECT * FROM {table} WHERE {column} <> ?1");
    keep_only(connection, table, &sql, value)
}

/// Empties a table in the same way, but for the rows that a question finds: it asks for all columns in their order.
pub(crate) fn keep_only(
    connection: &Connection,
    table: &str,
    sql: &str,
    value: impl ToSql,
) -> rusqlite::Result<()> {
    let kept = rows(connection, sql, value)?;
    connection.execute(&format!("DELETE FROM {table}"), [])?;
    let Some(first) = kept.first() else {
        return Ok(());
    };
    let places = vec!["?"; first.len()].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO {table} VALUES ({places})"))?;
    for row in kept {
        insert.execute(rusqlite::params_from_iter(row))?;
    }
    Ok(())
}

fn rows(
    connection: &Connection,
    sql: &str,
    value: impl ToSql,
) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map([value], |row| {
        (0..columns).map(|column| row.get(column)).collect()
    })?;
    rows.collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::connection;

    const VOTERS: usize = 80;
    const ROUNDS: usize = 4;

    /// Bytes that stand for somebody or for a round, as random as those of a keyed hash.
    fn name<const BYTES: usize>(seed: usize) -> [u8; BYTES] {
        let mut state = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        std::array::from_fn(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_be_bytes()[0]
        })
    }

    /// Ballots of some rounds were written, changed and taken back now and then; those of one round are taken out. How many of
    /// them are found in the file.
    fn left(seed: usize, take_out: impl Fn(&Connection, [u8; 16])) -> usize {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("database");
        let connection = connection::open_for_writing(&path).unwrap();
        let sql = "PRAGMA synchronous = OFF;
             CREATE TABLE ballots(round BLOB NOT NULL, voter BLOB NOT NULL, dots TEXT NOT NULL, PRIMARY KEY (round, voter)) WITHOUT ROWID";
        connection.execute_batch(sql).unwrap();
        let sql = "INSERT INTO ballots VALUES (?1, ?2, ?3)
                   ON CONFLICT(round, voter) DO UPDATE SET dots = excluded.dots";
        let mut write = connection.prepare(sql).unwrap();
        let sql = "DELETE FROM ballots WHERE round = ?1 AND voter = ?2";
        let mut take_back = connection.prepare(sql).unwrap();
        let round = |number: usize| name::<16>(seed * 1_000_000 + number);
        let voter =
            |round: usize, number: usize| name::<32>(seed * 1_000_000 + round * 1000 + number);
        for turn in 0..12 {
            for number in 0..VOTERS {
                let letters = (number * 7 + turn * 3) % 6;
                for each in 0..ROUNDS {
                    let who = (round(each), voter(each, number));
                    if letters == 0 && turn < 11 {
                        take_back.execute(who).unwrap();
                    } else {
                        let dots = "{\"a\":2}".repeat(letters);
                        write.execute((who.0, who.1, dots)).unwrap();
                    }
                }
            }
        }
        take_out(&connection, round(1));
        crate::disk::checkpoint::empty(&connection).unwrap();
        let bytes = fs::read(&path).unwrap();
        let found = |who: [u8; 32]| bytes.windows(32).any(|window| window == who);
        assert!((0..VOTERS).all(|number| found(voter(2, number))));
        (0..VOTERS)
            .filter(|number| found(voter(1, *number)))
            .count()
    }

    /// Where deleting alone leaves something, which it seldom does.
    const TELLING: usize = 369;

    #[test]
    fn nothing_of_a_row_is_left_where_it_once_was() {
        let erased = |connection: &Connection, round: [u8; 16]| {
            erase_rows(connection, "ballots", "round", round).unwrap();
        };
        let deleted = |connection: &Connection, round: [u8; 16]| {
            let sql = "DELETE FROM ballots WHERE round = ?1";
            connection.execute(sql, [round]).unwrap();
        };
        assert!(left(TELLING, deleted) > 0, "deleting alone would do");
        for seed in [TELLING, 1, 2, 3] {
            assert_eq!(left(seed, erased), 0);
        }
    }
}
