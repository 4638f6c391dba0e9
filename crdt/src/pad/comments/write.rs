//! The map comments are in: made by the server, as everything in the root.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjType, ROOT};

use super::COMMENTS_KEY;
use crate::field::child;

/// Gives the root its place for comments, which a pad lacks that was made before there were any. Says whether it did.
pub(in crate::pad) fn add_comments(root: &mut Transaction<'_>) -> Result<bool, AutomergeError> {
    if child(root, &ROOT, COMMENTS_KEY).is_some() {
        return Ok(false);
    }
    root.put_object(ROOT, COMMENTS_KEY, ObjType::Map)?;
    Ok(true)
}
