//! What the doctor looks at: the directory from outside, the database and the server through the running server, or
//! without one the database itself and the options that a server would be started with.

use std::io;
use std::path::Path;

use anyhow::Result;
use store::{OpenError, OpenToOthers, open_to_others};

use super::report::{Database, Report, ServerFacts, server};
use crate::command::host_socket::{Answer, Request, connect, converse};
use crate::config::Config;

/// Everything the doctor knows.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Of the data directory; nothing when there is none.
    pub directory: Option<Directory>,
    /// Of the database; or why nothing is known of it.
    pub database: Result<Database, Unknown>,
    /// How the server runs, or would.
    pub server: ServerFacts,
    /// Whether it runs.
    pub is_running: bool,
}

/// A data directory as it lies on the disk.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// What other accounts of the machine could open.
    pub open_to_others: Vec<OpenToOthers>,
    /// Bytes left on its disk; nothing where the system does not tell.
    pub free_bytes: Option<u64>,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// Damaged databases that were set aside.
    pub damaged: usize,
}

/// Why nothing is known of a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// There is none yet.
    Missing,
    /// A process uses it that does not answer.
    InUse,
    /// A newer program wrote it.
    Newer,
    /// It cannot be read.
    Unreadable(String),
}

/// Looks at everything.
pub fn gather(config: Config) -> Result<Facts> {
    let directory = config.data.is_dir().then(|| look_at(&config.data));
    let directory = directory.transpose()?;
    if let Some(report) = ask(&config.data)? {
        return Ok(Facts {
            directory,
            database: Ok(report.database),
            server: report.server,
            is_running: true,
        });
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    Ok(Facts {
        directory,
        database: store::inspect(&config.data)
            .map(Into::into)
            .map_err(unknown),
        server: runtime.block_on(server(&config)),
        is_running: false,
    })
}

fn ask(data: &Path) -> Result<Option<Report>> {
    let Some(server) = connect(data) else {
        return Ok(None);
    };
    let mut told = None;
    converse(server, &Request::Health, |answer| {
        if let Answer::Health(report) = answer {
            told = Some(*report);
        }
    })?;
    Ok(told)
}

fn look_at(dir: &Path) -> io::Result<Directory> {
    let bytes = |name: &str| std::fs::metadata(dir.join(name)).map_or(0, |file| file.len());
    let names = std::fs::read_dir(dir)?.filter_map(Result::ok);
    let damaged = names.filter(|entry| entry.file_name().to_string_lossy().starts_with("damaged-"));
    let disk = rustix::fs::statvfs(dir).ok();
    Ok(Directory {
        open_to_others: open_to_others(dir)?,
        free_bytes: disk.map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)),
        database_bytes: bytes("atelier.sqlite") + bytes("atelier.sqlite-wal"),
        damaged: damaged.count(),
    })
}

fn unknown(error: OpenError) -> Unknown {
    match error {
        OpenError::Missing(_) => Unknown::Missing,
        OpenError::InUse(_) => Unknown::InUse,
        OpenError::Newer { .. } => Unknown::Newer,
        other => Unknown::Unreadable(other.to_string()),
    }
}
