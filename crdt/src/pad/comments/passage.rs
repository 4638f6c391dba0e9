//! Where the passages of comments are.

use std::collections::HashMap;
use std::ops::Range;

use automerge::{Automerge, ObjType, ROOT, ReadDoc, ScalarValue};

use crate::field::object;
use crate::pad::BODY_KEY;

/// What the name of a mark begins with that lies over the passage of a comment; the comment's key follows.
const MARK_PREFIX: &str = "comment:";

/// The passage of each comment of which something is left, from its first unit to behind its last.
pub(super) fn passages(pad: &Automerge) -> HashMap<String, Range<usize>> {
    let body = object(pad, &ROOT, BODY_KEY, ObjType::Text);
    let marks = body.and_then(|body| pad.marks(body).ok());
    let mut passages: HashMap<String, Range<usize>> = HashMap::new();
    for mark in marks.unwrap_or_default() {
        let is_on = matches!(mark.value(), ScalarValue::Boolean(true)) && mark.start < mark.end;
        let Some(key) = mark.name().strip_prefix(MARK_PREFIX).filter(|_| is_on) else {
            continue;
        };
        let range = passages
            .entry(key.to_owned())
            .or_insert(mark.start..mark.end);
        *range = range.start.min(mark.start)..range.end.max(mark.end);
    }
    passages
}
