//! Finds what the data still says about something, in every table there is.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row};
use store::Store;

/// The tables that hold one of these, as text or as bytes, in any column. Looks into a copy: the data is its server's.
pub async fn tables_naming(store: &Store, wanted: &[Vec<u8>]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let file = folder.path().join("copy.sqlite");
    let copied = store.backup(file.clone(), |_| {});
    copied.await.expect("a copy");
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let database = database.expect("a database");
    let mut tables = tables(&database);
    assert!(tables.len() > 5, "{tables:?}");
    tables.retain(|table| is_named_in(&database, table, wanted));
    tables
}

fn tables(database: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let mut query = database.prepare(sql).expect("a schema");
    let names = query.query_map((), |row| row.get(0)).expect("tables");
    names.collect::<Result<_, _>>().expect("names")
}

fn is_named_in(database: &Connection, table: &str, wanted: &[Vec<u8>]) -> bool {
    let mut query = database
        .prepare(&format!("SELECT * FROM \"{table}\""))
        .expect("a table");
    let columns = query.column_count();
    let mut rows = query.query(()).expect("rows");
    while let Some(row) = rows.next().expect("a row") {
        if (0..columns).any(|column| holds(row, column, wanted)) {
            return true;
        }
    }
    false
}

fn holds(row: &Row<'_>, column: usize, wanted: &[Vec<u8>]) -> bool {
    let bytes = match row.get_ref(column).expect("a column") {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => return false,
    };
    let is_in = |wanted: &Vec<u8>| bytes.windows(wanted.len()).any(|part| part == *wanted);
    wanted.iter().any(is_in)
}
