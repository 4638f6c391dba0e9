//! Fields of data that anybody may have written: what has another type than expected is not there.

use super::tree::Value;
use crate::kanban::limits::NAME_CHARS_MAX;

/// A text; empty when there is none.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The first of these texts that is not empty.
pub(super) fn first_text<'a>(value: &'a Value, keys: &[&str]) -> &'a str {
    let texts = keys.iter().map(|key| text(value, key));
    texts
        .map(str::trim)
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// The first of these texts that is not empty, as long as what somebody is called: each may come on every card.
pub(super) fn name<'a>(value: &'a Value, keys: &[&str]) -> &'a str {
    cut_name(first_text(value, keys))
}

/// What somebody is called, no longer than a name is.
pub(super) fn cut_name(name: &str) -> &str {
    let name = name.trim();
    match name.char_indices().nth(NAME_CHARS_MAX) {
        Some((end, _)) => name[..end].trim_end(),
        None => name,
    }
}

/// An identifier: a text, or a number as Nextcloud writes it.
pub(super) fn id(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::Text(text)) => text.clone().into_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Whether it is exactly true.
pub(super) fn flag(value: &Value, key: &str) -> bool {
    matches!(value.get(key), Some(Value::Bool(true)))
}

/// A number; 0 when there is none.
pub(super) fn number(value: &Value, key: &str) -> f64 {
    value.get(key).and_then(Value::as_f64).unwrap_or_default()
}

/// A whole number, not below 0.
pub(super) fn count(value: &Value, key: &str) -> u64 {
    number(value, key) as u64
}

/// A list; empty when there is none.
pub(super) fn list<'a>(value: &'a Value<'a>, key: &str) -> &'a [Value<'a>] {
    value.get(key).and_then(Value::as_list).unwrap_or_default()
}

/// The texts in a list.
pub(super) fn texts<'a>(value: &'a Value<'a>, key: &str) -> impl Iterator<Item = &'a str> {
    list(value, key).iter().filter_map(Value::as_str)
}

/// A list in the order of one of its fields.
pub(super) fn sorted<'a>(values: &'a [Value<'a>], key: &str) -> Vec<&'a Value<'a>> {
    let mut sorted: Vec<_> = values.iter().collect();
    sorted.sort_by(|a, b| number(a, key).total_cmp(&number(b, key)));
    sorted
}

/// Whether somebody wrote something there.
pub(super) fn is_filled(value: &Value, key: &str) -> bool {
    match value.get(key) {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::Text(text)) => !text.trim().is_empty(),
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::List(list)) => !list.is_empty(),
        Some(Value::Map(map)) => !map.is_empty(),
        Some(Value::Bool(true)) => true,
    }
}
