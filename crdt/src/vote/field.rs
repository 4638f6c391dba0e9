//! Fields of the document's maps: read with patience, written only when they change.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ReadDoc, ScalarValue, Value};

/// A map or list at `key`.
pub(super) fn child(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<ObjId> {
    match document.get(map, key).ok()?? {
        (Value::Object(_), id) => Some(id),
        _ => None,
    }
}

fn scalar(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<ScalarValue> {
    match document.get(map, key).ok()?? {
        (Value::Scalar(scalar), _) => Some(scalar.into_owned()),
        _ => None,
    }
}

/// Text at `key`; empty when there is none.
pub(super) fn text(document: &impl ReadDoc, map: &ObjId, key: &str) -> String {
    match scalar(document, map, key) {
        Some(ScalarValue::Str(text)) => text.to_string(),
        _ => String::new(),
    }
}

/// A whole number at `key`; 0 when there is none.
pub(super) fn number(document: &impl ReadDoc, map: &ObjId, key: &str) -> u64 {
    match scalar(document, map, key) {
        Some(ScalarValue::Int(number)) => u64::try_from(number).unwrap_or(0),
        Some(ScalarValue::Uint(number)) => number,
        _ => 0,
    }
}

/// A number that fits in 32 bits.
pub(super) fn small(document: &impl ReadDoc, map: &ObjId, key: &str) -> u32 {
    u32::try_from(number(document, map, key)).unwrap_or(u32::MAX)
}

/// Whether `key` is true.
pub(super) fn flag(document: &impl ReadDoc, map: &ObjId, key: &str) -> bool {
    scalar(document, map, key) == Some(ScalarValue::Boolean(true))
}

/// The texts of the list at `key`.
pub(super) fn texts(document: &impl ReadDoc, map: &ObjId, key: &str) -> Vec<String> {
    let Some(list) = child(document, map, key) else {
        return Vec::new();
    };
    let items = (0..document.length(&list)).filter_map(|at| document.get(&list, at).ok()?);
    items
        .filter_map(|(value, _)| value.as_str().map(str::to_owned))
        .collect()
}

/// Writes a value unless it is there already: what nobody changed makes no history.
pub(super) fn put(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    value: impl Into<ScalarValue>,
) -> Result<(), AutomergeError> {
    let value = value.into();
    if scalar(edit, map, key).as_ref() == Some(&value) {
        return Ok(());
    }
    edit.put(map, key, value)
}

/// The map at `key`, made when it is missing.
pub(super) fn map(
    edit: &mut Transaction<'_>,
    of: &ObjId,
    key: &str,
) -> Result<ObjId, AutomergeError> {
    match child(edit, of, key) {
        Some(map) => Ok(map),
        None => edit.put_object(of, key, ObjType::Map),
    }
}

/// Writes a list of texts unless it is there already.
pub(super) fn put_texts(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    wanted: &[String],
) -> Result<(), AutomergeError> {
    if child(edit, map, key).is_some() && texts(edit, map, key) == wanted {
        return Ok(());
    }
    let list = edit.put_object(map, key, ObjType::List)?;
    for (at, text) in wanted.iter().enumerate() {
        edit.insert(&list, at, text.as_str())?;
    }
    Ok(())
}
