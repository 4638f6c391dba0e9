//! Mending documents whose rows are intact and do not make a document, in a data directory that no server uses.

use std::path::Path;

use rusqlite::Connection;

use crate::{
    DocumentId, OpenError, Progress, Stage, StoreError, Stored,
    backups::check::{database_of, unwrap_database},
    clock,
    content::{
        documents, quarantine, rebuild,
        row::{self, Content},
        snapshots,
    },
    disk::{
        connection::{self, named},
        lock::Lock,
        migrations,
    },
};

/// A document in one piece, to be put in the place of everything that is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The whole document.
    pub bytes: Vec<u8>,
    /// Its heads.
    pub heads: Vec<[u8; 32]>,
    /// The changes that are not in it, each as it was.
    pub set_aside: Vec<Vec<u8>>,
}

/// A document that did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Which.
    pub document: DocumentId,
    /// How many changes were set aside to mend it, or why it stays as it is.
    pub outcome: Result<usize, String>,
}

/// Says how a document is mended; nothing when it is sound. An error when it cannot be.
pub(crate) type Mend<'a> = &'a mut dyn FnMut(&Stored) -> Result<Option<Mended>, String>;

/// Mends the documents of a data directory that no server uses. Each is handed to `mend`, before and after. What was stored
/// of a mended document is kept in the quarantine, whole. Answers with the documents that were not sound. Blocking.
///
/// # Errors
/// When the directory cannot be opened, is in use, or cannot be written. What was mended before stays mended.
pub fn repair(
    dir: &Path,
    mend: Mend<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Repaired>, OpenError> {
    let path = database_of(dir)?;
    let _lock = Lock::take(dir)?;
    look_through(&path, mend, progress).map_err(named(&path))
}

fn look_through(
    path: &Path,
    mend: Mend<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<Repaired>, OpenError> {
    let mut connection = connection::open_for_writing(path)?;
    migrations::known_version(&connection, migrations::ALL)?;
    let ids = documents::ids(&connection).map_err(unwrap_database)?;
    let total = ids.len() as u64;
    let mut repaired = Vec::new();
    for (done, document) in (0..).zip(ids) {
        progress(Progress {
            stage: Stage::Documents,
            done,
            total,
        });
        let outcome = look_at(&mut connection, document, mend).map_err(unwrap_database)?;
        repaired.extend(outcome.map(|outcome| Repaired { document, outcome }));
    }
    Ok(repaired)
}

/// What became of a document; nothing when it was sound.
fn look_at(
    connection: &mut Connection,
    document: DocumentId,
    mend: Mend<'_>,
) -> Result<Option<Result<usize, String>>, StoreError> {
    let stored = match rebuild::load_thoroughly(connection, document) {
        Ok(Some(stored)) => stored,
        Ok(None) | Err(StoreError::Damaged) => return Ok(Some(Err("it is gone".into()))),
        Err(error) => return Err(error),
    };
    if !stored.is_whole {
        return Ok(Some(Err("rows of it are missing or damaged".into())));
    }
    match mend(&stored) {
        Ok(None) => Ok(None),
        Ok(Some(mended)) => replace(connection, &stored, mended, mend).map(Some),
        Err(why) => Ok(Some(Err(why))),
    }
}

/// All or nothing: what was written is read back and looked at before it counts.
fn replace(
    connection: &mut Connection,
    stored: &Stored,
    mended: Mended,
    mend: Mend<'_>,
) -> Result<Result<usize, String>, StoreError> {
    let count = mended.set_aside.len();
    let transaction = connection.transaction()?;
    quarantine::keep_all_rows(&transaction, stored.id)?;
    for change in &mended.set_aside {
        quarantine::keep_mended(&transaction, stored.id, change)?;
    }
    write(&transaction, stored, mended)?;
    let again = rebuild::load_thoroughly(&transaction, stored.id)?.ok_or(StoreError::NotFound)?;
    if !again.is_whole || mend(&again) != Ok(None) {
        return Ok(Err("what it was mended to does not open".into()));
    }
    transaction.commit()?;
    Ok(Ok(count))
}

fn write(connection: &Connection, stored: &Stored, mended: Mended) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM chunks WHERE document = ?1",
        "DELETE FROM verified WHERE document = ?1",
        "UPDATE documents SET bytes = 0 WHERE id = ?1",
    ] {
        connection.execute(sql, [stored.id])?;
    }
    let content = Content::snapshot(mended.bytes, &mended.heads, stored.last);
    let number = row::insert(connection, stored.id, &content)?;
    let sql = "UPDATE documents SET first_chunk = ?2 WHERE id = ?1";
    connection.execute(sql, (stored.id, number))?;
    snapshots::accept(connection, stored.id, number, clock::now_ms())?;
    Ok(())
}
