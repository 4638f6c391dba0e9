//! What is left on the disk of a server that has ended.

use std::collections::BTreeMap;

use end_to_end::server::Server;
use rusqlite::Connection;
use rusqlite::types::Value as Cell;

/// The rows of every table.
pub type Database = BTreeMap<String, Vec<Vec<Cell>>>;

pub fn database(server: &Server) -> Database {
    let file = server.data().join("atelier.sqlite");
    let database = Connection::open(file).expect("the database opens");
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut tables = database.prepare(sql).expect("the schema is read");
    let tables = tables.query_map([], |row| row.get::<_, String>(0));
    let names = tables.expect("tables").map(|name| name.expect("a name"));
    names
        .map(|name| (name.clone(), rows(&database, &name)))
        .collect()
}

fn rows(database: &Connection, table: &str) -> Vec<Vec<Cell>> {
    let sql = format!("SELECT * FROM {table}");
    let mut statement = database.prepare(&sql).expect("a table is read");
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
    let rows: Result<_, _> = rows.expect("rows").collect();
    rows.expect("rows")
}

/// What the twins' databases say once what differs anyway is taken out: when they ran, and what only the process that
/// wrote the document is in.
pub fn comparable(mut left: Database) -> Database {
    left.remove("chunks");
    for cell in left.values_mut().flatten().flatten() {
        if matches!(cell, Cell::Integer(moment) if *moment > BEFORE_THE_TEST_MS) {
            *cell = Cell::Null;
        }
    }
    left
}

/// A moment in 2020, in milliseconds since 1970: nothing but time is counted that far.
const BEFORE_THE_TEST_MS: i64 = 1_577_836_800_000;
