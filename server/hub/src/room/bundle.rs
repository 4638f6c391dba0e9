//! Many changes as one automerge bundle: a fifth of their bytes, for those who can read one.
//!
//! Automerge calls the format experimental. So a peer has to say that it reads it, nothing of it is kept on disk, and
//! what cannot be read back is not sent.

use std::collections::HashSet;

use automerge::{Automerge, Bundle, Change, ChangeHash};
use bytes::Bytes;

use crate::guarded::guarded_result;
use crate::limits::BUNDLE_CHANGES_MIN;

/// The bundle of these changes of the document. `None` when they are too few to be worth it, or when they do not come
/// back as they were.
pub(super) fn bundle(document: &Automerge, changes: &[ChangeHash]) -> Option<Bytes> {
    if changes.len() < BUNDLE_CHANGES_MIN {
        return None;
    }
    let bundle = guarded_result(|| document.bundle(changes.iter().copied())).ok()?;
    let bytes = Bytes::copy_from_slice(bundle.bytes());
    (read_back(&bytes).ok()? == changes.iter().copied().collect()).then_some(bytes)
}

fn read_back(bytes: &[u8]) -> Result<HashSet<ChangeHash>, String> {
    guarded_result(|| {
        let bundle = Bundle::try_from(bytes).map_err(|error| error.to_string())?;
        let changes = bundle.to_changes().map_err(|error| error.to_string())?;
        Ok::<_, String>(changes.iter().map(Change::hash).collect())
    })
}
