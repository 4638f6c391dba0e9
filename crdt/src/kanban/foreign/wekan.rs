//! The export of a Wekan board, as data.

mod board;

use super::draft::{Draft, SOME_TIME};
use super::json::{count, flag, is_filled, list, sorted, text};
use super::losses::Loss;
use super::tree::Value;
use super::{shade, when};
use crate::kanban::{Column, Label};
use board::Board;

/// Whether the data has this shape.
pub(super) fn is(value: &Value) -> bool {
    let is_said = text(value, "_format").starts_with("wekan-board");
    is_said
        || list(value, "lists")
            .first()
            .is_some_and(|list| list.get("_id").is_some())
}

pub(super) fn read(value: &Value, draft: &mut Draft) {
    for column in draft.things(sorted(list(value, "lists"), "sort")) {
        draft.column(self::column(column));
    }
    for label in list(value, "labels") {
        draft.label(Label {
            id: text(label, "_id").to_owned(),
            title: text(label, "name").to_owned(),
            colour: shade::colour(text(label, "color")),
            ..Label::default()
        });
    }
    let mut board = Board::of(value);
    for card in draft.things(sorted(list(value, "cards"), "sort")) {
        board.read(card, draft);
    }
    board.leave(value, draft);
    lose(value, draft);
}

fn column(list: &Value) -> Column {
    let limit = list.get("wipLimit").filter(|limit| flag(limit, "enabled"));
    Column {
        id: text(list, "_id").to_owned(),
        title: text(list, "title").to_owned(),
        colour: shade::colour(text(list, "color")),
        limit: limit.map_or(0, |limit| count(limit, "value")),
        archived: archived(list),
        ..Column::default()
    }
}

fn archived(value: &Value) -> u64 {
    if flag(value, "archived") {
        when::moment(text(value, "archivedAt")).max(SOME_TIME)
    } else {
        0
    }
}

fn lose(value: &Value, draft: &mut Draft) {
    for attachment in list(value, "attachments") {
        draft.lose_named(Loss::Attachments, text(attachment, "name"));
    }
    for rule in list(value, "rules") {
        draft.lose_named(Loss::Rules, text(rule, "title"));
    }
    draft.lose(Loss::History, list(value, "activities").len());
    draft.lose(
        Loss::Other,
        usize::from(is_filled(value, "description")) + list(value, "subtaskItems").len(),
    );
    let lanes = list(value, "swimlanes")
        .iter()
        .filter(|lane| !flag(lane, "archived"));
    let lanes = lanes.count();
    // Every board has one that nobody made.
    draft.lose(Loss::Swimlanes, if lanes > 1 { lanes } else { 0 });
}
