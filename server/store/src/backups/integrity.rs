//! Looking over a whole database: SQLite's structure, then every row of every document.

use rusqlite::Connection;

use crate::{
    DocumentId, Progress, Stage, StoreError, Stored,
    content::{documents, rebuild},
    disk::inspection,
};

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// With which document; `None` for the database as a whole.
    pub document: Option<DocumentId>,
    /// What is wrong.
    pub what: String,
    /// Whether something that was saved cannot be rebuilt.
    pub is_lost: bool,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Documents looked at.
    pub documents: u64,
    /// Rows of content verified.
    pub chunks: u64,
    /// Their bytes.
    pub bytes: u64,
    /// What is wrong, first finding first.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// The first thing wrong with the database as a whole.
    pub(crate) fn broken_structure(&self) -> Option<&str> {
        self.faults
            .iter()
            .find(|fault| fault.document.is_none())
            .map(|fault| fault.what.as_str())
    }
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
    let findings = inspection::findings(connection)?.into_iter();
    let faults = findings.map(|what| Fault {
        document: None,
        what,
        is_lost: true,
    });
    Ok(faults.collect())
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
