//! The vocabulary of these tests: plans written as a browser writes them.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc, Value};
use crdt::kanban::{Template, create};
use crdt::language::Language;

/// A new plan, in the hands of somebody.
pub fn kanban() -> Automerge {
    let mut kanban = create(ActorId::from([1; 16]), Template::Plan, Language::French);
    kanban.set_actor(ActorId::from([2; 16]));
    kanban
}

/// One change, at a known time.
pub fn edit<T>(
    kanban: &mut Automerge,
    change: impl FnOnce(&mut Transaction<'_>) -> Result<T, AutomergeError>,
) -> T {
    let mut transaction = kanban.transaction();
    let outcome = change(&mut transaction).expect("the change is possible");
    transaction.commit_with(automerge::transaction::CommitOptions::default().with_time(0));
    outcome
}

/// One of the three maps of the root.
pub fn part(document: &impl ReadDoc, key: &str) -> ObjId {
    inside(document, &ROOT, key)
}

/// A map in a map.
pub fn inside(document: &impl ReadDoc, map: &ObjId, key: &str) -> ObjId {
    match document.get(map, key) {
        Ok(Some((Value::Object(_), id))) => id,
        other => panic!("no map at {key}: {other:?}"),
    }
}

/// A column as a browser makes it.
pub fn add_column(
    edit: &mut Transaction<'_>,
    id: &str,
    title: &str,
    rank: &str,
) -> Result<ObjId, AutomergeError> {
    let columns = part(edit, "columns");
    let map = edit.put_object(&columns, id, ObjType::Map)?;
    edit.put(&map, "title", title)?;
    edit.put(&map, "rank", rank)?;
    edit.put(&map, "colour", "")?;
    edit.put(&map, "limit", 0)?;
    edit.put(&map, "done", false)?;
    edit.put(&map, "archived", 0)?;
    edit.put(&map, "deleted", 0)?;
    Ok(map)
}

/// A label as a browser makes it.
pub fn add_label(
    edit: &mut Transaction<'_>,
    id: &str,
    title: &str,
    colour: &str,
) -> Result<ObjId, AutomergeError> {
    let labels = part(edit, "labels");
    let map = edit.put_object(&labels, id, ObjType::Map)?;
    edit.put(&map, "title", title)?;
    edit.put(&map, "colour", colour)?;
    edit.put(&map, "rank", id)?;
    edit.put(&map, "deleted", 0)?;
    Ok(map)
}

/// A card as a browser makes it, with nothing on it yet.
pub fn add_card(
    edit: &mut Transaction<'_>,
    id: &str,
    title: &str,
    column: &str,
    rank: &str,
) -> Result<ObjId, AutomergeError> {
    let cards = part(edit, "cards");
    let map = edit.put_object(&cards, id, ObjType::Map)?;
    edit.put(&map, "title", title)?;
    edit.put_object(&map, "description", ObjType::Text)?;
    edit.put(&map, "column", column)?;
    edit.put(&map, "rank", rank)?;
    for key in ["people", "labels", "checks", "comments", "attachments"] {
        edit.put_object(&map, key, ObjType::Map)?;
    }
    for key in ["start", "due", "cover", "from", "fromTitle"] {
        edit.put(&map, key, "")?;
    }
    for key in ["doneAt", "archived", "deleted"] {
        edit.put(&map, key, 0)?;
    }
    edit.put(&map, "done", false)?;
    edit.put(&map, "template", false)?;
    edit.put(&map, "createdBy", "lea")?;
    edit.put(&map, "created", 1_795_000_000_000_i64)?;
    edit.put(&map, "updated", 1_795_000_000_000_i64)?;
    Ok(map)
}

/// Something in one of a card's maps, such as a line to check.
pub fn add_to_card(
    edit: &mut Transaction<'_>,
    card: &ObjId,
    part: &str,
    id: &str,
    texts: &[(&str, &str)],
) -> Result<ObjId, AutomergeError> {
    let all = inside(edit, card, part);
    let map = edit.put_object(&all, id, ObjType::Map)?;
    for (key, text) in texts {
        edit.put(&map, *key, *text)?;
    }
    Ok(map)
}
