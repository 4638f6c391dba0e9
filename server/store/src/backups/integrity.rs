//! Looking over a whole database: SQLite's structure, then every row of every document.

use rusqlite::Connection;

use crate::{
    Checked, DocumentId, Fault, StoreError, Stored,
    content::{documents, rebuild},
};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Pages of 4 KiB are being copied.
    Copying,
    /// SQLite looks at its own structure: one step.
    Structure,
    /// Documents are read and their rows verified.
    Documents,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Pages or documents done.
    pub done: u64,
    /// Pages or documents in all; may grow while people write.
    pub total: u64,
}

/// Opens a document and says what is wrong with it, if anything.
pub(crate) type Open<'a> = &'a mut dyn FnMut(&Stored) -> Result<(), String>;

/// Verifies everything, changing nothing.
pub(crate) fn look_over(
    connection: &Connection,
    open: Open<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, StoreError> {
    progress(Progress {
        stage: Stage::Structure,
        done: 0,
        total: 1,
    });
    let mut checked = Checked {
        faults: structure(connection)?,
        ..Checked::default()
    };
    progress(Progress {
        stage: Stage::Structure,
        done: 1,
        total: 1,
    });
    let ids = documents::ids(connection)?;
    let total = ids.len() as u64;
    for (done, document) in ids.into_iter().enumerate() {
        progress(Progress {
            stage: Stage::Documents,
            done: done as u64,
            total,
        });
        look_at(connection, document, open, &mut checked);
    }
    progress(Progress {
        stage: Stage::Documents,
        done: total,
        total,
    });
    Ok(checked)
}

/// What SQLite finds wrong with its own structure.
fn structure(connection: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let findings = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut faults = Vec::new();
    for what in findings {
        let what = what?;
        if what != "ok" {
            faults.push(Fault {
                document: None,
                what,
                is_lost: true,
            });
        }
    }
    Ok(faults)
}

fn look_at(connection: &Connection, document: DocumentId, open: Open<'_>, checked: &mut Checked) {
    checked.documents += 1;
    let fault = |what, is_lost| Fault {
        document: Some(document),
        what,
        is_lost,
    };
    match rebuild::load_thoroughly(connection, document) {
        Ok(Some(stored)) => {
            checked.chunks += stored.chunks.len() as u64;
            checked.bytes += stored
                .chunks
                .iter()
                .map(|chunk| chunk.bytes.len() as u64)
                .sum::<u64>();
            if !stored.damaged.is_empty() {
                checked
                    .faults
                    .push(fault(describe(&stored), !stored.is_whole));
            }
            if let Err(what) = open(&stored) {
                checked.faults.push(fault(what, true));
            }
        }
        Ok(None) => checked.faults.push(fault("it is gone".into(), true)),
        Err(error) => checked.faults.push(fault(error.to_string(), true)),
    }
}

fn describe(stored: &Stored) -> String {
    let numbers: Vec<_> = stored
        .damaged
        .iter()
        .map(|damage| damage.number.to_string())
        .collect();
    format!("damaged rows: {}", numbers.join(", "))
}
