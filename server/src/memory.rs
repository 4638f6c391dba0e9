//! Gives memory back to the system after a burst: the allocator of glibc keeps what was freed unless it is told not to
//! (decision 19). With another allocator, nothing is done.

use std::fs;

use tokio::task::spawn_blocking;
use tokio::time::interval;

use crate::limits::{MEMORY_GROWN_BYTES_MIN, MEMORY_LOOK_EVERY};

/// What the system counts memory in, in bytes; with larger pages it is looked at less closely.
const PAGE_BYTES: usize = 4096;

/// Has large pieces given back as soon as they are freed. To be called before there are threads.
pub fn prepare() {
    glibc::give_back_large_pieces();
}

/// Gives back what is free whenever the process has grown, until aborted.
pub async fn keep_small() {
    let mut looks = interval(MEMORY_LOOK_EVERY);
    let mut floor = 0;
    loop {
        looks.tick().await;
        let Some(held) = held_bytes() else {
            return;
        };
        if held > floor + MEMORY_GROWN_BYTES_MIN {
            // It takes some milliseconds.
            drop(spawn_blocking(glibc::give_back).await);
            floor = held_bytes().unwrap_or(held);
        }
        floor = floor.min(held);
    }
}

/// What the process holds; only Linux tells.
fn held_bytes() -> Option<usize> {
    let told = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: usize = told.split(' ').nth(1)?.parse().ok()?;
    Some(pages * PAGE_BYTES)
}

#[cfg(target_env = "gnu")]
#[expect(unsafe_code, reason = "the allocator is spoken to in C")]
mod glibc {
    /// Pieces from this length on are asked of the system one by one and go back to it one by one. Left to itself, glibc
    /// raises this to 32 MiB with the first long message.
    const LARGE_BYTES: libc::c_int = 256 * 1024;
    /// Each arena keeps what is free in it.
    const ARENAS_MAX: libc::c_int = 4;

    pub(super) fn give_back_large_pieces() {
        // SAFETY: both take numbers and touch no memory of ours; a refusal changes nothing.
        unsafe {
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE_BYTES);
            libc::mallopt(libc::M_ARENA_MAX, ARENAS_MAX);
        }
    }

    pub(super) fn give_back() {
        // SAFETY: it gives back pages that the allocator itself knows to be free, under its own locks.
        unsafe {
            libc::malloc_trim(0);
        }
    }
}

#[cfg(not(target_env = "gnu"))]
mod glibc {
    pub(super) fn give_back_large_pieces() {}
    pub(super) fn give_back() {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn the_system_tells_what_we_hold() {
        let held = held_bytes().expect("Linux tells");
        assert!((1024 * 1024..64 * 1024 * 1024 * 1024).contains(&held));
    }
}
