//! Automerge's own reading of a change, which must give the same change back.

use automerge::legacy::{Key, ObjectId};
use automerge::{Change, ExpandedChange};

use super::chunk::RawChange;
use super::mark::{Mark, marks_of};
use crate::guarded::guarded_result;
use crate::room::RefusalCode;

/// A change that automerge reads and writes the same way.
#[derive(Debug, Clone)]
pub(crate) struct Readable {
    pub(crate) change: Change,
    /// The marks it puts on text. They can be wrong in ways that show only when the whole document
    /// is loaded.
    pub(crate) marks: Vec<Mark>,
    /// Whether it writes a key of the root.
    pub(crate) writes_root: bool,
    /// Whether it writes a key that is the server's alone.
    pub(crate) writes_kept: bool,
}

/// Decodes a change that claims this many operations. `kept` are the keys that are the server's alone.
///
/// Automerge reads leniently: a change can parse, apply and then fail when the saved document is
/// loaded. A change that is encoded again to the same hash is one an automerge client can have
/// written; what still slips through is caught when it is applied.
pub(crate) fn read(
    raw: &RawChange<'_>,
    operations: u64,
    kept: &[&str],
) -> Result<Readable, RefusalCode> {
    let chunk = raw.chunk();
    let readable = guarded_result(|| decode(chunk, kept)).map_err(|_| RefusalCode::Malformed)?;
    let change = &readable.change;
    let consistent =
        change.hash() == raw.hash && change.len() as u64 == operations && has_honest_author(change);
    match consistent {
        true => Ok(readable),
        false => Err(RefusalCode::Malformed),
    }
}

fn decode(chunk: Vec<u8>, kept: &[&str]) -> Result<Readable, String> {
    let change = Change::from_bytes(chunk).map_err(|error| error.to_string())?;
    let expanded = change.decode();
    if !refers_to_the_past(&expanded) {
        return Err("an operation refers to a later one".into());
    }
    let writes_root = expanded
        .operations
        .iter()
        .any(|op| op.obj == ObjectId::Root);
    let writes_kept = expanded
        .operations
        .iter()
        .any(|op| matches!(&op.key, Key::Map(key) if kept.contains(&key.as_str())));
    let marks = marks_of(&expanded).ok_or("a mark begins without end, or the reverse")?;
    match Change::from(expanded).hash() == change.hash() {
        true => Ok(Readable {
            change,
            marks,
            writes_root,
            writes_kept,
        }),
        false => Err("encodes differently".into()),
    }
}

/// Operation numbers grow along every reference, in every honest history.
fn refers_to_the_past(change: &ExpandedChange) -> bool {
    let numbers = change.start_op.get()..;
    let mut numbered = numbers.zip(&change.operations);
    numbered.all(|(number, op)| {
        let object = match &op.obj {
            ObjectId::Id(id) => Some(id),
            ObjectId::Root => None,
        };
        let element = match &op.key {
            Key::Seq(element) => element.as_opid(),
            Key::Map(_) => None,
        };
        let mut references = object.into_iter().chain(element).chain(op.pred.iter());
        references.all(|id| id.0 < number)
    })
}

/// Automerge insists that an author is named in an actor's first change only.
fn has_honest_author(change: &Change) -> bool {
    change.seq() == 1 || change.author().is_none()
}
