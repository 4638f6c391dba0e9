//! `atelier check --repair`: sets aside the changes that keep a document from loading once it is saved.

use std::path::Path;

use anyhow::{Context, Result};
use store::{Mended, Repaired, Stored};

use super::opening::{Fault, look};
use crate::command::progress_bar;

/// Mends what can be mended in a data directory that no server uses, and says what became of it.
pub(super) fn run(data: &Path) -> Result<()> {
    let bar = progress_bar::bar();
    let repaired = store::repair(data, &mut mend, &mut |step| progress_bar::show(&bar, step))
        .with_context(|| format!("repairing {}", data.display()))?;
    bar.finish_and_clear();
    repaired.iter().for_each(tell);
    Ok(())
}

/// Mends nothing but what [`Fault::Poisoned`] says, and rows that automerge does not take together.
fn mend(stored: &Stored) -> Result<Option<Mended>, String> {
    match look(stored) {
        Ok(()) => return Ok(None),
        Err(Fault::Poisoned(_) | Fault::Unreadable(_)) => {}
        Err(fault) => return Err(fault.to_string()),
    }
    let pieces: Vec<_> = stored.chunks.iter().map(|chunk| &chunk.bytes).collect();
    let mended = hub::mend(&pieces).map_err(|damaged| damaged.to_string())?;
    Ok(Some(Mended {
        bytes: mended.bytes.to_vec(),
        heads: mended.heads,
        set_aside: mended.set_aside.iter().map(|one| one.to_vec()).collect(),
    }))
}

#[expect(
    clippy::print_stdout,
    reason = "this is the command line speaking to its user"
)]
fn tell(repaired: &Repaired) {
    let document = repaired.document;
    match &repaired.outcome {
        Ok(1) => println!("{document}: mended; one change was set aside, and is kept."),
        Ok(count) => println!("{document}: mended; {count} changes were set aside, and are kept."),
        Err(why) => println!("{document}: stays as it is: {why}"),
    }
}
