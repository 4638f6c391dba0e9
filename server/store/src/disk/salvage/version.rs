//! Of which version a damaged database is: what its header says, unless the tables that are there say otherwise.

use std::{collections::BTreeSet, io, path::Path};

use rusqlite::Connection;

use super::{header, page::Pages, tree};
use crate::{OpenError, disk::migrations, error::at};

/// How many steps of the schema the rows of the file have taken. Damage hides tables and makes none: the ones that are
/// there tell the least it can be.
pub(super) fn of_file(path: &Path) -> Result<usize, OpenError> {
    let said = header::steps_taken(path).map_err(at(path))?;
    let there = names_in_file(path).map_err(at(path))?;
    for steps in 1..=migrations::ALL.len() {
        if steps == said && there.is_subset(&names_after(steps)?) {
            return Ok(said);
        }
    }
    Ok(migrations::ALL.len())
}

/// Further than this ahead of the steps we know, no newer program is.
const STEPS_AHEAD_MAX: usize = 1_000;
/// So many steps ahead, the next program may well be.
const NEXT_STEPS: usize = 4;

/// Whether the tables are not those of the version in the header: one of the two is damaged.
pub(super) fn is_wrong(connection: &Connection) -> Result<bool, OpenError> {
    let known = migrations::ALL.len();
    let Ok(said) = migrations::version(connection) else {
        return Ok(true);
    };
    let there = names(connection)?;
    if said > known {
        let is_one_bit_away = said > known + NEXT_STEPS && (said ^ known).count_ones() == 1;
        return Ok(said > STEPS_AHEAD_MAX || is_one_bit_away && there == names_after(known)?);
    }
    let expected = after(said)?;
    let names_expected = names(&expected)?;
    let is_later = |name: &String| there.contains(name) && !names_expected.contains(name);
    let is_ahead = said < known && names_after(known)?.iter().any(is_later);
    let is_complete =
        names_expected.is_subset(&there) && columns(&expected)?.is_subset(&columns(connection)?);
    Ok(is_ahead || !is_complete)
}

fn names_in_file(path: &Path) -> io::Result<BTreeSet<String>> {
    let pages = Pages::open(path)?;
    let roots = tree::roots_of_file(&pages)?;
    let named = roots.into_iter().map(|(name, _)| name);
    Ok(named.filter(|name| !name.starts_with("sqlite_")).collect())
}

/// An empty database that has taken so many steps.
fn after(steps: usize) -> Result<Connection, OpenError> {
    let connection = Connection::open_in_memory()?;
    for sql in &migrations::ALL[..steps] {
        connection.execute_batch(sql)?;
    }
    Ok(connection)
}

fn names_after(steps: usize) -> Result<BTreeSet<String>, OpenError> {
    Ok(names(&after(steps)?)?)
}

fn names(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";
    let mut statement = connection.prepare(sql)?;
    statement.query_map([], |row| row.get(0))?.collect()
}

fn columns(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let sql = "SELECT s.name || '.' || c.name || ' ' || c.type
               FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type = 'table'";
    let mut statement = connection.prepare(sql)?;
    statement.query_map([], |row| row.get(0))?.collect()
}
