//! Reads a plan, whatever stands in the document.

mod card;
mod place;

use automerge::{Automerge, ObjId, ROOT, ReadDoc};

use super::limits::{RANK_CHARS_MAX, TITLE_CHARS_MAX};
use super::{CARDS, COLUMNS, Colour, Column, KIND, Kanban, LABELS, Label, VERSION};
use crate::field::{child, entries, flag, number, text};
use crate::root::{Unreadable, expect};

/// Whether the document can be read as a plan.
///
/// # Errors
/// When it is something else, of another version, or without one of its parts.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    expect(document, KIND, VERSION)?;
    for part in [COLUMNS, CARDS, LABELS] {
        child(document, &ROOT, part).ok_or(Unreadable::Missing(part))?;
    }
    Ok(())
}

/// The plan in a document, or in one that is being written. Every card is in one place, none is lost.
pub fn read(document: &impl ReadDoc) -> Kanban {
    let columns = columns(document);
    let labels = labels(document);
    let cards = entries(document, &ROOT, CARDS).into_iter();
    let cards = cards.map(|(id, map)| card::card(document, id, &map, &labels));
    let cards = place::placed(cards.collect(), &columns);
    Kanban {
        columns,
        cards,
        labels,
    }
}

pub(super) fn columns(document: &impl ReadDoc) -> Vec<Column> {
    let entries = entries(document, &ROOT, COLUMNS).into_iter();
    let mut columns: Vec<Column> = entries
        .map(|(id, map)| column(document, id, &map))
        .collect();
    columns.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    columns
}

fn column(document: &impl ReadDoc, id: String, map: &ObjId) -> Column {
    Column {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        rank: rank(document, map),
        colour: colour(document, map, "colour"),
        limit: number(document, map, "limit"),
        done: flag(document, map, "done"),
        archived: number(document, map, "archived"),
        deleted: number(document, map, "deleted"),
    }
}

pub(super) fn labels(document: &impl ReadDoc) -> Vec<Label> {
    let entries = entries(document, &ROOT, LABELS).into_iter();
    let mut labels: Vec<Label> = entries
        .filter(|(_, map)| number(document, map, "deleted") == 0)
        .map(|(id, map)| label(document, id, &map))
        .collect();
    labels.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    labels
}

fn label(document: &impl ReadDoc, id: String, map: &ObjId) -> Label {
    Label {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        colour: colour(document, map, "colour"),
        rank: rank(document, map),
    }
}

fn colour(document: &impl ReadDoc, map: &ObjId, key: &str) -> Colour {
    Colour::of(&text(document, map, key, TITLE_CHARS_MAX))
}

/// Both sides of the wire order ASCII alike; any other character is left out.
fn rank(document: &impl ReadDoc, map: &ObjId) -> String {
    let mut rank = text(document, map, "rank", RANK_CHARS_MAX);
    rank.retain(|c| c.is_ascii_alphanumeric());
    rank
}
