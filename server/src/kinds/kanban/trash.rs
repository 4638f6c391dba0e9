//! The trash of action plans, emptied once a day.

use crdt::kanban::{self, limits::TRASH_MS};
use store::{Document, KindWord, StoreError};

use crate::app::App;

/// A plan nobody wrote in for twice as long as its trash is kept was emptied in the meantime.
const TRASH_LOOKED_AT_MS: u64 = 2 * TRASH_MS;

/// Empties the trash of all plans; what fails is logged, and done another day.
pub async fn empty_all(app: &App, now_ms: u64) {
    if let Err(error) = empty_trash(app, now_ms).await {
        tracing::error!(%error, "the trash of action plans could not be emptied");
    }
}

/// Removes from every action plan what was thrown away more than thirty days before.
///
/// # Errors
/// When the store does not say which plans there are. A plan that cannot be written now is emptied another day.
pub async fn empty_trash(app: &App, now_ms: u64) -> Result<(), StoreError> {
    let since_ms = now_ms.saturating_sub(TRASH_LOOKED_AT_MS);
    let written = app
        .store
        .documents_written_since(KindWord::from_static(kanban::KIND), since_ms);
    for kanban in written.await? {
        empty_trash_of(app, &kanban, now_ms).await;
    }
    Ok(())
}

async fn empty_trash_of(app: &App, kanban: &Document, now_ms: u64) {
    let edit = app.rooms.edit(kanban.space, kanban.id, move |edit| {
        kanban::empty_trash(edit, now_ms)
    });
    match edit.await {
        Ok(0) => {}
        Ok(removed) => tracing::info!(document = %kanban.id, removed, "the trash was emptied"),
        Err(error) => {
            tracing::warn!(document = %kanban.id, %error, "the trash could not be emptied");
        }
    }
}
