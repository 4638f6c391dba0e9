//! The time of day, for what is stamped on disk; and how much of it is believed before something is forgotten.

mod machine;
pub(crate) mod trust;

use std::time::{SystemTime, UNIX_EPOCH};

pub use machine::{Clocks, Reading};

/// Milliseconds since 1970; 0 on a machine whose clock is before that.
pub(crate) fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
