//! Takes out of a plan what was thrown away long ago. Nobody but the server removes a key.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ROOT};

use crate::field::{child, entries, number};
use crate::kanban::limits::TRASH_MS;
use crate::kanban::{CARDS, COLUMNS, LABELS};

/// Removes the columns, cards and labels that were thrown away more than [`TRASH_MS`] before `now_ms`; answers how many.
///
/// # Errors
/// When automerge refuses.
pub fn empty_trash(edit: &mut Transaction<'_>, now_ms: u64) -> Result<usize, AutomergeError> {
    let kept_since = now_ms.saturating_sub(TRASH_MS);
    let mut removed = 0;
    for part in [COLUMNS, CARDS, LABELS] {
        let Some(map) = child(edit, &ROOT, part) else {
            continue;
        };
        for (id, item) in entries(edit, &ROOT, part) {
            // 0 says that it was not thrown away.
            if (1..kept_since).contains(&number(edit, &item, "deleted")) {
                edit.delete(&map, id)?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}
