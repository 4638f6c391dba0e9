//! How long this machine's disk takes to keep a small write: no durable edit can be faster.

use std::fs::File;
use std::io::Write;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::samples::{Percentiles, Samples};

const WRITES: usize = 400;
/// A page of SQLite's log.
const BYTES: usize = 4_096;

/// Appends and `fdatasync`s, one after the other, in the directory of temporary files where servers under load run.
///
/// # Errors
/// When the disk cannot be written to.
pub fn measure() -> Result<Percentiles> {
    let mut file = tempfile::tempfile().context("opening a temporary file")?;
    let mut samples = Samples::default();
    for _ in 0..WRITES {
        append(&mut file, &mut samples).context("writing to a temporary file")?;
    }
    samples.percentiles().context("there are samples")
}

fn append(file: &mut File, samples: &mut Samples) -> std::io::Result<()> {
    let start = Instant::now();
    file.write_all(&[7; BYTES])?;
    file.sync_data()?;
    samples.add(start.elapsed());
    Ok(())
}
