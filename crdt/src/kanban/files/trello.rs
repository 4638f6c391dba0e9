//! A plan in the shape of Trello's own export, which many tools read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Cover;
use crate::day;
use crate::kanban::{Attachment, Card, Check, Colour, Column, Comment, Kanban, Label};

/// The plan as Trello would write it. Archived cards and columns are `closed`.
pub fn trello(kanban: &Kanban, cover: &Cover) -> String {
    let columns: Vec<&Column> = kanban
        .columns
        .iter()
        .filter(|column| column.deleted == 0)
        .collect();
    let cards: Vec<&Card> = kanban
        .cards
        .iter()
        .filter(|card| card.deleted == 0)
        .collect();
    let address = format!("{}{}", cover.origin, cover.path);
    let board = json!({
        "id": id(&cover.path), "name": cover.title, "desc": "", "closed": false, "url": address, "shortUrl": address,
        "labels": kanban.labels.iter().map(label).collect::<Vec<_>>(),
        "lists": columns.iter().enumerate().map(|(place, column)| list(place, column)).collect::<Vec<_>>(),
        "cards": cards.iter().enumerate().map(|(place, card)| self::card(kanban, cover, place, card)).collect::<Vec<_>>(),
        "checklists": cards.iter().filter_map(|card| checklist(cover, card)).collect::<Vec<_>>(),
        "members": members(cover, &cards),
        "memberships": [], "customFields": [], "pluginData": [], "powerUps": [],
        "actions": cards.iter().flat_map(|card| actions(cover, card)).collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&board).expect("a plan holds only text and numbers");
    text + "\n"
}

/// Of 24 digits like Trello's, made from ours: always the same for the same thing.
fn id(key: &str) -> String {
    // FNV-1a. The first eight digits would be the moment something was made: 0 says that it is not known.
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let digest = key.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    format!("00000000{digest:016x}")
}

/// Trello counts in steps of this, to have room in between.
fn pos(place: usize) -> u64 {
    (place as u64 + 1) * 16_384
}

fn list(place: usize, column: &Column) -> Value {
    let limit = (column.limit > 0).then_some(column.limit);
    json!({
        "id": id(&column.id), "name": column.title, "closed": column.archived > 0, "pos": pos(place),
        "softLimit": limit, "color": colour(column.colour), "done": column.done,
    })
}

fn label(label: &Label) -> Value {
    json!({"id": id(&label.id), "name": label.title, "color": colour(label.colour)})
}

fn card(kanban: &Kanban, cover: &Cover, place: usize, card: &Card) -> Value {
    let labels: Vec<Value> = card
        .labels
        .iter()
        .filter_map(|id| kanban.label(id))
        .map(label)
        .collect();
    let address = cover.card_address(&card.id);
    let lists: Vec<String> = checklist(cover, card)
        .iter()
        .map(|_| id(&format!("{}-list", card.id)))
        .collect();
    json!({
        "id": id(&card.id), "idShort": place + 1, "name": card.title, "desc": card.description,
        "closed": card.archived > 0, "pos": pos(place), "idList": id(&card.column),
        "idLabels": card.labels.iter().map(|label| id(label)).collect::<Vec<_>>(), "labels": labels,
        "idMembers": known(cover, &card.people), "idMembersVoted": [], "idChecklists": lists,
        "start": noon(&card.start), "due": noon(&card.due), "dueComplete": card.done, "dueReminder": null,
        "dateCompleted": moment(card.done_at), "dateLastActivity": moment(card.updated),
        "cover": {"color": colour(card.cover), "idAttachment": null},
        "attachments": card.attachments.iter().map(|at| attachment(cover, at)).collect::<Vec<_>>(),
        "badges": {"comments": card.comments.len()}, "customFieldItems": [], "stickers": [],
        "isTemplate": card.template, "url": address, "shortUrl": address,
    })
}

fn checklist(cover: &Cover, card: &Card) -> Option<Value> {
    let items = card
        .checks
        .iter()
        .enumerate()
        .map(|(place, check)| item(place, check));
    (!card.checks.is_empty()).then(|| {
        json!({
            "id": id(&format!("{}-list", card.id)), "idCard": id(&card.id), "pos": pos(0),
            "name": cover.language.kanban_words().checks, "checkItems": items.collect::<Vec<_>>(),
        })
    })
}

fn item(place: usize, check: &Check) -> Value {
    let state = if check.done { "complete" } else { "incomplete" };
    json!({"id": id(&check.id), "name": check.text, "state": state, "pos": pos(place), "due": noon(&check.due),
        "idMember": null})
}

fn attachment(cover: &Cover, at: &Attachment) -> Value {
    json!({
        "id": id(&at.id), "name": at.title, "url": cover.address(&at.url), "bytes": (at.bytes > 0).then_some(at.bytes),
        "isUpload": at.bytes > 0, "date": moment(at.at), "idMember": known(cover, std::slice::from_ref(&at.by)).pop(),
    })
}

/// Who is in charge of something, wrote or attached something, as long as they have a name.
fn members(cover: &Cover, cards: &[&Card]) -> Vec<Value> {
    let mut all = BTreeSet::new();
    for card in cards {
        all.extend(card.people.iter().chain([&card.created_by]));
        all.extend(card.comments.iter().map(|comment| &comment.by));
        all.extend(card.attachments.iter().map(|at| &at.by));
    }
    let named = all.into_iter().filter(|who| !cover.name(who).is_empty());
    named.map(|who| member(cover, who)).collect()
}

fn member(cover: &Cover, who: &str) -> Value {
    let name = cover.name(who);
    let initials: String = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(3)
        .collect();
    let username: String = name
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    json!({"id": id(who), "fullName": name, "username": username, "initials": initials.to_uppercase()})
}

fn known(cover: &Cover, people: &[String]) -> Vec<String> {
    let named = people.iter().filter(|who| !cover.name(who).is_empty());
    named.map(|who| id(who)).collect()
}

/// That a card was made, and what was said of it: Trello keeps both among what happened.
fn actions(cover: &Cover, card: &Card) -> Vec<Value> {
    let made = (card.created > 0).then(|| {
        action(
            cover,
            card,
            "createCard",
            &card.created_by,
            card.created,
            json!({}),
        )
    });
    let said = card
        .comments
        .iter()
        .map(|comment| said(cover, card, comment));
    said.chain(made).collect()
}

fn said(cover: &Cover, card: &Card, comment: &Comment) -> Value {
    let data = json!({"text": comment.text, "dateLastEdited": moment(comment.edited)});
    action(cover, card, "commentCard", &comment.by, comment.at, data)
}

fn action(cover: &Cover, card: &Card, kind: &str, by: &str, at: u64, mut data: Value) -> Value {
    data["card"] = json!({"id": id(&card.id), "name": card.title});
    let who = known(cover, &[by.to_owned()]);
    let creator = who.first().map(|_| member(cover, by));
    json!({
        "id": id(&format!("{kind}{}{at}{by}", card.id)), "type": kind, "date": moment(at),
        "idMemberCreator": who.first(), "memberCreator": creator, "data": data,
    })
}

/// A day without a time is the same day everywhere in Europe at noon in Greenwich.
fn noon(day: &str) -> Option<String> {
    (!day.is_empty()).then(|| format!("{day}T12:00:00.000Z"))
}

fn moment(ms: u64) -> Option<String> {
    let (seconds, rest) = (ms / 1_000 % 86_400, ms % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    (ms > 0).then(|| {
        format!(
            "{}T{hours:02}:{minutes:02}:{seconds:02}.{rest:03}Z",
            day::of_ms(ms)
        )
    })
}

/// Trello's own words. It has neither brown nor grey: what stands for them is read back as such.
fn colour(colour: Colour) -> Option<&'static str> {
    Some(match colour {
        Colour::None => return None,
        Colour::Violet => "purple",
        Colour::Brown => "orange_dark",
        Colour::Grey => "black",
        other => other.as_str(),
    })
}
