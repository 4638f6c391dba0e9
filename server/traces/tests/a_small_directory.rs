//! A database of one table and a file: what is found in them.

#![allow(clippy::unwrap_used)] // A directory that cannot be made is a failed test.

use rusqlite::Connection;
use traces::{Needles, in_files, in_tables, tables};

const ID: [u8; 16] = *b"0123456789abcdef";

fn needles() -> Needles {
    let mut needles = Needles::default();
    needles.id("space", &ID, "3XyZ");
    needles.bytes("name", "Zoé".as_bytes());
    needles
}

#[test]
fn an_identifier_is_found_in_each_of_its_forms() {
    let forms = [
        &b".0123456789abcdef."[..],
        b"in hex 30313233343536373839616263646566",
        b"3XyZ",
    ];
    for hay in forms {
        let needles = needles();
        let found = needles.found_in(hay);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["space"]);
    }
    assert!(needles().found_in(b"0123456789abcde").is_empty());
}

#[test]
fn every_column_of_every_table_is_looked_through() {
    let database = Connection::open_in_memory().unwrap();
    let schema =
        "CREATE TABLE people(name TEXT, id BLOB, at_ms INTEGER); CREATE TABLE empty(name TEXT)";
    database.execute_batch(schema).unwrap();
    let sql = "INSERT INTO people VALUES ('Zoé et Ana', ?1, 7)";
    database.execute(sql, [ID]).unwrap();
    assert_eq!(tables(&database).unwrap(), ["empty", "people"]);
    let found = in_tables(&database, &needles()).unwrap();
    let wanted = ["people.id: space", "people.name: name"];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn files_and_their_names_are_looked_through() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("old")).unwrap();
    std::fs::write(dir.path().join("old/3XyZ.txt"), "pour Zoé").unwrap();
    let found = in_files(dir.path(), &needles()).unwrap();
    let wanted = ["3XyZ.txt: name", "the name of 3XyZ.txt: space"];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), wanted);
}
