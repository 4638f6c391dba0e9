//! The export of a Wekan board, as data.

use std::collections::HashMap;

use super::draft::{Draft, SOME_TIME};
use super::json::{count, cut_name, first_text, flag, is_filled, list, name, sorted, text, texts};
use super::losses::Loss;
use super::tree::Value;
use super::{shade, when};
use crate::kanban::limits::CHECKS_MAX;
use crate::kanban::{Card, Check, Column, Comment, Label};

/// What Wekan notes of a card and a plan does not.
const FIELDS: [&str; 5] = [
    "receivedAt",
    "requestedBy",
    "assignedBy",
    "spentTime",
    "parentId",
];

/// What is read once for all cards, by the ids of the file. Each card takes its own away.
struct Board<'a> {
    people: HashMap<&'a str, &'a str>,
    checklists: HashMap<&'a str, Vec<&'a Value<'a>>>,
    items: HashMap<&'a str, Vec<&'a Value<'a>>>,
    comments: HashMap<&'a str, Vec<Comment>>,
}

/// Whether the data has this shape.
pub(super) fn is(value: &Value) -> bool {
    let is_said = text(value, "_format").starts_with("wekan-board");
    is_said
        || list(value, "lists")
            .first()
            .is_some_and(|list| list.get("_id").is_some())
}

pub(super) fn read(value: &Value, draft: &mut Draft) {
    for column in sorted(list(value, "lists"), "sort") {
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
    for card in sorted(list(value, "cards"), "sort") {
        board.read(card, draft);
    }
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
    draft.lose(Loss::Attachments, list(value, "attachments").len());
    draft.lose(Loss::Rules, list(value, "rules").len());
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

impl<'a> Board<'a> {
    fn of(value: &'a Value<'a>) -> Self {
        let people = list(value, "users").iter();
        Self {
            people: people
                .map(|user| (text(user, "_id"), called(user)))
                .collect(),
            checklists: grouped(value, "checklists", "cardId"),
            items: grouped(value, "checklistItems", "checklistId"),
            comments: HashMap::new(),
        }
        .with_comments(value)
    }

    fn with_comments(mut self, value: &'a Value<'a>) -> Self {
        for comment in list(value, "comments") {
            let by = self.people.get(text(comment, "userId")).copied();
            let of_card = self.comments.entry(text(comment, "cardId"));
            of_card.or_default().push(Comment {
                id: text(comment, "_id").to_owned(),
                by: by.unwrap_or_default().to_owned(),
                at: when::moment(text(comment, "createdAt")),
                edited: 0,
                text: text(comment, "text").to_owned(),
            });
        }
        self
    }

    fn read(&mut self, card: &'a Value<'a>, draft: &mut Draft) {
        let id = text(card, "_id");
        let column = text(card, "listId").to_owned();
        let ended = when::moment(text(card, "endAt"));
        let done = flag(card, "dueComplete") || ended > 0 || draft.is_done(&column);
        let read = Card {
            id: id.to_owned(),
            title: text(card, "title").to_owned(),
            description: text(card, "description").to_owned(),
            people: self.in_charge(card, draft),
            labels: texts(card, "labelIds").map(str::to_owned).collect(),
            start: draft.day(text(card, "startAt")),
            due: draft.day(text(card, "dueAt")),
            done,
            done_at: if done { ended } else { 0 },
            cover: shade::colour(text(card, "color")),
            template: text(card, "type").starts_with("template"),
            checks: self.checks(id, draft),
            comments: self.comments.remove(id).unwrap_or_default(),
            created: when::moment(text(card, "createdAt")),
            created_by: self
                .people
                .get(text(card, "userId"))
                .copied()
                .unwrap_or_default()
                .to_owned(),
            updated: when::moment(first_text(card, &["modifiedAt", "dateLastActivity"])),
            archived: archived(card),
            column,
            ..Card::default()
        };
        draft.card(read);
        let custom = list(card, "customFields")
            .iter()
            .filter(|field| is_filled(field, "value"));
        let fields = FIELDS.iter().filter(|key| is_filled(card, key));
        draft.lose(Loss::CustomFields, custom.count() + fields.count());
        let votes = card.get("vote").map_or(0, |vote| {
            list(vote, "positive").len() + list(vote, "negative").len()
        });
        draft.lose(Loss::Votes, votes);
    }

    /// A card here has one list to check: the names of several stand before their lines.
    fn checks(&mut self, card: &str, draft: &mut Draft) -> Vec<Check> {
        let lists = self.checklists.remove(card).unwrap_or_default();
        let mut checks = Vec::new();
        for checklist in &lists {
            let items = self.items.remove(text(checklist, "_id"));
            let list = cut_name(text(checklist, "title"));
            for item in items.unwrap_or_default() {
                match checks.len() {
                    CHECKS_MAX => draft.lose(Loss::Checks, 1),
                    _ => checks.push(check(list, item, lists.len() == 1)),
                }
            }
        }
        checks
    }

    /// Members and assignees alike: here a card has people in charge.
    fn in_charge(&self, card: &Value, draft: &mut Draft) -> Vec<String> {
        let ids = texts(card, "members").chain(texts(card, "assignees"));
        draft.people(ids.map(|id| self.people.get(id).copied().unwrap_or_default()))
    }
}

fn called<'a>(user: &'a Value<'a>) -> &'a str {
    let profile = user
        .get("profile")
        .map_or("", |profile| name(profile, &["fullname"]));
    if profile.is_empty() {
        name(user, &["fullname", "username"])
    } else {
        profile
    }
}

/// The values of a list in their order, by what they belong to.
fn grouped<'a>(
    value: &'a Value<'a>,
    key: &str,
    owner: &str,
) -> HashMap<&'a str, Vec<&'a Value<'a>>> {
    let mut grouped: HashMap<&str, Vec<_>> = HashMap::new();
    for one in sorted(list(value, key), "sort") {
        grouped.entry(text(one, owner)).or_default().push(one);
    }
    grouped
}

fn check(list: &str, item: &Value, is_alone: bool) -> Check {
    let line = text(item, "title");
    Check {
        id: text(item, "_id").to_owned(),
        text: if is_alone {
            line.to_owned()
        } else {
            format!("{list} : {line}")
        },
        done: flag(item, "isFinished"),
        ..Check::default()
    }
}
