//! `atelier check`: opens every document and says what is wrong, changing nothing.

use anyhow::{Context, Result, bail};
use crdt::kind::{DocumentKind, UnknownKind};
use store::{Checked, Stored};

use super::{cli, progress_bar};

/// Verifies a data directory or a backup file.
///
/// # Errors
/// When it cannot be opened, or when anything in it is damaged.
pub fn run(options: &cli::Check) -> Result<()> {
    let path = options.file.as_ref().unwrap_or(&options.directory.data);
    let bar = progress_bar::bar();
    let checked = store::check(path, &mut opens, &mut |step| progress_bar::show(&bar, step))
        .with_context(|| format!("checking {}", path.display()))?;
    bar.finish_and_clear();
    report(&checked)
}

/// Whether a stored document opens and is what it says it is.
fn opens(stored: &Stored) -> Result<(), String> {
    let chunks = stored.chunks.iter().map(|chunk| chunk.bytes.as_slice());
    let document = crdt::open::open(chunks).map_err(|error| error.to_string())?;
    let mut heads: Vec<_> = document.get_heads().iter().map(|head| head.0).collect();
    heads.sort_unstable();
    let mut promised = stored.heads.clone();
    promised.sort_unstable();
    if heads != promised {
        return Err("its content is not what was last saved".to_owned());
    }
    let kind: Result<DocumentKind, UnknownKind> = stored.kind.as_str().parse();
    let kind = kind.map_err(|error| error.to_string())?;
    kind.check(&document).map_err(|error| error.to_string())
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
