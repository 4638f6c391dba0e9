//! How long anything may take before a test gives up: only a failing test ever waits this long.

use std::future::Future;
use std::time::Duration;

/// Milliseconds after which waiting for something that should happen is a failure.
pub const DEADLINE_MS: u64 = 30_000;

/// The outcome of `event`, which must come before the deadline.
///
/// # Panics
/// When it does not: the message says what was `awaited`.
pub async fn in_time<T>(awaited: &str, event: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_millis(DEADLINE_MS), event)
        .await
        .unwrap_or_else(|_| panic!("still waiting for {awaited} after {DEADLINE_MS} ms"))
}
