//! A document as it was.

use automerge::{Automerge, ChangeHash};

use crate::panic::caught;

/// The document as a replica has it that stopped at these heads; none when one of them is unknown, or when automerge cannot
/// go back. It takes as long as loading the document change by change.
pub fn then(document: &Automerge, heads: &[ChangeHash]) -> Option<Automerge> {
    caught(|| document.fork_at(heads)).ok()?.ok()
}
