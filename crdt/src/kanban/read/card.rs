//! Reads a card and what is on it.

use automerge::{ObjId, ReadDoc};

use super::{colour, rank};
use crate::address::{ADDRESS_CHARS_MAX, followed, here};
use crate::day;
use crate::field::{ID_CHARS_MAX, entries, flag, number, set, text};
use crate::kanban::limits::{COMMENT_CHARS_MAX, DESCRIPTION_CHARS_MAX, TITLE_CHARS_MAX};
use crate::kanban::{Attachment, Card, Check, Comment, Label};

pub(super) fn card(document: &impl ReadDoc, id: String, map: &ObjId, labels: &[Label]) -> Card {
    let number = |key| number(document, map, key);
    let done = flag(document, map, "done");
    Card {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        description: text(document, map, "description", DESCRIPTION_CHARS_MAX),
        column: text(document, map, "column", ID_CHARS_MAX),
        rank: rank(document, map),
        people: set(document, map, "people"),
        labels: borne(document, map, labels),
        start: day(document, map, "start"),
        due: day(document, map, "due"),
        done,
        done_at: if done { number("doneAt") } else { 0 },
        cover: colour(document, map, "cover"),
        template: flag(document, map, "template"),
        checks: checks(document, map),
        comments: comments(document, map),
        attachments: attachments(document, map),
        from: here(address(document, map, "from")),
        from_title: text(document, map, "fromTitle", TITLE_CHARS_MAX),
        created: number("created"),
        created_by: text(document, map, "createdBy", ID_CHARS_MAX),
        updated: number("updated"),
        archived: number("archived"),
        deleted: number("deleted"),
    }
}

fn borne(document: &impl ReadDoc, card: &ObjId, labels: &[Label]) -> Vec<String> {
    let ids = set(document, card, "labels");
    let borne = labels.iter().filter(|label| ids.contains(&label.id));
    borne.map(|label| label.id.clone()).collect()
}

fn checks(document: &impl ReadDoc, card: &ObjId) -> Vec<Check> {
    let entries = entries(document, card, "checks").into_iter();
    let mut checks: Vec<Check> = entries
        .map(|(id, map)| Check {
            id,
            text: text(document, &map, "text", TITLE_CHARS_MAX),
            rank: rank(document, &map),
            done: flag(document, &map, "done"),
            due: day(document, &map, "due"),
        })
        .collect();
    checks.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    checks
}

fn comments(document: &impl ReadDoc, card: &ObjId) -> Vec<Comment> {
    let entries = entries(document, card, "comments").into_iter();
    let mut comments: Vec<Comment> = entries
        .map(|(id, map)| Comment {
            id,
            by: text(document, &map, "by", ID_CHARS_MAX),
            at: number(document, &map, "at"),
            edited: number(document, &map, "edited"),
            text: text(document, &map, "text", COMMENT_CHARS_MAX),
        })
        .collect();
    comments.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    comments
}

fn attachments(document: &impl ReadDoc, card: &ObjId) -> Vec<Attachment> {
    let entries = entries(document, card, "attachments").into_iter();
    let mut attachments: Vec<Attachment> = entries
        .map(|(id, map)| Attachment {
            id,
            title: text(document, &map, "title", TITLE_CHARS_MAX),
            url: followed(address(document, &map, "url")),
            bytes: number(document, &map, "bytes"),
            by: text(document, &map, "by", ID_CHARS_MAX),
            at: number(document, &map, "at"),
        })
        .collect();
    attachments.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    attachments
}

/// One character more than an address may have: cut, it could be another address.
fn address(document: &impl ReadDoc, map: &ObjId, key: &str) -> String {
    text(document, map, key, ADDRESS_CHARS_MAX + 1)
}

fn day(document: &impl ReadDoc, map: &ObjId, key: &str) -> String {
    // Longer than any day, so that what only begins like one is none.
    let day = text(document, map, key, ID_CHARS_MAX);
    if day::is_day(&day) {
        day
    } else {
        String::new()
    }
}
