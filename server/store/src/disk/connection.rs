//! A connection to SQLite with every setting that durability depends on, set and read back.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags, types::Value};

use crate::{OpenError, disk::privacy, error::at, limits};

/// What SQLite reads and writes at once, in bytes.
pub(crate) const PAGE_BYTES: u64 = 4096;

/// The first version without the fault by which resetting the log could lose commits.
const SQLITE_MIN: i32 = 3_051_003;

/// In this order: the lock must be exclusive before the log is switched on, so that no shared memory is used.
const SETTINGS: &[(&str, &str)] = &[
    ("locking_mode", "exclusive"),
    ("journal_mode", "wal"),
    ("synchronous", "2"), // FULL: a commit is fsynced before it is answered
    ("fullfsync", "1"),   // macOS: ask the drive as well
    ("checkpoint_fullfsync", "1"),
    ("foreign_keys", "1"),
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
    ("mmap_size", "0"), // a stray write in memory must not reach the file
    ("secure_delete", "1"),
    ("temp_store", "2"),         // memory
    ("wal_autocheckpoint", "0"), // see checkpoint.rs
];

/// Findings of SQLite that are told.
const FINDINGS_MAX: u32 = 5;

/// Opens or creates the database for writing.
pub(crate) fn open_for_writing(path: &Path) -> Result<Connection, OpenError> {
    check_version()?;
    if !path.exists() {
        privacy::create(path).map_err(at(path))?; // SQLite gives its log the mode of the database
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    configure(&connection).map_err(named(path))?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Gives damage the name of the file.
pub(crate) fn named(path: &Path) -> impl Fn(OpenError) -> OpenError + use<'_> {
    move |error| match error {
        OpenError::Database(why) if is_damage(&why) => OpenError::Damaged {
            path: path.to_owned(),
            what: why.to_string(),
        },
        other => other,
    }
}

/// Whether SQLite says that the file is not what it wrote.
pub(crate) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    )
}

fn check_version() -> Result<(), OpenError> {
    if rusqlite::version_number() < SQLITE_MIN {
        return Err(OpenError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}

fn configure(connection: &Connection) -> Result<(), OpenError> {
    connection.pragma_update(None, "page_size", PAGE_BYTES)?; // only counts in a database not yet made
    for (name, wanted) in SETTINGS {
        set(connection, name, wanted)?;
    }
    set(
        connection,
        "journal_size_limit",
        &limits::WAL_FILE_BYTES_MAX.to_string(),
    )
}

/// A setting SQLite does not know or cannot honour is silently ignored: so it is read back.
fn set(connection: &Connection, name: &str, wanted: &str) -> Result<(), OpenError> {
    connection.pragma_update(None, name, wanted)?;
    let found: Value = connection.pragma_query_value(None, name, |row| row.get(0))?;
    let found = match found {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    };
    if found != wanted {
        return Err(OpenError::Setting {
            name: name.into(),
            wanted: wanted.into(),
            found,
        });
    }
    Ok(())
}

/// Asks SQLite whether every page is what it wrote, and whether the indexes say what the tables do.
pub(crate) fn refuse_damage(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let mut statement = connection.prepare(&format!("PRAGMA integrity_check({FINDINGS_MAX})"))?;
    let findings = statement.query_map([], |row| row.get::<_, String>(0))?;
    let what = findings.collect::<Result<Vec<_>, _>>()?.join("; ");
    if what != "ok" {
        return Err(OpenError::Damaged {
            path: path.to_owned(),
            what,
        });
    }
    Ok(())
}
