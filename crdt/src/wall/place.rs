//! Where notes and groups stand: each in one place, none lost, whatever people wrote at the same time.

use super::{Column, Group, Note};

/// The columns that are there: those that were not removed. Of a wall whose columns were all removed, none is.
pub(super) fn standing(columns: Vec<(Column, bool)>) -> Vec<Column> {
    let is_left = columns.iter().any(|(_, is_removed)| !is_removed);
    let left = columns
        .into_iter()
        .filter(|(_, is_removed)| !(is_left && *is_removed));
    let mut columns: Vec<Column> = left.map(|(column, _)| column).collect();
    columns.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    if columns.is_empty() {
        let (id, title, rank) = (String::new(), String::new(), String::new());
        columns.push(Column { id, title, rank });
    }
    columns
}

/// Groups and notes in their places and in their order. What lost its column stands in the first one; what lost its group
/// stands alone; a group without notes is not there.
pub(super) fn placed(
    columns: &[Column],
    groups: Vec<Group>,
    notes: Vec<Note>,
) -> (Vec<Group>, Vec<Note>) {
    let groups: Vec<Group> = groups
        .into_iter()
        .map(|group| Group {
            column: refuge(columns, &group.column),
            ..group
        })
        .collect();
    let mut notes: Vec<Note> = notes
        .into_iter()
        .map(|note| in_place(columns, &groups, note))
        .collect();
    let place = |column: &str| columns.iter().position(|known| known.id == column);
    notes.sort_by_cached_key(|note| (place(&note.column), note.rank.clone(), note.id.clone()));
    let is_used = |group: &Group| notes.iter().any(|note| note.group == group.id);
    let mut groups: Vec<Group> = groups.into_iter().filter(is_used).collect();
    groups.sort_by_cached_key(|group| (place(&group.column), group.rank.clone(), group.id.clone()));
    (groups, notes)
}

fn in_place(columns: &[Column], groups: &[Group], note: Note) -> Note {
    match groups.iter().find(|group| group.id == note.group) {
        Some(group) => Note {
            column: group.column.clone(),
            ..note
        },
        None => Note {
            column: refuge(columns, &note.column),
            group: String::new(),
            ..note
        },
    }
}

/// The column itself if it is there, or else the first one.
fn refuge(columns: &[Column], wanted: &str) -> String {
    let found = columns.iter().find(|column| column.id == wanted);
    let found = found.or(columns.first());
    found.map(|column| column.id.clone()).unwrap_or_default()
}
