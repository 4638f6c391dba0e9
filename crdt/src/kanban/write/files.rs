//! What becomes of cards when a file beside the plan is deleted.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ROOT};

use crate::field::{entries, word};
use crate::kanban::CARDS;

/// Takes the address of a file off every card that holds it, trash and archive included; answers how many held it. What
/// is left is an attachment with a size and no address: a file that was deleted.
///
/// # Errors
/// When automerge refuses.
pub fn forget_file(edit: &mut Transaction<'_>, address: &str) -> Result<usize, AutomergeError> {
    let mut held = 0;
    for (_, card) in entries(edit, &ROOT, CARDS) {
        for (_, attachment) in entries(edit, &card, "attachments") {
            if word(edit, &attachment, "url").as_deref().map(without_place) == Some(address) {
                edit.put(&attachment, "url", "")?;
                held += 1;
            }
        }
    }
    Ok(held)
}

/// What follows an address behind `#` or `?` names a place in the same file.
fn without_place(address: &str) -> &str {
    address.split(['#', '?']).next().unwrap_or_default()
}
