//! The export of Nextcloud Deck: one board, or all of somebody's.

use super::draft::{Draft, SOME_TIME};
use super::json::{cut_name, flag, id, is_filled, list, name, number, sorted, text};
use super::losses::Loss;
use super::tree::Value;
use super::{shade, when};
use crate::kanban::{Card, Column, Comment, Label};

/// Whether the data has this shape.
pub(super) fn is(value: &Value) -> bool {
    boards(value)
        .iter()
        .any(|board| board.get("stacks").is_some())
}

pub(super) fn read(value: &Value, draft: &mut Draft) {
    for board in boards(value) {
        for label in list(board, "labels") {
            draft.label(Label {
                id: id(label, "id"),
                title: text(label, "title").to_owned(),
                colour: shade::colour(text(label, "color")),
                ..Label::default()
            });
        }
        for stack in stacks(board) {
            read_stack(stack, draft);
        }
    }
}

fn boards<'a>(value: &'a Value<'a>) -> Vec<&'a Value<'a>> {
    match value {
        Value::List(boards) => boards.iter().collect(),
        _ if value.get("boards").is_some() => list(value, "boards").iter().collect(),
        _ => vec![value],
    }
}

/// Under their ids, or one after the other.
fn stacks<'a>(board: &'a Value<'a>) -> Vec<&'a Value<'a>> {
    let mut stacks: Vec<_> = match board.get("stacks") {
        Some(Value::Map(by_id)) => by_id.iter().map(|(_, stack)| stack).collect(),
        Some(Value::List(all)) => all.iter().collect(),
        _ => Vec::new(),
    };
    stacks.sort_by(|a, b| number(a, "order").total_cmp(&number(b, "order")));
    stacks
}

fn read_stack(stack: &Value, draft: &mut Draft) {
    let column = Column {
        id: id(stack, "id"),
        title: text(stack, "title").to_owned(),
        ..Column::default()
    };
    let here = column.id.clone();
    draft.column(column);
    for card in sorted(list(stack, "cards"), "order") {
        if number(card, "deletedAt") == 0.0 {
            read_card(card, &here, draft);
        }
    }
}

fn read_card(card: &Value, column: &str, draft: &mut Draft) {
    let done_at = moment(card, "done");
    let done = done_at > 0 || flag(card, "done") || draft.is_done(column);
    let read = Card {
        id: id(card, "id"),
        title: text(card, "title").to_owned(),
        description: text(card, "description").to_owned(),
        column: column.to_owned(),
        people: in_charge(card, draft),
        labels: list(card, "labels")
            .iter()
            .map(|label| id(label, "id"))
            .collect(),
        start: draft.day(text(card, "startdate")),
        due: draft.day(text(card, "duedate")),
        done,
        done_at,
        cover: shade::colour(text(card, "color")),
        comments: comments(card),
        created: moment(card, "createdAt"),
        created_by: card.get("owner").map(person).unwrap_or_default().to_owned(),
        updated: moment(card, "lastModified"),
        archived: if flag(card, "archived") { SOME_TIME } else { 0 },
        ..Card::default()
    };
    let told = number(card, "commentsCount").max(0.0) as usize;
    draft.lose(Loss::Comments, told.saturating_sub(read.comments.len()));
    let files = list(card, "attachments")
        .len()
        .max(number(card, "attachmentCount").max(0.0) as usize);
    draft.lose(Loss::Attachments, files);
    draft.card(read);
}

fn in_charge(card: &Value, draft: &mut Draft) -> Vec<String> {
    let assigned = list(card, "assignedUsers").iter();
    draft.people(assigned.map(|who| person(who.get("participant").unwrap_or(who))))
}

fn person<'a>(value: &'a Value<'a>) -> &'a str {
    let keys = ["displayname", "displayName", "uid", "primaryKey"];
    value.as_str().map_or_else(|| name(value, &keys), cut_name)
}

fn comments(card: &Value) -> Vec<Comment> {
    let filled = list(card, "comments")
        .iter()
        .filter(|comment| is_filled(comment, "message"));
    filled
        .map(|comment| Comment {
            id: id(comment, "id"),
            by: name(comment, &["actorDisplayName", "actorId"]).to_owned(),
            at: moment(comment, "creationDateTime"),
            edited: 0,
            text: text(comment, "message").to_owned(),
        })
        .collect()
}

/// Seconds since 1970, or a text.
fn moment(value: &Value, key: &str) -> u64 {
    match value.get(key) {
        Some(Value::Number(seconds)) => (seconds.as_f64().unwrap_or(0.0) * 1_000.0) as u64,
        _ => when::moment(text(value, key)),
    }
}
