//! What the server writes into a wall.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ROOT};
use thiserror::Error;

use super::{NOTES, Note, Outcome, Rules, WallState, read};
use crate::field::{ID_CHARS_MAX, child, map, put, text};
use crate::rank::after;

/// Why nothing was written.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// There is no such part of the document.
    #[error("writing a wall: {0} is not there")]
    Missing(&'static str),
    /// Automerge refused.
    #[error("writing a wall: {0}")]
    Automerge(String),
}

impl From<AutomergeError> for WriteError {
    fn from(error: AutomergeError) -> Self {
        Self::Automerge(error.to_string())
    }
}

/// A note that everybody is to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownNote {
    /// Its key in the document.
    pub id: String,
    /// What is on it.
    pub text: String,
    /// Who wrote it; empty on a wall without names.
    pub by: String,
    /// The column it was written under.
    pub column: String,
}

/// Makes the document say where the wall is in its life, what holds for its notes and what came of it.
///
/// # Errors
/// When Automerge refuses.
pub fn publish(
    edit: &mut Transaction<'_>,
    state: WallState,
    rules: Rules,
    outcome: Option<Outcome>,
) -> Result<(), WriteError> {
    put_rules(edit, state, rules)?;
    if let Some(Outcome { met, partly, unmet }) = outcome {
        for (key, count) in [("met", met), ("partly", partly), ("unmet", unmet)] {
            put(edit, &ROOT, key, i64::from(count))?;
        }
    }
    Ok(())
}

/// Puts notes where everybody sees them: those that are there already get their text, and stay in their place. The others
/// follow in the order of their letters, which tells neither who wrote them nor when.
///
/// # Errors
/// When the document has no notes.
pub fn show_notes(edit: &mut Transaction<'_>, notes: &[ShownNote]) -> Result<(), WriteError> {
    let map = child(edit, &ROOT, NOTES).ok_or(WriteError::Missing(NOTES))?;
    let mut notes: Vec<&ShownNote> = notes.iter().collect();
    notes.sort_by(|a, b| (&a.text, &a.id).cmp(&(&b.text, &b.id)));
    let (there, coming): (Vec<&ShownNote>, Vec<&ShownNote>) = notes
        .into_iter()
        .partition(|note| child(edit, &map, &note.id).is_some());
    for note in there {
        put_words(edit, &map, note)?;
    }
    let last = last_rank(&read(edit).notes);
    for (note, rank) in coming.iter().zip(after(&last, coming.len())) {
        let entry = put_words(edit, &map, note)?;
        put(edit, &entry, "column", note.column.as_str())?;
        put(edit, &entry, "rank", rank)?;
        put(edit, &entry, "group", "")?;
    }
    Ok(())
}

/// Takes a note off the wall; one that is not there is no error.
///
/// # Errors
/// When the document has no notes.
pub fn take_note_out(edit: &mut Transaction<'_>, id: &str) -> Result<(), WriteError> {
    let notes = child(edit, &ROOT, NOTES).ok_or(WriteError::Missing(NOTES))?;
    if child(edit, &notes, id).is_some() {
        edit.delete(&notes, id)?;
    }
    Ok(())
}

pub(super) fn put_rules(
    edit: &mut Transaction<'_>,
    state: WallState,
    rules: Rules,
) -> Result<(), AutomergeError> {
    put(edit, &ROOT, "state", state.as_str())?;
    put(edit, &ROOT, "named", rules.named)?;
    put(edit, &ROOT, "hidden", rules.hidden)?;
    put(edit, &ROOT, "moderated", rules.moderated)
}

fn put_words(
    edit: &mut Transaction<'_>,
    notes: &ObjId,
    note: &ShownNote,
) -> Result<ObjId, AutomergeError> {
    let entry = map(edit, notes, &note.id)?;
    // People may have written over it, in a form of their own.
    for (key, value) in [("text", &note.text), ("by", &note.by)] {
        if text(edit, &entry, key, usize::MAX) != *value {
            edit.put(&entry, key, value.as_str())?;
        }
    }
    Ok(entry)
}

/// The last rank there is; one that is too long to go on from is cut.
fn last_rank(notes: &[Note]) -> String {
    let last = notes.iter().map(|note| note.rank.as_str()).max();
    last.unwrap_or_default()
        .chars()
        .take(ID_CHARS_MAX / 2)
        .collect()
}
