//! What a link in a mail does to a card.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ObjId, ROOT};

use super::WriteError;
use super::item::whole;
use crate::day;
use crate::field::{ID_CHARS_MAX, child, flag, number, text};
use crate::kanban::CARDS;

/// Says that a card is done; nothing is written when it is already.
///
/// # Errors
/// When the card is not there any more.
pub fn finish(edit: &mut Transaction<'_>, card: &str, now_ms: u64) -> Result<(), WriteError> {
    let card = live(edit, card)?;
    if flag(edit, &card, "done") {
        return Ok(());
    }
    edit.put(&card, "done", true)?;
    edit.put(&card, "doneAt", whole(now_ms))?;
    Ok(edit.put(&card, "updated", whole(now_ms))?)
}

/// Gives a card that is due on `was` another day; nothing is written when it is due on a third one by now.
///
/// # Errors
/// When the card is not there any more, or `due` is no day.
pub fn postpone(
    edit: &mut Transaction<'_>,
    card: &str,
    was: &str,
    due: &str,
    now_ms: u64,
) -> Result<(), WriteError> {
    let card = live(edit, card)?;
    if !day::is_day(due) {
        return Err(WriteError::Missing);
    }
    if text(edit, &card, "due", ID_CHARS_MAX) != was {
        return Ok(());
    }
    edit.put(&card, "due", due)?;
    Ok(edit.put(&card, "updated", whole(now_ms))?)
}

fn live(edit: &Transaction<'_>, card: &str) -> Result<ObjId, WriteError> {
    let cards = child(edit, &ROOT, CARDS).ok_or(WriteError::Missing)?;
    let card = child(edit, &cards, card).ok_or(WriteError::Missing)?;
    let is_live = number(edit, &card, "archived") == 0 && number(edit, &card, "deleted") == 0;
    is_live.then_some(card).ok_or(WriteError::Missing)
}
