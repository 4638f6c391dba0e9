//! A damaged database: the file is kept aside, and a fresh one is made of every row that can still be read.
//!
//! SQLite reads from the top of its trees down, so that one page can hide all that hangs below. Here the pages are read
//! one by one, as the file format says: a page costs what stands on it. Rows of content carry a hash and are proved when
//! they are loaded; a document of which rows are missing is told to be damaged, because the places of its rows are known.

mod aside;
mod header;
mod page;
mod record;
mod rescue;
mod row;
mod sense;
mod table;
mod tree;
mod untitled;
mod version;

use std::{fs, io, path::Path};

use rusqlite::Connection;

use self::rescue::Counts;
use crate::{
    OpenError,
    disk::{file_system::sync_dir, migrations, names::FILE},
    error::at,
};

/// The fresh database until it is complete.
const REBUILT: &str = "atelier.sqlite.rebuilt";

/// Damaged files in one directory. A disk that goes on damaging what is written is not mended by writing.
const KEPT_MAX: usize = 5;

/// Refuses a file whose first bytes would make SQLite read it as something else.
pub(crate) fn refuse_damaged_header(path: &Path) -> Result<(), OpenError> {
    match header::is_sound(path) {
        Ok(true) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()), // it is made
        Err(error) => Err(at(path)(error)),
        Ok(false) => Err(damaged(path, "its header is not what was written")),
    }
}

/// Refuses a database that says it is of another version than its tables are.
pub(crate) fn refuse_wrong_version(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    if version::is_wrong(connection)? {
        return Err(damaged(path, "its tables are not of the version it says"));
    }
    Ok(())
}

fn damaged(path: &Path, what: &str) -> OpenError {
    OpenError::Damaged {
        path: path.to_owned(),
        what: what.to_owned(),
    }
}

/// Puts a fresh database in the place of the damaged one of a directory whose lock is held, `what` being the damage.
/// When there is nothing of ours in the file, it stays as it is and the damage is the error.
pub(crate) fn salvage(dir: &Path, what: &str) -> Result<(), OpenError> {
    let path = dir.join(FILE);
    if !header::is_ours(&path).map_err(at(&path))? || aside::kept(dir).map_err(at(dir))? >= KEPT_MAX
    {
        return Err(damaged(&path, what));
    }
    let aside = aside::keep(dir)?;
    tracing::error!(what, kept = %aside.display(), "the database is damaged: what can be read is put into a fresh one");
    match rebuild(dir, &path) {
        Ok(counts) => {
            aside::report(&aside, what, &counts);
            tell(&counts);
            Ok(())
        }
        Err(error) => {
            let _ = fs::remove_dir_all(&aside); // the damaged file is still in its place
            Err(error)
        }
    }
}

fn rebuild(dir: &Path, path: &Path) -> Result<Counts, OpenError> {
    header::mend(path).map_err(at(path))?;
    fold_back_log(path);
    let rebuilt = dir.join(REBUILT);
    remove(&rebuilt)?;
    let counts = fill(path, &rebuilt)?;
    remove(&dir.join(format!("{FILE}-wal")))?;
    fs::rename(&rebuilt, path)
        .and_then(|()| sync_dir(dir))
        .map_err(at(dir))?;
    Ok(counts)
}

/// What was committed last is in the log; SQLite knows which part of it counts.
fn fold_back_log(path: &Path) {
    let folded = Connection::open(path).and_then(|connection| {
        connection.pragma_update(None, "locking_mode", "exclusive")?;
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
    });
    if let Err(error) = folded {
        tracing::error!(%error, "the log of the damaged database could not be read: what was saved last may be missing");
    }
}

fn fill(from: &Path, rebuilt: &Path) -> Result<Counts, OpenError> {
    let fresh = Connection::open(rebuilt)?;
    fresh.pragma_update(None, "page_size", page::PAGE_BYTES as u32)?;
    fresh.pragma_update(None, "journal_mode", "off")?; // it counts only when it is finished
    fresh.pragma_update(None, "synchronous", "off")?;
    fresh.pragma_update(None, "foreign_keys", "off")?; // what is missing is missing
    let steps = version::of_file(from)?;
    migrations::migrate(&fresh, &migrations::ALL[..steps])?;
    let filling = fresh.unchecked_transaction()?;
    empty(&filling)?;
    let counts = rescue::rescue(from, &filling)?;
    untitled::give_space_back(&filling)?;
    filling.commit()?;
    fresh.close().map_err(|(_, error)| error)?;
    fs::File::open(rebuilt)
        .and_then(|file| file.sync_all())
        .map_err(at(rebuilt))?;
    Ok(counts)
}

/// Steps of the schema may have written rows of their own: the ones that were there count.
fn empty(fresh: &Connection) -> rusqlite::Result<()> {
    for table in table::tables(fresh)? {
        fresh.execute(&format!("DELETE FROM {}", table.name), [])?;
    }
    Ok(())
}

fn tell(counts: &Counts) {
    for (table, count) in counts {
        let (rows, unreadable_rows, unreadable_pages) =
            (count.rows, count.unreadable_rows, count.unreadable_pages);
        if unreadable_rows + unreadable_pages > 0 {
            tracing::error!(
                table,
                rows,
                unreadable_rows,
                unreadable_pages,
                "not everything could be read"
            );
        }
    }
    tracing::warn!(
        "the server uses the fresh database; `atelier check` names the documents that are not whole"
    );
}

fn remove(path: &Path) -> Result<(), OpenError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(path)(error)),
        _ => Ok(()),
    }
}
