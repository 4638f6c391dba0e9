//! Looking through every column of every row.

use std::collections::BTreeSet;

use rusqlite::{Connection, types::ValueRef};

use crate::Needles;

/// The tables of a database, from its schema.
pub fn tables(database: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    database
        .prepare(sql)?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Where something is found, as `table.column: what`, each once. Nobody else may have the database open.
pub fn in_tables(database: &Connection, needles: &Needles) -> rusqlite::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for table in tables(database)? {
        look_through(database, &table, needles, &mut found)?;
    }
    Ok(found)
}

fn look_through(
    database: &Connection,
    table: &str,
    needles: &Needles,
    found: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let mut statement = database.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let columns: Vec<_> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for (place, column) in columns.iter().enumerate() {
            if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(place)? {
                let here = needles.found_in(bytes).into_iter();
                found.extend(here.map(|what| format!("{table}.{column}: {what}")));
            }
        }
    }
    Ok(())
}
