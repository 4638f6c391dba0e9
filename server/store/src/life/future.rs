//! Stamps from a time that has not come: the clock was ahead when they were written, and is right again.

use rusqlite::Connection;

use crate::{
    Store, StoreError, Time,
    limits::{CLOCK_GAP_MS_MAX, NOTICE_MS},
};

impl Store {
    /// Brings stamps from the future back to this moment, so that what they are on does not stay for ever; answers how
    /// many. Nothing goes earlier by it than if it had happened just now. Does nothing while the clock is doubted.
    pub async fn bring_back_future(&self, time: Time) -> Result<usize, StoreError> {
        if time.is_doubted() || !time.is_settled {
            return Ok(0);
        }
        self.write(move |connection| bring_back(connection, time.trusted_ms))
            .await
    }
}

fn bring_back(connection: &Connection, now_ms: u64) -> Result<usize, StoreError> {
    let latest_ms = now_ms.saturating_add(CLOCK_GAP_MS_MAX);
    let mut changed = 0;
    for sql in [
        "UPDATE sessions SET seen_ms = ?1 WHERE seen_ms > ?2",
        "UPDATE spaces SET seen_ms = ?1 WHERE seen_ms > ?2",
        "UPDATE spaces SET created_ms = ?1 WHERE created_ms > ?2",
        "UPDATE documents SET updated_ms = ?1 WHERE updated_ms > ?2",
    ] {
        changed += connection.execute(sql, (now_ms, latest_ms))?;
    }
    let notice = "UPDATE spaces SET deletes_ms = ?1 WHERE deletes_ms > ?2";
    let ends = (
        now_ms.saturating_add(NOTICE_MS),
        latest_ms.saturating_add(NOTICE_MS),
    );
    Ok(changed + connection.execute(notice, ends)?)
}
