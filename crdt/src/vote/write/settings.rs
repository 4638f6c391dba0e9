//! Writes what holds for the whole vote.

use automerge::ROOT;
use automerge::transaction::Transaction;

use super::WriteError;
use crate::field::{child, put};
use crate::vote::SETTINGS;

/// What changes; `None` leaves as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct SettingsChange {
    /// Whether participants may propose bricks.
    pub proposals: Option<bool>,
    /// Minutes that are free for bricks.
    pub free_minutes: Option<u32>,
}

/// Changes the settings.
///
/// # Errors
/// When the document has none.
pub fn change_settings(
    edit: &mut Transaction<'_>,
    change: SettingsChange,
) -> Result<(), WriteError> {
    let map = child(edit, &ROOT, SETTINGS).ok_or(WriteError::Missing(SETTINGS))?;
    if let Some(proposals) = change.proposals {
        put(edit, &map, "proposals", proposals)?;
    }
    if let Some(minutes) = change.free_minutes {
        put(edit, &map, "freeMinutes", i64::from(minutes))?;
    }
    Ok(())
}
