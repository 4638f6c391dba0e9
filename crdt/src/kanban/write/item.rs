//! Writes whole columns, cards and labels.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ObjType, ScalarValue};

use crate::kanban::{Attachment, Card, Check, Column, Comment, Label};

pub(in crate::kanban) fn put_column(
    edit: &mut Transaction<'_>,
    columns: &ObjId,
    column: &Column,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(columns, &column.id, ObjType::Map)?;
    edit.put(&map, "title", column.title.as_str())?;
    edit.put(&map, "rank", column.rank.as_str())?;
    edit.put(&map, "colour", column.colour.as_str())?;
    edit.put(&map, "limit", whole(column.limit))?;
    edit.put(&map, "done", column.done)?;
    edit.put(&map, "archived", whole(column.archived))?;
    edit.put(&map, "deleted", whole(column.deleted))
}

pub(in crate::kanban) fn put_label(
    edit: &mut Transaction<'_>,
    labels: &ObjId,
    label: &Label,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(labels, &label.id, ObjType::Map)?;
    edit.put(&map, "title", label.title.as_str())?;
    edit.put(&map, "colour", label.colour.as_str())?;
    edit.put(&map, "rank", label.rank.as_str())?;
    edit.put(&map, "deleted", 0)
}

/// How a description is written. Readers take both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::kanban) enum Described {
    /// As text for several hands: an operation for each letter.
    ByLetters,
    /// As one value, which becomes text when somebody changes it.
    AsAWhole,
}

pub(in crate::kanban) fn put_card(
    edit: &mut Transaction<'_>,
    cards: &ObjId,
    card: &Card,
    described: Described,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(cards, &card.id, ObjType::Map)?;
    edit.put(&map, "title", card.title.as_str())?;
    if described == Described::ByLetters {
        let description = edit.put_object(&map, "description", ObjType::Text)?;
        edit.splice_text(&description, 0, 0, &card.description)?;
    } else {
        edit.put(&map, "description", card.description.as_str())?;
    }
    // Next to each other, as in every move: whoever wins one wins the other.
    edit.put(&map, "column", card.column.as_str())?;
    edit.put(&map, "rank", card.rank.as_str())?;
    put_set(edit, &map, "people", &card.people)?;
    put_set(edit, &map, "labels", &card.labels)?;
    put_state(edit, &map, card)?;
    put_all(edit, &map, "checks", &card.checks, put_check)?;
    put_all(edit, &map, "comments", &card.comments, put_comment)?;
    put_all(edit, &map, "attachments", &card.attachments, put_attachment)
}

fn put_state(edit: &mut Transaction<'_>, map: &ObjId, card: &Card) -> Result<(), AutomergeError> {
    for (key, text) in [
        ("start", card.start.as_str()),
        ("due", &card.due),
        ("cover", card.cover.as_str()),
        ("from", &card.from),
        ("fromTitle", &card.from_title),
        ("createdBy", &card.created_by),
    ] {
        edit.put(map, key, text)?;
    }
    for (key, number) in [
        ("doneAt", card.done_at),
        ("created", card.created),
        ("updated", card.updated),
        ("archived", card.archived),
        ("deleted", card.deleted),
    ] {
        edit.put(map, key, whole(number))?;
    }
    edit.put(map, "done", card.done)?;
    edit.put(map, "template", card.template)
}

fn put_set(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    members: &[String],
) -> Result<(), AutomergeError> {
    let set = edit.put_object(map, key, ObjType::Map)?;
    members.iter().try_for_each(|id| edit.put(&set, id, true))
}

/// The map at `key`, with one entry for each item: the map is there even when nothing is in it.
fn put_all<T>(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    key: &str,
    items: &[T],
    put: impl Fn(&mut Transaction<'_>, &ObjId, &T) -> Result<(), AutomergeError>,
) -> Result<(), AutomergeError> {
    let all = edit.put_object(map, key, ObjType::Map)?;
    items.iter().try_for_each(|item| put(edit, &all, item))
}

fn put_check(
    edit: &mut Transaction<'_>,
    checks: &ObjId,
    check: &Check,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(checks, &check.id, ObjType::Map)?;
    edit.put(&map, "text", check.text.as_str())?;
    edit.put(&map, "rank", check.rank.as_str())?;
    edit.put(&map, "done", check.done)?;
    edit.put(&map, "due", check.due.as_str())
}

fn put_comment(
    edit: &mut Transaction<'_>,
    comments: &ObjId,
    comment: &Comment,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(comments, &comment.id, ObjType::Map)?;
    edit.put(&map, "by", comment.by.as_str())?;
    edit.put(&map, "at", whole(comment.at))?;
    edit.put(&map, "edited", whole(comment.edited))?;
    edit.put(&map, "text", comment.text.as_str())
}

fn put_attachment(
    edit: &mut Transaction<'_>,
    attachments: &ObjId,
    attachment: &Attachment,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(attachments, &attachment.id, ObjType::Map)?;
    edit.put(&map, "title", attachment.title.as_str())?;
    edit.put(&map, "url", attachment.url.as_str())?;
    edit.put(&map, "bytes", whole(attachment.bytes))?;
    edit.put(&map, "by", attachment.by.as_str())?;
    edit.put(&map, "at", whole(attachment.at))
}

/// A number as browsers write it.
pub(super) fn whole(number: u64) -> ScalarValue {
    ScalarValue::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
