//! What the machine says of a process: processor time and memory; and on which core it may run.

use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The core of the server under load, and the core of everything else.
pub const SERVER_CORE: usize = 0;
/// See [`SERVER_CORE`].
pub const LOAD_CORE: usize = 1;

/// The system counts processor time in hundredths of a second.
const TICKS_PER_SECOND: f64 = 100.0;

/// Keeps every thread of a process on one core.
///
/// # Errors
/// When the system does not allow it, or has no such core.
pub fn pin(process: u32, core: usize) -> Result<()> {
    let pinned = Command::new("taskset")
        .args(["-acp", &core.to_string(), &process.to_string()])
        .output()
        .context("running taskset, of the package util-linux")?;
    ensure!(
        pinned.status.success(),
        "keeping a process on core {core}: {}",
        String::from_utf8_lossy(&pinned.stderr)
    );
    Ok(())
}

/// Processor time a process has used since it began, in seconds.
///
/// # Errors
/// When there is no such process.
pub fn cpu_seconds(process: u32) -> Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))
        .context("reading a process's times")?;
    // The name may contain spaces; fields are counted from what closes it.
    let fields: Vec<&str> = stat
        .rsplit(") ")
        .next()
        .unwrap_or_default()
        .split(' ')
        .collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok());
    let (user, system) = (ticks(11), ticks(12));
    Ok((user.context("user time")? + system.context("system time")?) / TICKS_PER_SECOND)
}

/// Memory a process holds now, in mebibytes.
///
/// # Errors
/// When there is no such process.
pub fn resident_mib(process: u32) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))
        .context("reading a process's memory")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .context("VmRSS")?;
    let kibibytes: f64 = line
        .split_whitespace()
        .next()
        .context("a number")?
        .parse()?;
    Ok(kibibytes / 1024.0)
}
