//! The cards of a Trello board, with what stands elsewhere in the file.

use std::collections::HashMap;

use super::{closed, label};
use crate::kanban::foreign::draft::Draft;
use crate::kanban::foreign::json::{cut_name, flag, is_filled, list, name, sorted, text, texts};
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::tree::Value;
use crate::kanban::foreign::{shade, when};
use crate::kanban::limits::CHECKS_MAX;
use crate::kanban::{Attachment, Card, Check, Comment};

/// What is read once for all cards, by the ids of the file. Each card takes its own away: a second card of the same id
/// has none, or a short file would become as many comments as it has cards.
pub(super) struct Board<'a> {
    people: HashMap<&'a str, &'a str>,
    checklists: HashMap<&'a str, Vec<&'a Value<'a>>>,
    comments: HashMap<&'a str, Vec<Comment>>,
    /// What fields are called that people of the board defined.
    fields: HashMap<&'a str, &'a str>,
    /// Who made a card, and when.
    made: HashMap<&'a str, (&'a str, u64)>,
}

impl<'a> Board<'a> {
    pub(super) fn of(value: &'a Value<'a>) -> Self {
        let people = list(value, "members").iter();
        let people = people.map(|who| (text(who, "id"), name(who, &["fullName", "username"])));
        let fields = list(value, "customFields").iter();
        let fields = fields.map(|field| (text(field, "id"), text(field, "name")));
        let mut board = Self {
            people: people.collect(),
            fields: fields.collect(),
            checklists: HashMap::new(),
            comments: HashMap::new(),
            made: HashMap::new(),
        };
        for checklist in sorted(list(value, "checklists"), "pos") {
            let of_card = board.checklists.entry(text(checklist, "idCard"));
            of_card.or_default().push(checklist);
        }
        for (number, action) in list(value, "actions").iter().enumerate() {
            board.happened(number, action);
        }
        board
    }

    fn happened(&mut self, number: usize, action: &'a Value<'a>) {
        let Some(card) = card_of(action) else {
            return;
        };
        let (by, at) = (self.author(action), when::moment(text(action, "date")));
        match text(action, "type") {
            "createCard" => drop(self.made.insert(card, (by, at))),
            "commentCard" => self.comments.entry(card).or_default().push(Comment {
                id: format!("m{number}"),
                by: by.to_owned(),
                at,
                edited: action
                    .get("data")
                    .map_or(0, |data| when::moment(text(data, "dateLastEdited"))),
                text: action
                    .get("data")
                    .map_or("", |data| text(data, "text"))
                    .to_owned(),
            }),
            _ => {}
        }
    }

