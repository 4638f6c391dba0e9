//! What the server writes into a round.

use automerge::transaction::{Transactable, Transaction};
use automerge::{AutomergeError, ObjId, ROOT};
use thiserror::Error;

use super::{ASKINGS, Asking, AskingState, Outcome, QUESTION, Question};
use crate::field::{ID_CHARS_MAX, child, map, put, put_texts, text};

/// Why nothing was written.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WriteError {
    /// There is no such part of the document.
    #[error("writing a round: {0} is not there")]
    Missing(&'static str),
    /// Automerge refused.
    #[error("writing a round: {0}")]
    Automerge(String),
}

impl From<AutomergeError> for WriteError {
    fn from(error: AutomergeError) -> Self {
        Self::Automerge(error.to_string())
    }
}

/// Says what is asked next time.
///
/// # Errors
/// When Automerge refuses.
pub fn change_question(edit: &mut Transaction<'_>, question: &Question) -> Result<(), WriteError> {
    Ok(put_question(edit, &ROOT, question)?)
}

/// Makes the document say how an asking stands. Writing the same again changes nothing, and what comes late does not take
/// it back.
///
/// # Errors
/// When the document has no askings.
pub fn publish_asking(edit: &mut Transaction<'_>, asking: &Asking) -> Result<(), WriteError> {
    let askings = child(edit, &ROOT, ASKINGS).ok_or(WriteError::Missing(ASKINGS))?;
    let entry = map(edit, &askings, &asking.id)?;
    let said = text(edit, &entry, "state", ID_CHARS_MAX);
    if said == AskingState::Revealed.as_str() && asking.state == AskingState::Open {
        return Ok(());
    }
    put(edit, &entry, "number", i64::from(asking.number))?;
    put(edit, &entry, "name", asking.name.as_str())?;
    put(edit, &entry, "state", asking.state.as_str())?;
    put_question(edit, &entry, &asking.question)?;
    if let Some(outcome) = &asking.outcome {
        put_outcome(edit, &entry, outcome)?;
    }
    Ok(())
}

/// Takes an asking out that was given up; one that is not there is no error.
///
/// # Errors
/// When the document has no askings.
pub fn remove_asking(edit: &mut Transaction<'_>, id: &str) -> Result<(), WriteError> {
    let askings = child(edit, &ROOT, ASKINGS).ok_or(WriteError::Missing(ASKINGS))?;
    if child(edit, &askings, id).is_some() {
        edit.delete(&askings, id)?;
    }
    Ok(())
}

pub(super) fn put_question(
    edit: &mut Transaction<'_>,
    of: &ObjId,
    question: &Question,
) -> Result<(), AutomergeError> {
    let entry = map(edit, of, QUESTION)?;
    put(edit, &entry, "text", question.text.as_str())?;
    put(edit, &entry, "anonymous", question.anonymous)?;
    put(edit, &entry, "words", question.words)?;
    let states = question.states.iter();
    let (pictures, labels): (Vec<_>, Vec<_>) = states
        .map(|state| (state.picture.as_str().to_owned(), state.label.clone()))
        .unzip();
    put_texts(edit, &entry, "pictures", &pictures)?;
    put_texts(edit, &entry, "labels", &labels)
}

fn put_outcome(
    edit: &mut Transaction<'_>,
    asking: &ObjId,
    outcome: &Outcome,
) -> Result<(), AutomergeError> {
    let entry = map(edit, asking, "outcome")?;
    let counts = map(edit, &entry, "counts")?;
    for (at, count) in outcome.counts.iter().enumerate() {
        put(edit, &counts, &at.to_string(), i64::from(*count))?;
    }
    put_texts(edit, &entry, "words", &outcome.words)
}
