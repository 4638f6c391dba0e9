//! The columns and labels of a file, and the ones here that are the same.

use std::collections::HashMap;

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId};

use super::{Arrivals, WriteError, at, part};
use crate::field::child;
use crate::kanban::write::item::{put_column, put_label, whole};
use crate::kanban::{COLUMNS, Column, Kanban, LABELS, Label};
use crate::rank;

/// Writes the columns that are not there; answers which is which.
pub(super) fn columns(
    edit: &mut Transaction<'_>,
    now: &Kanban,
    arrivals: &Arrivals<'_>,
    fresh: &mut impl FnMut() -> String,
) -> Result<HashMap<String, String>, WriteError> {
    let map = part(edit, COLUMNS)?;
    let last = now.columns.last().map_or("", |column| column.rank.as_str());
    let ranks = rank::after(last, arrivals.kanban.columns.len());
    let mut places = HashMap::new();
    for (column, rank) in arrivals.kanban.columns.iter().zip(ranks) {
        let same = |known: &&Column| {
            known.is_live() && column.archived == 0 && is_same(&known.title, &column.title)
        };
        let id = now.columns.iter().find(same).map(|known| known.id.clone());
        let id = id.unwrap_or_else(&mut *fresh);
        if now.column(&id).is_none() {
            let written = Column {
                id: id.clone(),
                rank,
                archived: at(column.archived, arrivals.now_ms),
                ..column.clone()
            };
            put_column(edit, &map, &written)?;
        }
        places.insert(column.id.clone(), id);
    }
    make_room(edit, &map, now, &places, arrivals.now_ms)?;
    Ok(places)
}

/// Throws away the columns of a plan without a card that nothing comes into.
fn make_room(
    edit: &mut Transaction<'_>,
    map: &ObjId,
    now: &Kanban,
    places: &HashMap<String, String>,
    now_ms: u64,
) -> Result<(), AutomergeError> {
    if !now.cards.is_empty() || places.is_empty() {
        return Ok(());
    }
    let taken = |column: &Column| places.values().any(|id| *id == column.id);
    for column in now
        .columns
        .iter()
        .filter(|column| column.is_live() && !taken(column))
    {
        if let Some(column) = child(edit, map, &column.id) {
            edit.put(&column, "deleted", whole(now_ms))?;
        }
    }
    Ok(())
}

pub(super) fn labels(
    edit: &mut Transaction<'_>,
    now: &Kanban,
    coming: &Kanban,
    fresh: &mut impl FnMut() -> String,
) -> Result<HashMap<String, String>, WriteError> {
    let map = part(edit, LABELS)?;
    let last = now.labels.last().map_or("", |label| label.rank.as_str());
    let ranks = rank::after(last, coming.labels.len());
    let mut names = HashMap::new();
    for (label, rank) in coming.labels.iter().zip(ranks) {
        let same =
            |known: &&Label| is_same(&known.title, &label.title) && known.colour == label.colour;
        let id = now.labels.iter().find(same).map(|known| known.id.clone());
        let id = id.unwrap_or_else(&mut *fresh);
        if now.label(&id).is_none() {
            let written = Label {
                id: id.clone(),
                rank,
                ..label.clone()
            };
            put_label(edit, &map, &written)?;
        }
        names.insert(label.id.clone(), id);
    }
    Ok(names)
}

fn is_same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
