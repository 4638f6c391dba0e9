//! Automerge's own reading of a change, which must give the same change back.

use automerge::{Change, ChangeHash};

use super::chunk::RawChange;
use crate::guarded::guarded_result;
use crate::room::RefusalCode;

/// Decodes a change that claims this many operations.
///
/// Automerge reads leniently: a change can parse, apply and then fail when the saved document is
/// loaded. A change that is encoded again to the same hash is one an automerge client can have
/// written; what still slips through is caught when it is applied.
pub(crate) fn read(raw: &RawChange<'_>, operations: u64) -> Result<Change, RefusalCode> {
    let chunk = raw.chunk();
    let change = guarded_result(|| decode(chunk)).map_err(|_| RefusalCode::Malformed)?;
    let consistent = change.hash() == raw.hash
        && change.len() as u64 == operations
        && has_honest_author(&change);
    match consistent {
        true => Ok(change),
        false => Err(RefusalCode::Malformed),
    }
}

fn decode(chunk: Vec<u8>) -> Result<Change, String> {
    let change = Change::from_bytes(chunk).map_err(|error| error.to_string())?;
    match encoded_again(&change) == change.hash() {
        true => Ok(change),
        false => Err("encodes differently".into()),
    }
}

fn encoded_again(change: &Change) -> ChangeHash {
    Change::from(change.decode()).hash()
}

/// Automerge insists that an author is named in an actor's first change only.
fn has_honest_author(change: &Change) -> bool {
    change.seq() == 1 || change.author().is_none()
}