    /// What somebody is called who did something, also once they left the board.
    fn author(&self, action: &'a Value<'a>) -> &'a str {
        let creator = action.get("memberCreator");
        let named = creator.map_or("", |who| name(who, &["fullName", "username"]));
        match self.people.get(text(action, "idMemberCreator")) {
            Some(known) if !known.is_empty() => known,
            _ => named,
        }
    }

    pub(super) fn read(&mut self, card: &'a Value<'a>, draft: &mut Draft) {
        for on_card in list(card, "labels") {
            draft.label_on_card(label(on_card));
        }
        let id = text(card, "id");
        let column = text(card, "idList").to_owned();
        let (created_by, created) = self.made.get(id).copied().unwrap_or(("", born(id)));
        let done = flag(card, "dueComplete") || (!knows_done(card) && draft.is_done(&column));
        let read = Card {
            id: id.to_owned(),
            title: text(card, "name").to_owned(),
            description: text(card, "desc").to_owned(),
            people: self.in_charge(card, draft),
            labels: labels(card),
            start: draft.day(text(card, "start")),
            due: draft.day(text(card, "due")),
            done,
            done_at: if done {
                when::moment(text(card, "dateCompleted"))
            } else {
                0
            },
            cover: card.get("cover").map_or_else(Default::default, |cover| {
                shade::colour(text(cover, "color"))
            }),
            template: flag(card, "isTemplate"),
            checks: self.checks(id, draft),
            comments: self.comments.remove(id).unwrap_or_default(),
            attachments: self.attachments(card, draft),
            created,
            created_by: created_by.to_owned(),
            updated: when::moment(text(card, "dateLastActivity")),
            archived: closed(card),
            column,
            ..Card::default()
        };
        draft.card(read);
        for item in list(card, "customFieldItems") {
            let name = self.fields.get(text(item, "idCustomField")).copied();
            draft.lose_named(Loss::CustomFields, name.unwrap_or_default());
        }
        draft.lose(Loss::Votes, list(card, "idMembersVoted").len());
        draft.lose(Loss::Stickers, list(card, "stickers").len());
        let place = ["address", "locationName", "coordinates"]
            .iter()
            .any(|key| is_filled(card, key));
        draft.lose(Loss::Other, usize::from(place));
    }

    /// What is left once every card took its own belongs to no card of the file.
    pub(super) fn leave(self, value: &Value, draft: &mut Draft) {
        let all = list(value, "checklists").iter();
        for checklist in all.filter(|one| self.checklists.contains_key(text(one, "idCard"))) {
            draft.lose_named(Loss::LooseChecklists, text(checklist, "name"));
            draft.lose(Loss::LooseChecks, list(checklist, "checkItems").len());
        }
        let comments = self.comments.into_values().map(|said| said.len());
        draft.lose(Loss::Comments, comments.sum());
    }

    fn in_charge(&self, card: &Value, draft: &mut Draft) -> Vec<String> {
        let ids = texts(card, "idMembers");
        draft.people(ids.map(|id| self.people.get(id).copied().unwrap_or_default()))
    }

    /// A card here has one list to check: the names of several stand before their lines.
    fn checks(&mut self, card: &str, draft: &mut Draft) -> Vec<Check> {
        let lists = self.checklists.remove(card).unwrap_or_default();
        let mut checks = Vec::new();
        for checklist in &lists {
            let name = cut_name(text(checklist, "name"));
            let before = if lists.len() > 1 && !name.is_empty() {
                format!("{name}{COLON}")
            } else {
                String::new()
            };
            for item in sorted(list(checklist, "checkItems"), "pos") {
                if checks.len() == CHECKS_MAX {
                    draft.lose(Loss::Checks, 1);
                    continue;
                }
                checks.push(Check {
                    id: text(item, "id").to_owned(),
                    text: format!("{before}{}", text(item, "name")),
                    done: text(item, "state") == "complete",
                    due: draft.day(text(item, "due")),
                    ..Check::default()
                });
                draft.lose(Loss::Other, usize::from(is_filled(item, "idMember")));
            }
        }
        checks
    }

    /// Files stay with Trello, which gives them only to its members: their addresses come.
    fn attachments(&self, card: &Value, draft: &mut Draft) -> Vec<Attachment> {
        let all = list(card, "attachments").iter();
        all.map(|at| {
            if flag(at, "isUpload") {
                draft.lose_named(Loss::Attachments, text(at, "name"));
            }
            let by = self.people.get(text(at, "idMember")).copied();
            Attachment {
                id: text(at, "id").to_owned(),
                title: text(at, "name").to_owned(),
                url: text(at, "url").to_owned(),
                bytes: 0,
                by: by.unwrap_or_default().to_owned(),
                at: when::moment(text(at, "date")),
            }
        })
        .collect()
    }
}

/// Between the name of a list and a line of it.
const COLON: &str = " : ";

fn card_of<'a>(action: &'a Value<'a>) -> Option<&'a str> {
    action.get("data")?.get("card")?.get("id")?.as_str()
}

fn labels(card: &Value) -> Vec<String> {
    let ids: Vec<String> = texts(card, "idLabels").map(str::to_owned).collect();
    if !ids.is_empty() {
        return ids;
    }
    let whole = list(card, "labels").iter();
    whole.map(|label| text(label, "id").to_owned()).collect()
}

/// This program writes for each card whether it is done. On other boards, cards in a column of that name are.
fn knows_done(card: &Value) -> bool {
    card.get("dateCompleted").is_some()
}

/// An id of Trello begins with the second it was made, in hexadecimal.
fn born(id: &str) -> u64 {
    let is_id = id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let seconds = is_id.then(|| u64::from_str_radix(&id[..8], 16).ok());
    seconds.flatten().unwrap_or(0) * 1_000
}
