//! Fields of a document's maps, read with one set of rules whatever anybody wrote there.

mod put;

use automerge::{ObjId, ObjType, ReadDoc, ScalarValue, Value};

pub(crate) use put::{map, put, put_texts};

/// A key of a map in a document, or the id of a participant, in characters.
pub(crate) const ID_CHARS_MAX: usize = 64;
/// The largest whole number JavaScript counts exactly.
const NUMBER_MAX: i64 = (1 << 53) - 1;

/// A map at `key`.
pub(crate) fn child(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<ObjId> {
    object(document, map, key, ObjType::Map)
}

/// An object of a type at `key`.
pub(crate) fn object(
    document: &impl ReadDoc,
    map: &ObjId,
    key: &str,
    wanted: ObjType,
) -> Option<ObjId> {
    match document.get(map, key).ok()?? {
        (Value::Object(found), id) if found == wanted => Some(id),
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

/// A word at `key`, a plain string or a text object.
pub(crate) fn word(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<String> {
    match document.get(map, key).ok()?? {
        (Value::Scalar(scalar), _) => scalar.as_str().map(str::to_owned),
        (Value::Object(ObjType::Text), text) => document.text(&text).ok(),
        _ => None,
    }
}

/// The word at `key`, cut to so many characters; empty when there is none.
pub(crate) fn text(document: &impl ReadDoc, map: &ObjId, key: &str, chars_max: usize) -> String {
    cut(word(document, map, key).unwrap_or_default(), chars_max)
}

/// The texts of the list at `key`, each cut to so many characters.
pub(crate) fn texts(
    document: &impl ReadDoc,
    map: &ObjId,
    key: &str,
    chars_max: usize,
) -> Vec<String> {
    let Some(list) = object(document, map, key, ObjType::List) else {
        return Vec::new();
    };
    let items = (0..document.length(&list)).filter_map(|at| document.get(&list, at).ok()?);
    items
        .filter_map(|(value, _)| value.as_str().map(|text| cut(text.to_owned(), chars_max)))
        .collect()
}

/// A whole number at `key`. JavaScript may write one as a float.
pub(crate) fn integer(document: &impl ReadDoc, map: &ObjId, key: &str) -> Option<i64> {
    match scalar(document, map, key)? {
        ScalarValue::Int(number) => Some(number),
        ScalarValue::Uint(number) => Some(i64::try_from(number).unwrap_or(i64::MAX)),
        // A float cast saturates, and what is not a number becomes 0.
        ScalarValue::F64(number) => Some(number as i64),
        _ => None,
    }
}

/// A whole number at `key`, not below 0 and exact in JavaScript; 0 when there is none.
pub(crate) fn number(document: &impl ReadDoc, map: &ObjId, key: &str) -> u64 {
    let number = integer(document, map, key).unwrap_or(0);
    number.clamp(0, NUMBER_MAX).unsigned_abs()
}

/// A number that fits in 32 bits.
pub(crate) fn small(document: &impl ReadDoc, map: &ObjId, key: &str) -> u32 {
    u32::try_from(number(document, map, key)).unwrap_or(u32::MAX)
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
