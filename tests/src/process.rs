//! What the system says of a running process.

use std::fs;

/// Writing this number to `clear_refs` makes the system forget the peak of memory.
const FORGET_PEAK: &str = "5";

/// The memory a process holds now, in bytes.
///
/// # Panics
/// When there is no such process.
pub fn memory_bytes(process: u32) -> u64 {
    told(process, "VmRSS:")
}

/// The most memory a process ever held, in bytes.
///
/// # Panics
/// When there is no such process.
pub fn memory_bytes_peak(process: u32) -> u64 {
    told(process, "VmHWM:")
}

/// From here on the peak is that of what follows.
///
/// # Panics
/// When there is no such process, or when it is not ours.
pub fn forget_peak(process: u32) {
    let forgotten = fs::write(format!("/proc/{process}/clear_refs"), FORGET_PEAK);
    forgotten.expect("the peak of a process of ours can be forgotten");
}

fn told(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.expect("the system tells how much memory a process holds") * 1024
}
