//! Automerge's own reading of a change, which must give the same change back.

use automerge::legacy::{Op, OpType};
use automerge::{Change, ExpandedChange};

use super::chunk::RawChange;
use crate::guarded::guarded_result;
use crate::room::RefusalCode;

/// A change that automerge reads and writes the same way.
#[derive(Debug, Clone)]
pub(crate) struct Readable {
    pub(crate) change: Change,
    /// Whether it marks text. Marks can be wrong in ways that show only when the whole document
    /// is loaded.
    pub(crate) marks: bool,
}

/// Decodes a change that claims this many operations.
///
/// Automerge reads leniently: a change can parse, apply and then fail when the saved document is
/// loaded. A change that is encoded again to the same hash is one an automerge client can have
/// written; what still slips through is caught when it is applied.
pub(crate) fn read(raw: &RawChange<'_>, operations: u64) -> Result<Readable, RefusalCode> {
    let chunk = raw.chunk();
    let readable = guarded_result(|| decode(chunk)).map_err(|_| RefusalCode::Malformed)?;
    let change = &readable.change;
    let consistent =
        change.hash() == raw.hash && change.len() as u64 == operations && has_honest_author(change);
    match consistent {
        true => Ok(readable),
        false => Err(RefusalCode::Malformed),
    }
}

fn decode(chunk: Vec<u8>) -> Result<Readable, String> {
    let change = Change::from_bytes(chunk).map_err(|error| error.to_string())?;
    let expanded = change.decode();
    if !has_paired_marks(&expanded.operations) {
        return Err("a mark begins without end, or ends without beginning".into());
    }
    let marks = expanded.operations.iter().any(begins_mark);
    match encoded_again(expanded) == change.hash() {
        true => Ok(Readable { change, marks }),
        false => Err("encodes differently".into()),
    }
}

fn encoded_again(expanded: ExpandedChange) -> automerge::ChangeHash {
    Change::from(expanded).hash()
}

/// Clients write the end of a mark right after its beginning; automerge pairs them by that.
fn has_paired_marks(operations: &[Op]) -> bool {
    let after = operations.iter().skip(1).map(Some).chain([None]);
    let begins_well = operations
        .iter()
        .zip(after)
        .all(|(op, next)| !begins_mark(op) || next.is_some_and(|next| is_mark_of(op, next)));
    let begins = operations.iter().filter(|op| begins_mark(op)).count();
    let ends = operations.iter().filter(|op| ends_mark(op)).count();
    begins_well && begins == ends
}

fn is_mark_of(begin: &Op, end: &Op) -> bool {
    ends_mark(end) && begin.obj == end.obj && begin.insert && end.insert
}

fn begins_mark(op: &Op) -> bool {
    matches!(op.action, OpType::MarkBegin(_))
}

fn ends_mark(op: &Op) -> bool {
    matches!(op.action, OpType::MarkEnd(_))
}

/// Automerge insists that an author is named in an actor's first change only.
fn has_honest_author(change: &Change) -> bool {
    change.seq() == 1 || change.author().is_none()
}
