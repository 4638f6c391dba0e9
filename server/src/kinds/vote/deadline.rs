//! Closes rounds whose time is over, so that everybody sees it without asking.

use std::time::Duration;

use store::{DocumentId, RoundId};
use tokio::time::sleep;

use super::document::VoteAddress;
use super::publish::publish;
use crate::app::App;
use crate::problem::Problem;

/// What failed is tried again after this long.
const RETRY: Duration = Duration::from_secs(10);

/// Closes rounds until aborted.
pub async fn close_rounds_in_time(app: App) {
    loop {
        let changed = app.rounds_changed.notified();
        match app.store.next_overdue().await {
            Ok(Some((document, round, closes_ms))) => {
                tokio::select! {
                    () = changed => {}
                    () = sleep(until(closes_ms)) => try_close(&app, document, round).await,
                }
            }
            Ok(None) => changed.await,
            Err(error) => {
                tracing::error!(%error, "the rounds that have to close are not known");
                sleep(RETRY).await;
            }
        }
    }
}

async fn try_close(app: &App, document: DocumentId, round: RoundId) {
    if let Err(problem) = close(app, document, round).await {
        tracing::error!(%document, %round, ?problem, "a round could not be closed in time");
        sleep(RETRY).await;
    }
}

async fn close(app: &App, document: DocumentId, round: RoundId) -> Result<(), Problem> {
    let Some(listed) = app.store.document(document).await? else {
        return Ok(()); // it was deleted while its round was open
    };
    let space = listed.space;
    let closed = app.store.close_overdue(document, round).await?;
    tracing::info!(vote = %document, %round, "a round closed by itself");
    publish(app, VoteAddress { space, document }, &closed).await
}

/// How long until a moment, in milliseconds since 1970.
fn until(ms: u64) -> Duration {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let at = Duration::from_millis(ms);
    // One millisecond more: the store closes what is over, not what is just ending.
    at.saturating_sub(now.unwrap_or_default()) + Duration::from_millis(1)
}
