//! `atelier backup` and `atelier restore`: a verified copy of everything, out and back in.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use indicatif::ProgressBar;
use store::Store;

use super::cli;
use super::host_socket::{Answer, Request, SOCKET_NAME};
use super::progress_bar;

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
    match UnixStream::connect(options.directory.data.join(SOCKET_NAME)) {
        Ok(server) => ask(server, &file, &bar)?,
        Err(_) => copy(&options.directory.data, &file, &bar)?,
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

fn ask(mut server: UnixStream, file: &Path, bar: &ProgressBar) -> Result<()> {
    let request = serde_json::to_string(&Request::Backup(PathBuf::from(file)))?;
    writeln!(server, "{request}").context("asking the running server")?;
    for line in BufReader::new(server).lines() {
        match serde_json::from_str(&line.context("listening to the running server")?)? {
            Answer::Progress(step) => progress_bar::show(bar, step.into()),
            Answer::Done => return Ok(()),
            Answer::Failed(why) => bail!("the server could not write the copy: {why}"),
        }
    }
    bail!("the server stopped before the copy was complete; nothing was written")
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

#[expect(
    clippy::print_stdout,
    reason = "this is the command line speaking to its user"
)]
fn say(sentence: &str) {
    println!("{sentence}");
}
