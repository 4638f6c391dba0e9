//! Tells people of a workshop when the agenda that is followed changes.

use std::time::Duration;

use super::tell;
use crate::app::App;

/// Who writes an agenda makes many changes in a row: they are told together, this long after the first one.
const TOGETHER: Duration = Duration::from_millis(700);

/// Tells until aborted.
pub async fn tell_of_changed_agendas(app: App) {
    loop {
        app.rooms.followed_changed().await;
        tokio::time::sleep(TOGETHER).await;
        for space in app.rooms.take_changed() {
            if let Err(problem) = tell::tell_again(&app, space).await {
                tracing::warn!(%space, ?problem, "a changed agenda could not be told");
            }
        }
    }
}
