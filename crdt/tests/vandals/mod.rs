//! What somebody may write into a document whom nothing holds to its shape.

// Each test file uses its own part of it.
#![allow(dead_code)]

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use proptest::prelude::*;

#[derive(Debug, Clone)]
pub enum Value {
    Scalar(ScalarValue),
    Text(String),
    Map(Vec<(&'static str, ScalarValue)>),
    List,
}

pub fn any_scalar(
    word: impl Strategy<Value = &'static str> + 'static,
) -> impl Strategy<Value = ScalarValue> {
    prop_oneof![
        any::<i64>().prop_map(ScalarValue::Int),
        any::<u64>().prop_map(ScalarValue::Uint),
        any::<f64>().prop_map(ScalarValue::F64),
        any::<bool>().prop_map(ScalarValue::Boolean),
        any::<i64>().prop_map(ScalarValue::counter),
        Just(ScalarValue::Null),
        Just(ScalarValue::Bytes(vec![0, 255])),
        word.prop_map(ScalarValue::from),
    ]
}

pub fn any_value(
    key: impl Strategy<Value = &'static str> + 'static,
    word: impl Strategy<Value = &'static str> + Clone + 'static,
) -> impl Strategy<Value = Value> {
    prop_oneof![
        any_scalar(word.clone()).prop_map(Value::Scalar),
        word.clone().prop_map(|word| Value::Text(word.to_owned())),
        prop::collection::vec((key, any_scalar(word)), 0..3).prop_map(Value::Map),
        Just(Value::List),
    ]
}

pub fn fill(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    value: Value,
) -> Result<(), AutomergeError> {
    match value {
        Value::Scalar(value) => edit.put(map, key, value),
        Value::List => edit.put_object(map, key, ObjType::List).map(|_| ()),
        Value::Text(text) => {
            let object = edit.put_object(map, key, ObjType::Text)?;
            edit.splice_text(object, 0, 0, &text)
        }
        Value::Map(entries) => {
            let object = edit.put_object(map, key, ObjType::Map)?;
            let mut entries = entries.into_iter();
            entries.try_for_each(|(key, value)| edit.put(&object, key, value))
        }
    }
}

/// Something done somewhere below the root. Places, keys and positions are taken modulo what there is.
#[derive(Debug, Clone)]
pub struct Deed {
    place: usize,
    key: usize,
    /// Nothing: what is there is taken away.
    value: Option<Value>,
}

pub fn any_deed() -> impl Strategy<Value = Deed> {
    let words = || {
        prop::sample::select(vec![
            "",
            "c1",
            "0",
            "2026-02-30",
            "revealed",
            "javascript:x",
            "/w/a/b",
            "https://x",
            "\u{fffc}",
            "😀",
            MARKUP,
        ])
    };
    let keys = || prop::sample::select(vec!["title", "due", "done", "rank", "url", "z"]);
    let value = prop::option::weighted(0.9, any_value(keys(), words()));
    (any::<usize>(), any::<usize>(), value).prop_map(|(place, key, value)| Deed {
        place,
        key,
        value,
    })
}

/// What must never reach a page as it is.
pub const MARKUP: &str = "<img src=x onerror=alert(1)>";

/// The document after somebody did all of it; what automerge refuses stays undone.
pub fn vandalised(document: &Automerge, actor: u8, deeds: Vec<Deed>) -> Automerge {
    let mut document = document.fork().with_actor(ActorId::from([actor; 16]));
    let mut edit = document.transaction();
    for deed in deeds {
        let _refused_or_done = perform(&mut edit, deed);
    }
    edit.commit();
    document
}

fn perform(edit: &mut Transaction<'_>, deed: Deed) -> Result<(), AutomergeError> {
    let places = below(edit, &ROOT);
    let place = &places[deed.place % places.len()];
    match (edit.object_type(place)?, deed.value) {
        (ObjType::Map | ObjType::Table, value) => {
            let mut keys: Vec<String> = edit.keys(place).collect();
            keys.push("new".to_owned());
            let key = &keys[deed.key % keys.len()];
            match value {
                Some(value) => fill(edit, place, key, value),
                None => edit.delete(place, key.as_str()),
            }
        }
        (ObjType::Text, Some(Value::Text(text))) => {
            edit.splice_text(place, deed.key % (edit.length(place) + 1), 0, &text)
        }
        (_, Some(Value::Scalar(scalar))) => {
            edit.insert(place, deed.key % (edit.length(place) + 1), scalar)
        }
        (_, Some(_)) => edit
            .split_block(place, deed.key % (edit.length(place) + 1))
            .map(drop),
        (_, None) => edit.delete(place, deed.key % edit.length(place).max(1)),
    }
}

/// Everything that holds something in an object. The root is the server's.
fn below(document: &impl ReadDoc, object: &ObjId) -> Vec<ObjId> {
    let inside: Vec<ObjId> = match document.object_type(object) {
        Ok(ObjType::Map | ObjType::Table) => document
            .keys(object)
            .filter_map(|key| held(document.get(object, key)))
            .collect(),
        _ => (0..document.length(object))
            .filter_map(|at| held(document.get(object, at)))
            .collect(),
    };
    let deeper: Vec<ObjId> = inside
        .iter()
        .flat_map(|each| below(document, each))
        .collect();
    inside.into_iter().chain(deeper).collect()
}

fn held(found: Result<Option<(automerge::Value<'_>, ObjId)>, AutomergeError>) -> Option<ObjId> {
    let (value, id) = found.ok()??;
    value.is_object().then_some(id)
}
