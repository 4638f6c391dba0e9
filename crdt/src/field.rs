//! Fields of the document's maps, whatever people wrote there.

use automerge::{ObjId, ObjType, ReadDoc, ScalarValue, Value};

use crate::kanban::limits::ID_CHARS_MAX;

/// The largest whole number JavaScript counts exactly.
const NUMBER_MAX: u64 = (1 << 53) - 1;

/// A map at `key`.
pub(crate) fn child(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<ObjId> {
    match document.get(map, key).ok()?? {
        (Value::Object(ObjType::Map), id) => Some(id),
        _ => None,
    }
}

/// The maps in the map at `key`, with their keys. What has no usable key is not there.
pub(crate) fn entries(document: &impl ReadDoc, map: &ObjId, key: &str) -> Vec<(String, ObjId)> {
    let Some(map) = child(document, map, key) else {
        return Vec::new();
    };
    let keys = document.keys(&map).filter(|key| is_id(key));
    keys.filter_map(|key| Some((key.clone(), child(document, &map, &key)?)))
        .collect()
}

/// The keys that are exactly true in the map at `key`, in the order of their letters.
pub(crate) fn set(document: &impl ReadDoc, map: &ObjId, key: &str) -> Vec<String> {
    let Some(map) = child(document, map, key) else {
        return Vec::new();
    };
    let mut keys: Vec<String> = document
        .keys(&map)
        .filter(|key| is_id(key) && flag(document, &map, key))
        .collect();
    keys.sort_unstable();
    keys
}

/// Text at `key`, a plain string or a text object, cut to so many characters; empty when there is none.
pub(crate) fn text(document: &impl ReadDoc, map: &ObjId, key: &str, chars_max: usize) -> String {
    let text = match document.get(map, key) {
        Ok(Some((Value::Scalar(scalar), _))) => scalar.as_str().unwrap_or_default().to_owned(),
        Ok(Some((Value::Object(ObjType::Text), text))) => document.text(&text).unwrap_or_default(),
        _ => String::new(),
    };
    cut(text, chars_max)
}

/// A whole number at `key`, not below 0 and exact in JavaScript; 0 when there is none.
pub(crate) fn number(document: &impl ReadDoc, map: &ObjId, key: &str) -> u64 {
    let number = match scalar(document, map, key) {
        Some(ScalarValue::Int(number)) => u64::try_from(number).unwrap_or(0),
        Some(ScalarValue::Uint(number)) => number,
        // A float cast saturates, and what is not a number becomes 0.
        Some(ScalarValue::F64(number)) => number as u64,
        _ => 0,
    };
    number.min(NUMBER_MAX)
}

/// Whether `key` is exactly true.
pub(crate) fn flag(document: &impl ReadDoc, map: &ObjId, key: &str) -> bool {
    scalar(document, map, key) == Some(ScalarValue::Boolean(true))
}

/// The text without what is beyond so many characters.
pub(crate) fn cut(mut text: String, chars_max: usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(chars_max) {
        text.truncate(end);
    }
    text
}

fn is_id(key: &str) -> bool {
    !key.is_empty() && key.chars().nth(ID_CHARS_MAX).is_none()
}

fn scalar(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<ScalarValue> {
    match document.get(map, key).ok()?? {
        (Value::Scalar(scalar), _) => Some(scalar.into_owned()),
        _ => None,
    }
}
