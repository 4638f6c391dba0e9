//! What there is to know of a data directory without opening its documents: for whoever looks after the server.

use std::{fs, path::Path};

use rusqlite::{Connection, OptionalExtension};

use crate::{
    OpenError, Store, StoreError, clock,
    disk::{connection::named, inspection, lock::Lock, migrations, names::FILE, time},
};

/// In `meta`: when the last backup was complete.
const BACKED_UP: &str = "backed_up_ms";

/// What is known of a database. Moments are in milliseconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// How many steps its schema has taken.
    pub schema: usize,
    /// How many this program knows.
    pub schema_known: usize,
    /// What SQLite finds wrong with it; a running server verified it at its start.
    pub findings: Vec<String>,
    /// The moment that is believed to have come, by the last time it was written down.
    pub trusted_ms: Option<u64>,
    /// What the machine’s clock says.
    pub wall_ms: u64,
    /// When the last backup was complete.
    pub backed_up_ms: Option<u64>,
    /// Whether there is anything to lose.
    pub has_spaces: bool,
}

impl Store {
    /// What is known of this database, by the time that is believed now.
    pub async fn inspection(&self) -> Result<Inspection, StoreError> {
        let time = self.time();
        let mut inspection = self.read(look).await?;
        inspection.trusted_ms = Some(time.trusted_ms);
        inspection.wall_ms = time.wall_ms;
        Ok(inspection)
    }

    /// Notes that a backup is complete. That it cannot be noted is no fault of the backup.
    pub(crate) async fn note_backup(&self) {
        let now_ms = clock::now_ms();
        let noted = self.write(move |connection| {
            let sql = "INSERT INTO meta(name, value) VALUES (?1, ?2)
                       ON CONFLICT(name) DO UPDATE SET value = excluded.value";
            connection.execute(sql, (BACKED_UP, now_ms))?;
            Ok(())
        });
        if let Err(error) = noted.await {
            tracing::warn!(%error, "the time of the backup could not be written down");
        }
    }
}

/// Looks at a data directory that no server uses, changing nothing. Blocking.
///
/// # Errors
/// When there is no data, it is in use, or cannot be read at all.
pub fn inspect(dir: &Path) -> Result<Inspection, OpenError> {
    let path = dir.join(FILE);
    if !path.is_file() {
        return Err(OpenError::Missing(dir.to_owned()));
    }
    let _lock = Lock::of_others(dir)?;
    let log = dir.join(format!("{FILE}-wal"));
    let had_log = log.exists();
    let looked: Result<_, OpenError> = (|| {
        let connection = inspection::open_without_changing(&path)?;
        inspection::distrust(&connection)?;
        migrations::known_version(&connection, migrations::ALL)?;
        let findings = inspection::findings(&connection)?;
        let looked = look(&connection).map_err(|error| match error {
            StoreError::Database(error) => OpenError::Database(error),
            other => OpenError::Damaged {
                path: path.clone(),
                what: other.to_string(),
            },
        })?;
        Ok(Inspection { findings, ..looked })
    })();
    if !had_log {
        let _ = fs::remove_file(log); // an empty one, made by looking
    }
    looked.map_err(named(&path))
}

/// Of an older schema, what is not there yet is left out.
fn look(connection: &Connection) -> Result<Inspection, StoreError> {
    let schema = migrations::version(connection)?;
    let sql = "SELECT value FROM meta WHERE name = ?1";
    let backed_up_ms = connection
        .query_row(sql, [BACKED_UP], |row| row.get(0))
        .optional()?;
    let has_spaces = "SELECT EXISTS (SELECT 1 FROM spaces)";
    let trusted_ms = match schema >= time::SCHEMA_MIN {
        true => time::kept(connection)?.map(|mark| mark.trusted_ms),
        false => None,
    };
    Ok(Inspection {
        schema,
        schema_known: migrations::ALL.len(),
        findings: Vec::new(),
        trusted_ms,
        wall_ms: clock::now_ms(),
        backed_up_ms,
        has_spaces: connection.query_row(has_spaces, [], |row| row.get(0))?,
    })
}
