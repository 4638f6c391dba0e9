//! A marker as data, whatever anybody wrote into it: only so deep, and only so much.

use automerge::{Automerge, ChangeHash, ObjId, ObjType, ReadDoc, ScalarValue, ValueRef};
use serde_json::{Map, Value};

/// Maps and lists in maps and lists of a marker, at most: no block of ours has more, and a reader goes no deeper.
const DEPTH_MAX: usize = 4;
/// Entries of one map or list.
const ENTRIES_MAX: usize = 256;
/// Longest text of a marker, in characters.
const TEXT_CHARS_MAX: usize = 8_192;

/// The marker at these heads.
pub(super) fn of(document: &Automerge, marker: &ObjId, heads: &[ChangeHash]) -> Value {
    map(document, marker, heads, DEPTH_MAX)
}

fn map(document: &Automerge, object: &ObjId, heads: &[ChangeHash], depth: usize) -> Value {
    let mut entries = Map::new();
    if depth > 0 {
        for item in document.map_range_at(object, .., heads).take(ENTRIES_MAX) {
            let (key, id) = (item.key.to_string(), item.id());
            entries.insert(key, value(document, &item.value, &id, heads, depth));
        }
    }
    Value::Object(entries)
}

fn list(document: &Automerge, object: &ObjId, heads: &[ChangeHash], depth: usize) -> Value {
    if depth == 0 {
        return Value::Array(Vec::new());
    }
    let items = document.list_range_at(object, .., heads).take(ENTRIES_MAX);
    items
        .map(|item| value(document, &item.value, &item.id(), heads, depth))
        .collect()
}

fn value(
    document: &Automerge,
    value: &ValueRef<'_>,
    id: &ObjId,
    heads: &[ChangeHash],
    depth: usize,
) -> Value {
    match value {
        ValueRef::Object(ObjType::Text) => text(document.text_at(id, heads).unwrap_or_default()),
        ValueRef::Object(ObjType::List) => list(document, id, heads, depth - 1),
        ValueRef::Object(_) => map(document, id, heads, depth - 1),
        ValueRef::Scalar(value) => scalar(ScalarValue::from(value)),
    }
}

/// A scalar as data; null for what JSON does not know.
pub(super) fn scalar(scalar: ScalarValue) -> Value {
    match scalar {
        ScalarValue::Str(said) => text(said.to_string()),
        ScalarValue::Int(number) => number.into(),
        ScalarValue::Uint(number) => number.into(),
        ScalarValue::F64(number) => number.into(),
        ScalarValue::Boolean(is) => is.into(),
        ScalarValue::Timestamp(at_ms) => at_ms.into(),
        _ => Value::Null,
    }
}

fn text(said: String) -> Value {
    match said.char_indices().nth(TEXT_CHARS_MAX) {
        Some((end, _)) => said[..end].into(),
        None => said.into(),
    }
}
