//! Tells people when the disk is full, and the rooms when it is not any more.

use store::StorageState;

use crate::app::App;
use crate::control_messages;

/// Watches the store until aborted.
pub async fn watch_storage(app: App) {
    let mut state = app.store.state();
    while state.changed().await.is_ok() {
        let now = *state.borrow_and_update();
        tracing::warn!(state = ?now, "the disk changed");
        app.live.tell_everybody(&control_messages::storage(now));
        if now == StorageState::Ok {
            app.rooms.storage_is_back().await;
        }
    }
}
