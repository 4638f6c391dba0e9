//! Fields that the server keeps as they should be: written only when they change, because what nobody changed makes no
//! history.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ScalarValue};

use super::{child, object, scalar, texts};

/// Writes a value unless it is there already.
pub(crate) fn put(
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
pub(crate) fn map(
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
pub(crate) fn put_texts(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    wanted: &[String],
) -> Result<(), AutomergeError> {
    let is_list = object(edit, map, key, ObjType::List).is_some();
    if is_list && texts(edit, map, key, usize::MAX) == wanted {
        return Ok(());
    }
    let list = edit.put_object(map, key, ObjType::List)?;
    for (at, text) in wanted.iter().enumerate() {
        edit.insert(&list, at, text.as_str())?;
    }
    Ok(())
}
