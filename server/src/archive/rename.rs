//! Gives what a document refers to its new identifiers, as one more change: the history before stays as it was.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{
    ActorId, Automerge, AutomergeError, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue, Value,
};

use super::names::Names;

/// Renames every scalar text and every key that is a name. Running text is left as people wrote it.
pub(super) fn rename(
    document: &mut Automerge,
    names: &Names,
    actor: ActorId,
    now_ms: u64,
) -> Result<(), AutomergeError> {
    document.set_actor(actor);
    let mut transaction = document.transaction();
    let mut waiting = vec![(ROOT, ObjType::Map)];
    while let Some((object, kind)) = waiting.pop() {
        match kind {
            ObjType::Map | ObjType::Table => rename_in_map(&mut transaction, &object, names)?,
            ObjType::List => rename_in_list(&mut transaction, &object, names)?,
            ObjType::Text => continue,
        }
        waiting.extend(children(&transaction, &object));
    }
    let seconds = i64::try_from(now_ms / 1_000).unwrap_or(0);
    transaction.commit_with(CommitOptions::default().with_time(seconds));
    Ok(())
}

fn rename_in_map(
    transaction: &mut Transaction<'_>,
    object: &ObjId,
    names: &Names,
) -> Result<(), AutomergeError> {
    for (key, value) in scalars(transaction, object, transaction.keys(object).map(Prop::Map)) {
        if let Some(name) = value.as_str().and_then(|text| names.of(text)) {
            transaction.put(object, key.clone(), name)?;
        }
        let Prop::Map(old) = key else { continue };
        if let Some(name) = names.of(&old) {
            transaction.put(object, name, value)?;
            transaction.delete(object, old)?;
        }
    }
    Ok(())
}

fn rename_in_list(
    transaction: &mut Transaction<'_>,
    object: &ObjId,
    names: &Names,
) -> Result<(), AutomergeError> {
    let places = (0..transaction.length(object)).map(Prop::Seq);
    for (place, value) in scalars(transaction, object, places) {
        if let Some(name) = value.as_str().and_then(|text| names.of(text)) {
            transaction.put(object, place, name)?;
        }
    }
    Ok(())
}

/// The scalars at these places, read before anything is written.
fn scalars(
    transaction: &Transaction<'_>,
    object: &ObjId,
    places: impl Iterator<Item = Prop>,
) -> Vec<(Prop, ScalarValue)> {
    let scalar = |place: Prop| match transaction.get(object, place.clone()) {
        Ok(Some((Value::Scalar(value), _))) => Some((place, value.into_owned())),
        _ => None,
    };
    places.filter_map(scalar).collect()
}

fn children(transaction: &Transaction<'_>, object: &ObjId) -> Vec<(ObjId, ObjType)> {
    let values = transaction.values(object);
    let child = |(value, id): (Value<'_>, ObjId)| match value {
        Value::Object(kind) => Some((id, kind)),
        Value::Scalar(_) => None,
    };
    values
        .filter_map(|each| child((each.0.clone().into_owned(), each.1)))
        .collect()
}
