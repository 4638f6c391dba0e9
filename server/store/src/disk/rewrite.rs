//! Writing the whole database anew: where rows only moved, unused parts of pages hold copies of them.

use rusqlite::Connection;

use crate::disk::{checkpoint, job::is_disk_failure, transaction::give_up};

/// Writes every page anew, from the rows there are, and empties the log. Takes the room of the database once more
/// beside it and once in the directory for temporary files; nobody else is served meanwhile.
pub(crate) fn rewrite(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "temp_store", "file")?; // memory may not hold a whole database
    let rewritten = connection.execute_batch("VACUUM");
    connection.pragma_update(None, "temp_store", "memory")?;
    let emptied = rewritten.and_then(|()| checkpoint::empty(connection));
    match emptied {
        Err(error) if is_disk_failure(&error) => give_up(&error, "writing the database anew"),
        emptied => emptied,
    }
}
