//! The export of a Trello board, which several other tools write as well, and so does this one.

mod board;

use super::draft::{Draft, SOME_TIME};
use super::json::{count, flag, is_filled, list, sorted, text};
use super::losses::Loss;
use super::shade;
use super::tree::Value;
use crate::kanban::{Column, Label};
use board::Board;

/// Trello writes no more of what happened than this: the oldest comments are missing then.
const ACTIONS_MAX: usize = 1_000;

/// Whether the data has this shape.
pub(super) fn is(value: &Value) -> bool {
    let holds = |key| matches!(value.get(key), Some(Value::List(_)));
    holds("lists") && holds("cards")
}

pub(super) fn read(value: &Value, draft: &mut Draft) {
    for column in draft.things(sorted(list(value, "lists"), "pos")) {
        draft.column(self::column(column));
    }
    for label in list(value, "labels") {
        draft.label(self::label(label));
    }
    let mut board = Board::of(value);
    for card in draft.things(sorted(list(value, "cards"), "pos")) {
        board.read(card, draft);
    }
    board.leave(value, draft);
    lose(value, draft);
}

fn column(list: &Value) -> Column {
    Column {
        id: text(list, "id").to_owned(),
        title: text(list, "name").to_owned(),
        colour: shade::colour(text(list, "color")),
        limit: count(list, "softLimit"),
        done: flag(list, "done"),
        archived: closed(list),
        ..Column::default()
    }
}

fn label(label: &Value) -> Label {
    Label {
        id: text(label, "id").to_owned(),
        title: text(label, "name").to_owned(),
        colour: shade::colour(text(label, "color")),
        ..Label::default()
    }
}

fn closed(value: &Value) -> u64 {
    if flag(value, "closed") { SOME_TIME } else { 0 }
}

/// What of the whole board cannot come.
fn lose(value: &Value, draft: &mut Draft) {
    let actions = list(value, "actions");
    let read = |action: &&Value| matches!(text(action, "type"), "commentCard" | "createCard");
    draft.lose(
        Loss::History,
        actions.iter().filter(|action| !read(action)).count(),
    );
    draft.lose(Loss::Other, usize::from(is_filled(value, "desc")));
    let told = list(value, "cards").iter().map(comments_told);
    let told = told.fold(0, u64::saturating_add);
    let found = actions
        .iter()
        .filter(|action| text(action, "type") == "commentCard")
        .count();
    let missing = usize::try_from(told)
        .unwrap_or(usize::MAX)
        .saturating_sub(found);
    let may_miss = usize::from(actions.len() >= ACTIONS_MAX);
    draft.lose(Loss::OldComments, missing.max(may_miss));
}

fn comments_told(card: &Value) -> u64 {
    card.get("badges")
        .map_or(0, |badges| count(badges, "comments"))
}
