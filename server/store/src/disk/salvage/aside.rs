//! The damaged file, kept as it was found, with a word on what became of it.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::rescue::Counts;
use crate::{
    OpenError, clock,
    disk::{
        file_system::sync_dir,
        names::{DAMAGED, FILE},
        privacy,
    },
    error::at,
};

/// What was found and done, in words, beside the damaged file.
pub(super) const REPORT: &str = "report.txt";

/// How many damaged files a directory holds.
pub(super) fn kept(dir: &Path) -> io::Result<usize> {
    let names = fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name()));
    let names: Vec<_> = names.collect::<io::Result<_>>()?;
    Ok(names
        .iter()
        .filter(|name| name.to_string_lossy().starts_with(DAMAGED))
        .count())
}

/// Copies the database and its log into a directory of their own, on the disk before anything is changed.
pub(super) fn keep(dir: &Path) -> Result<PathBuf, OpenError> {
    let named = (clock::now_ms()..).map(|at_ms| dir.join(format!("{DAMAGED}{at_ms}")));
    let aside = named.into_iter().find(|aside| !aside.exists());
    let aside = aside.expect("a directory has a bounded number of entries");
    copy_into(dir, &aside).inspect_err(|_| {
        let _ = fs::remove_dir_all(&aside); // half a copy is of no use
    })?;
    Ok(aside)
}

fn copy_into(dir: &Path, aside: &Path) -> Result<(), OpenError> {
    privacy::create_dir(aside).map_err(at(aside))?;
    for name in [FILE.to_owned(), format!("{FILE}-wal")] {
        let copy = aside.join(&name);
        match fs::copy(dir.join(&name), &copy) {
            Ok(_) => File::open(&copy)
                .and_then(|copy| copy.sync_all())
                .map_err(at(&copy))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(at(&copy)(error)),
        }
    }
    sync_dir(aside)
        .and_then(|()| sync_dir(dir))
        .map_err(at(dir))
}

/// Says what came over. That it cannot be written is no reason not to start.
pub(super) fn report(aside: &Path, what: &str, counts: &Counts) {
    let mut report = format!(
        "The database in this directory was damaged:\n{what}\n\nEverything that could be read was put into a fresh \
         one, which the server uses. `atelier check` names the documents that are not whole. A backup from before may \
         hold what is missing: restore it into another directory to look.\n\n"
    );
    for (table, count) in counts {
        let rows = count.rows;
        let (lost, pages) = (count.unreadable_rows, count.unreadable_pages);
        report.push_str(&match lost + pages {
            0 => format!("{table}: {rows} rows, all that were found\n"),
            _ => format!("{table}: {rows} rows; not readable: {lost} rows and {pages} pages\n"),
        });
    }
    if let Err(error) = fs::write(aside.join(REPORT), report) {
        tracing::warn!(%error, "what was found damaged could not be written down");
    }
}
