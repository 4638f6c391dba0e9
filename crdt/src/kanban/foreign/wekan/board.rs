//! The cards of a Wekan board, with what stands elsewhere in the file.

use std::collections::HashMap;

use super::archived;
use crate::kanban::foreign::draft::Draft;
use crate::kanban::foreign::json::{
    cut_name, first_text, flag, is_filled, list, name, sorted, text, texts,
};
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::tree::Value;
use crate::kanban::foreign::{shade, when};
use crate::kanban::limits::CHECKS_MAX;
use crate::kanban::{Card, Check, Comment};

/// What Wekan notes of a card and a plan does not.
const FIELDS: [&str; 5] = [
    "receivedAt",
    "requestedBy",
    "assignedBy",
    "spentTime",
    "parentId",
];

/// What is read once for all cards, by the ids of the file. Each card takes its own away.
pub(super) struct Board<'a> {
    people: HashMap<&'a str, &'a str>,
    checklists: HashMap<&'a str, Vec<&'a Value<'a>>>,
    items: HashMap<&'a str, Vec<&'a Value<'a>>>,
    /// What fields are called that people of the board defined.
    fields: HashMap<&'a str, &'a str>,
    comments: HashMap<&'a str, Vec<Comment>>,
}

impl<'a> Board<'a> {
    pub(super) fn of(value: &'a Value<'a>) -> Self {
        let people = list(value, "users").iter();
        let fields = list(value, "customFields").iter();
        let fields = fields.map(|field| (text(field, "_id"), text(field, "name")));
        Self {
            fields: fields.collect(),
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

    pub(super) fn read(&mut self, card: &'a Value<'a>, draft: &mut Draft) {
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
        let custom = list(card, "customFields").iter();
        for field in custom.filter(|field| is_filled(field, "value")) {
            let name = self.fields.get(text(field, "_id")).copied();
            draft.lose_named(Loss::CustomFields, name.unwrap_or_default());
        }
        let fields = FIELDS.iter().filter(|key| is_filled(card, key));
        draft.lose(Loss::CustomFields, fields.count());
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

    /// What is left once every card took its own belongs to no card of the file.
    pub(super) fn leave(self, value: &Value, draft: &mut Draft) {
        let all = list(value, "checklists").iter();
        for checklist in all.filter(|one| self.checklists.contains_key(text(one, "cardId"))) {
            draft.lose_named(Loss::LooseChecklists, text(checklist, "title"));
        }
        let items = self.items.into_values().map(|items| items.len());
        draft.lose(Loss::LooseChecks, items.sum());
        let comments = self.comments.into_values().map(|said| said.len());
        draft.lose(Loss::Comments, comments.sum());
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
