//! JSON that anybody may have written, as a tree of bounded size whose texts are borrowed from the file.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::NotUnderstood;
use crate::kanban::TooMuch;
use crate::kanban::limits::FILE_NODES_MAX;

/// A value; lists and maps take no more room than what is in them.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'a, str>),
    List(Box<[Value<'a>]>),
    Map(Box<[(Cow<'a, str>, Value<'a>)]>),
}

impl<'a> Value<'a> {
    /// Reads a file. How deep it may go is bounded by the parser.
    pub(super) fn parse(text: &'a str) -> Result<Self, NotUnderstood> {
        let mut nodes_left = FILE_NODES_MAX;
        let mut parser = serde_json::Deserializer::from_str(text);
        let read = Node(&mut nodes_left).deserialize(&mut parser);
        let whole = read.and_then(|value| parser.end().map(|()| value));
        whole.map_err(|_| match nodes_left {
            0 => NotUnderstood::TooMuch(TooMuch::AtOnce),
            _ => NotUnderstood::Broken,
        })
    }

    /// What a map holds under a key; where it comes twice, the last one counts.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Map(entries) = self else {
            return None;
        };
        let mut found = entries.iter().rev().filter(|(of, _)| of == key);
        found.next().map(|(_, value)| value)
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    /// What a list or a map holds, each with its key: some tools number what others put one after the other.
    pub(super) fn items(&self) -> impl Iterator<Item = (&str, &Self)> {
        let (list, map): (&[Self], &[_]) = match self {
            Self::List(list) => (list, &[]),
            Self::Map(map) => (&[], map),
            _ => (&[], &[]),
        };
        let numbered = list.iter().map(|value| ("", value));
        numbered.chain(
            map.iter()
                .map(|(key, value): &(Cow<'a, str>, Self)| (&**key, value)),
        )
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }
}

/// Reads one value, as long as there is room for one more.
struct Node<'n>(&'n mut usize);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value<'de>, D::Error> {
        let left = self.0.checked_sub(1);
        *self.0 = left.ok_or_else(|| D::Error::custom("too many values"))?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = items.next_element_seed(Node(self.0))? {
            list.push(value);
        }
        Ok(Value::List(list.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value<'de>, A::Error> {
        let mut map = Vec::new();
        while let Some(Key(key)) = entries.next_key()? {
            map.push((key, entries.next_value_seed(Node(self.0))?));
        }
        Ok(Value::Map(map.into()))
    }
}

/// A key, borrowed where it is written without an escape.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_keys() {
        let file = r#"{"a": 1, "b\u0041": ["\n", -2.5, true, null, {}], "a": "last"}"#;
        let value = Value::parse(file).expect("JSON");
        assert_eq!(value.get("a").and_then(Value::as_str), Some("last"));
        let list = value.get("bA").and_then(Value::as_list).expect("a list");
        assert_eq!(list[0].as_str(), Some("\n"));
        assert_eq!(list[1].as_f64(), Some(-2.5));
        assert!(matches!(list[2], Value::Bool(true)));
        assert!(matches!(list[3], Value::Null));
        assert!(value.get("c").is_none() && list[4].get("c").is_none());
    }

    #[test]
    fn broken_deep_and_endless_data_is_refused() {
        let deep = "[".repeat(200) + &"]".repeat(200);
        for broken in ["{\"a\": 1} x", "[1, 2", "{1: 2}", deep.as_str()] {
            let refused = Value::parse(broken).expect_err(broken);
            assert_eq!(refused, NotUnderstood::Broken);
        }
        let endless = format!("[{}0]", "0,".repeat(FILE_NODES_MAX));
        let refused = Value::parse(&endless).expect_err("too much");
        assert_eq!(refused, NotUnderstood::TooMuch(TooMuch::AtOnce));
    }
}
