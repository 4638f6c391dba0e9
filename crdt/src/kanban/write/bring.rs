//! Brings the plan of a file into a plan that is there: all of it in one change, or nothing.

mod arriving;
mod fit;
mod places;

use std::collections::HashMap;

use automerge::transaction::Transaction;
use automerge::{ObjId, ROOT};

use super::WriteError;
use super::item::put_card;
use crate::field::child;
use crate::kanban::foreign::SOME_TIME;
use crate::kanban::{CARDS, Kanban, read};
use arriving::cards;
use fit::{described, fits};
use places::{columns, labels};

/// Who brings what, and when.
pub struct Arrivals<'a> {
    /// The plan of the file.
    pub kanban: Kanban,
    /// Who people of the file are here; whoever is not in it is nobody.
    pub people: &'a HashMap<String, String>,
    /// The participant who brings it.
    pub by: &'a str,
    /// Milliseconds since 1970.
    pub now_ms: u64,
}

/// What there would be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    /// Columns in the plan.
    Columns,
    /// Cards in the plan.
    Cards,
    /// Labels in the plan.
    Labels,
    /// Text and things on cards, for one change.
    AtOnce,
}

/// Adds columns, labels and cards behind what is there. Columns and labels of the same name are the same; the columns of
/// a plan without a card make room. `fresh` makes keys that nobody has.
///
/// # Errors
/// When it does not fit; nothing is to be kept of the transaction then.
pub fn bring_in(
    edit: &mut Transaction<'_>,
    arrivals: Arrivals<'_>,
    mut fresh: impl FnMut() -> String,
) -> Result<(), WriteError> {
    let now = read::read(edit);
    fits(&now, &arrivals.kanban)?;
    let described = described(&arrivals.kanban)?;
    let columns = columns(edit, &now, &arrivals, &mut fresh)?;
    let labels = labels(edit, &now, &arrivals.kanban, &mut fresh)?;
    let map = part(edit, CARDS)?;
    for card in cards(&now, arrivals, &columns, &labels, &mut fresh) {
        put_card(edit, &map, &card, described)?;
    }
    Ok(())
}

/// A moment of the file; the present for one that is not said, or that is still to come.
fn at(ms: u64, now_ms: u64) -> u64 {
    if ms == SOME_TIME {
        now_ms
    } else {
        ms.min(now_ms)
    }
}

fn part(edit: &Transaction<'_>, key: &str) -> Result<ObjId, WriteError> {
    child(edit, &ROOT, key).ok_or(WriteError::Missing)
}
