//! `atelier backup` and `atelier restore`: a verified copy of everything, out and back in.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use indicatif::ProgressBar;
use store::Store;

use super::cli;
use super::host_socket::{Answer, Request, connect, converse};
use super::progress_bar;
use super::speech::say;

/// Writes a copy. The running server is asked for it; without one the directory is opened here.
///
/// # Errors
/// When the file exists, cannot be written, or the copy cannot be verified.
pub fn save(options: &cli::Backup) -> Result<()> {
    let file = std::path::absolute(&options.file).context("finding where to write")?;
    ensure!(
        !file.exists(),
        "{} exists already: give the name of a new file",
        file.display()
    );
    let bar = progress_bar::bar();
    match connect(&options.directory.data) {
        Some(server) => converse(server, &Request::Backup(file.clone()), |answer| {
            if let Answer::Progress(step) = answer {
                progress_bar::show(&bar, step.into());
            }
        })?,
        None => copy(&options.directory.data, &file, &bar)?,
    }
    bar.finish_and_clear();
    say(&format!("{} holds everything, verified.", file.display()));
    Ok(())
}

/// Brings a copy back.
///
/// # Errors
/// When the file is not a sound backup, or the directory is in use or not empty.
pub fn restore(options: &cli::Restore) -> Result<()> {
    let bar = progress_bar::bar();
    let data = &options.directory.data;
    let mut show = |step| progress_bar::show(&bar, step);
    let (checked, aside) = store::restore(&options.file, data, options.replace, &mut show)
        .with_context(|| format!("restoring {}", options.file.display()))?;
    bar.finish_and_clear();
    say(&format!(
        "{} documents are back in {}, verified.",
        checked.documents,
        data.display()
    ));
    if let Some(aside) = aside {
        say(&format!(
            "What was there before is kept in {}.",
            aside.display()
        ));
    }
    Ok(())
}

fn copy(data: &Path, file: &Path, bar: &ProgressBar) -> Result<()> {
    ensure!(
        data.is_dir(),
        "{} does not exist: there is nothing to copy",
        data.display()
    );
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let store = Store::open(data).with_context(|| format!("opening {}", data.display()))?;
    let shown = bar.clone();
    let copied = runtime.block_on(store.backup(file.to_owned(), move |step| {
        progress_bar::show(&shown, step)
    }));
    runtime.block_on(store.close());
    copied.map(drop).context("writing the copy")
}
