//! What is left in the file of rows that were erased (a space, the name of a person, an address), and writing the file
//! anew without it.
//!
//! Deleted rows are overwritten with zeros. But where the database had moved a row from one place of a page to another,
//! it may have left a copy behind that no row knows any more.

use rusqlite::{Connection, OptionalExtension};

use crate::{Store, StoreError, disk::rewrite::rewrite, secret::random_bytes};

/// Stands in `meta` from an erasure to the end of the rewriting after it, even when the process ends in between.
const MARK: &str = "erased";

type Mark = [u8; 16];

impl Store {
    /// Writes the database anew if something was erased since that was last done; answers whether it was. Nobody is
    /// served meanwhile: it takes about as long as copying the file. When the disk has no room for it, it is still to
    /// be done.
    pub async fn remove_traces(&self) -> Result<bool, StoreError> {
        let rewritten = self.read(|connection| {
            let mark = mark(connection)?;
            if mark.is_some() {
                rewrite(connection)?;
            }
            Ok(mark)
        });
        let Some(mark) = rewritten.await? else {
            return Ok(false);
        };
        self.write(move |connection| {
            let sql = "DELETE FROM meta WHERE name = ?1 AND value = ?2"; // not that of a later erasure
            connection.execute(sql, (MARK, mark))?;
            Ok(true)
        })
        .await
    }
}

/// Notes that there is something to be removed.
pub(crate) fn leave_mark(connection: &Connection) -> Result<(), StoreError> {
    let sql = "INSERT INTO meta(name, value) VALUES (?1, ?2)
               ON CONFLICT(name) DO UPDATE SET value = excluded.value";
    connection.execute(sql, (MARK, random_bytes::<16>()))?;
    Ok(())
}

fn mark(connection: &Connection) -> Result<Option<Mark>, StoreError> {
    let sql = "SELECT value FROM meta WHERE name = ?1";
    let found = connection.query_row(sql, [MARK], |row| row.get(0));
    Ok(found.optional()?)
}
