//! The export of Nextcloud Deck: one board, or all of somebody's, one after the other or under their ids.

use super::draft::{Draft, SOME_TIME};
use super::json::{cut_name, flag, id, is_filled, list, name, number, sorted, text};
use super::losses::Loss;
use super::notes::Note;
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
    let boards = draft.things(boards(value));
    let (gone, boards): (Vec<_>, Vec<_>) = boards.into_iter().partition(|board| is_deleted(board));
    for board in &gone {
        draft.note(Note::Deleted, text(board, "title"));
    }
    for board in &boards {
        if boards.len() > 1 {
            draft.note(Note::Boards, text(board, "title"));
        }
        read_board(board, draft);
    }
}

fn read_board(board: &Value, draft: &mut Draft) {
    for label in board.get("labels").iter().flat_map(|labels| labels.items()) {
        draft.label(self::label(label.1));
    }
    let stacks = stacks(board, draft);
    let titled = stacks
        .iter()
        .filter(|stack| stack.value.get("title").is_some());
    for stack in titled.filter(|stack| !is_deleted(stack.value)) {
        draft.column(Column {
            id: stack.id.clone(),
            title: text(stack.value, "title").to_owned(),
            done: flag(stack.value, "isDoneColumn"),
            ..Column::default()
        });
    }
    for stack in &stacks {
        read_cards(stack, draft);
    }
}

fn boards<'a>(value: &'a Value<'a>) -> Vec<&'a Value<'a>> {
    let all = value.get("boards").unwrap_or(value);
    if all.get("stacks").is_some() {
        return vec![all];
    }
    all.items().map(|(_, board)| board).collect()
}

/// A list of cards. Some versions of Deck write its title in one place and its cards in another, both under its id.
struct Stack<'a> {
    id: String,
    value: &'a Value<'a>,
}

fn stacks<'a>(board: &'a Value<'a>, draft: &mut Draft) -> Vec<Stack<'a>> {
    let all = board.get("stacks").into_iter().flat_map(Value::items);
    let stack = |(key, value): (&str, &'a Value<'a>)| {
        let own = id(value, "id");
        let id = if own.is_empty() { key.to_owned() } else { own };
        Stack { id, value }
    };
    let all: Vec<Stack> = all.map(stack).collect();
    let count = all.len();
    let is_thing = |stack: &Stack| matches!(stack.value, Value::Map(_));
    let mut stacks: Vec<Stack> = all.into_iter().filter(is_thing).collect();
    draft.lose(Loss::Other, count - stacks.len());
    let place = |stack: &Stack| number(stack.value, "order");
    stacks.sort_by(|a, b| place(a).total_cmp(&place(b)));
    stacks
}

fn read_cards(stack: &Stack, draft: &mut Draft) {
    let cards = draft.things(sorted(list(stack.value, "cards"), "order"));
    let is_gone = is_deleted(stack.value);
    if is_gone {
        draft.note(Note::Deleted, text(stack.value, "title"));
    }
    for card in cards {
        if is_gone || is_deleted(card) {
            draft.note(Note::Deleted, text(card, "title"));
        } else {
            read_card(card, &stack.id, draft);
        }
    }
}

fn is_deleted(value: &Value) -> bool {
    is_filled(value, "deletedAt")
}

fn label(label: &Value) -> Label {
    Label {
        id: id(label, "id"),
        title: text(label, "title").to_owned(),
        colour: shade::colour(text(label, "color")),
        ..Label::default()
    }
}

fn read_card(card: &Value, column: &str, draft: &mut Draft) {
    for on_card in list(card, "labels") {
        draft.label_on_card(label(on_card));
    }
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
    draft.lose(Loss::Dependencies, list(card, "dependentCards").len());
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
