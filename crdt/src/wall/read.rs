//! Reads a wall, whatever stands in the document.

use automerge::{Automerge, ObjId, ROOT, ReadDoc};

use super::limits::{NOTE_CHARS_MAX, RANK_CHARS_MAX, TITLE_CHARS_MAX};
use super::place::{placed, standing};
use super::{
    COLUMNS, Column, GROUPS, Group, KIND, NOTES, Note, Outcome, Rules, VERSION, WALL, Wall,
    WallState,
};
use crate::address::here;
use crate::field::{ID_CHARS_MAX, child, entries, flag, integer, number, small, text, word};
use crate::root::{Unreadable, expect};

/// Whether the document can be read as a wall.
///
/// # Errors
/// When it is something else, of another version, or without one of its parts.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    expect(document, KIND, VERSION)?;
    for part in [COLUMNS, GROUPS, NOTES] {
        child(document, &ROOT, part).ok_or(Unreadable::Missing(part))?;
    }
    Ok(())
}

/// The wall in a document, or in one that is being written. Every note is in one place, none is lost.
pub fn read(document: &impl ReadDoc) -> Wall {
    let columns = entries(document, &ROOT, COLUMNS).into_iter();
    let columns = standing(
        columns
            .map(|(id, map)| column(document, id, &map))
            .collect(),
    );
    let groups = entries(document, &ROOT, GROUPS).into_iter();
    let groups = groups.map(|(id, map)| group(document, id, &map)).collect();
    let notes = entries(document, &ROOT, NOTES).into_iter();
    let notes = notes.map(|(id, map)| note(document, id, &map)).collect();
    let (groups, notes) = placed(&columns, groups, notes);
    Wall {
        kind: WALL,
        version: VERSION,
        state: WallState::of(&text(document, &ROOT, "state", ID_CHARS_MAX)),
        rules: Rules {
            named: flag(document, &ROOT, "named"),
            hidden: flag(document, &ROOT, "hidden"),
            moderated: flag(document, &ROOT, "moderated"),
        },
        columns,
        groups,
        notes,
        outcome: outcome(document),
    }
}

fn outcome(document: &impl ReadDoc) -> Option<Outcome> {
    integer(document, &ROOT, "met")?;
    Some(Outcome {
        met: small(document, &ROOT, "met"),
        partly: small(document, &ROOT, "partly"),
        unmet: small(document, &ROOT, "unmet"),
    })
}

fn column(document: &impl ReadDoc, id: String, map: &ObjId) -> (Column, bool) {
    let column = Column {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        rank: rank(document, map),
    };
    (column, number(document, map, "deleted") > 0)
}

fn group(document: &impl ReadDoc, id: String, map: &ObjId) -> Group {
    Group {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        column: text(document, map, "column", ID_CHARS_MAX),
        rank: rank(document, map),
        brick: brick(document, map),
    }
}

fn note(document: &impl ReadDoc, id: String, map: &ObjId) -> Note {
    Note {
        id,
        text: text(document, map, "text", NOTE_CHARS_MAX),
        by: text(document, map, "by", ID_CHARS_MAX),
        column: text(document, map, "column", ID_CHARS_MAX),
        group: text(document, map, "group", ID_CHARS_MAX),
        rank: rank(document, map),
        brick: brick(document, map),
    }
}

fn brick(document: &impl ReadDoc, map: &ObjId) -> String {
    here(word(document, map, "brick").unwrap_or_default())
}

/// Both sides of the wire order ASCII alike; any other character is left out.
fn rank(document: &impl ReadDoc, map: &ObjId) -> String {
    let mut rank = text(document, map, "rank", RANK_CHARS_MAX);
    rank.retain(|c| c.is_ascii_alphanumeric());
    rank
}
