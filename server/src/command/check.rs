//! `atelier check`: opens every document and says what is wrong, changing nothing unless it is asked to mend.

mod opening;
mod repair;

use std::path::Path;

use anyhow::{Context, Result, bail};
use store::Checked;

use super::{cli, progress_bar};

/// Verifies a data directory or a backup file; before that, mends what can be mended when it is asked to.
///
/// # Errors
/// When it cannot be opened, or when anything in it is damaged.
pub fn run(options: &cli::Check) -> Result<()> {
    let data = &options.directory.data;
    if options.repair {
        repair::run(data)?;
    }
    report(&look(options.file.as_ref().unwrap_or(data))?)
}

/// What is wrong in a data directory or a backup file.
///
/// # Errors
/// When it cannot be opened.
pub fn look(path: &Path) -> Result<Checked> {
    let bar = progress_bar::bar();
    let mut show = |step| progress_bar::show(&bar, step);
    let checked = store::check(path, &mut opening::opens, &mut show)
        .with_context(|| format!("checking {}", path.display()))?;
    bar.finish_and_clear();
    Ok(checked)
}

#[expect(
    clippy::print_stdout,
    reason = "this is the command line speaking to its user"
)]
fn report(checked: &Checked) -> Result<()> {
    for fault in &checked.faults {
        let lost = if fault.is_lost {
            "cannot be rebuilt"
        } else {
            "can be rebuilt"
        };
        let place = fault
            .document
            .map_or_else(|| "the database".to_owned(), |id| id.to_string());
        println!("{place}: {} ({lost})", fault.what);
    }
    let (documents, chunks, bytes) = (checked.documents, checked.chunks, checked.bytes);
    if checked.faults.is_empty() {
        println!("{documents} documents, {chunks} rows, {bytes} bytes: everything is sound.");
        return Ok(());
    }
    bail!(
        "{} of {documents} documents are damaged: keep this data and restore a backup beside it",
        checked.faults.len()
    )
}
