//! What has to be done once a day: rows that verified snapshots replaced are deleted, sessions nobody uses forgotten.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use store::Store;
use store::limits::GRACE_MS;
use tokio::time::{MissedTickBehavior, interval};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// A cookie lasts a year after it was last given.
const SESSION_UNSEEN_MS_MAX: u64 = 400 * 24 * 60 * 60 * 1_000;

/// Looks after the store until aborted; the first time soon after the start.
pub async fn keep_up(store: Store) {
    let mut day = interval(DAY);
    day.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        day.tick().await;
        let now_ms = now_ms();
        match store.sweep(now_ms, GRACE_MS).await {
            Ok(swept) => tracing::info!(
                rows = swept.chunks,
                bytes = swept.bytes,
                blocked = swept.blocked,
                "swept"
            ),
            Err(error) => tracing::error!(%error, "replaced rows could not be deleted"),
        }
        match store
            .forget_sessions(now_ms.saturating_sub(SESSION_UNSEEN_MS_MAX))
            .await
        {
            Ok(sessions) => tracing::info!(sessions, "forgot unused sessions"),
            Err(error) => tracing::error!(%error, "unused sessions could not be forgotten"),
        }
    }
}

fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
