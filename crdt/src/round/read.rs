//! Reads a round, whatever stands in the document.

use automerge::{Automerge, ObjId, ROOT, ReadDoc};

use super::limits::{
    LABEL_CHARS_MAX, NAME_CHARS_MAX, QUESTION_CHARS_MAX, STATES_MAX, WORD_CHARS_MAX,
};
use super::{
    ASKINGS, Asking, AskingState, KIND, Outcome, Picture, QUESTION, Question, ROUND, Round, State,
    VERSION,
};
use crate::field::{ID_CHARS_MAX, child, entries, flag, small, text, texts};
use crate::root::{Unreadable, expect};

/// Whether the document can be read as a round.
///
/// # Errors
/// When it is something else, of another version, or without one of its parts.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    expect(document, KIND, VERSION)?;
    for part in [QUESTION, ASKINGS] {
        child(document, &ROOT, part).ok_or(Unreadable::Missing(part))?;
    }
    Ok(())
}

/// The round in a document, or in one that is being written.
pub fn read(document: &impl ReadDoc) -> Round {
    let entries = entries(document, &ROOT, ASKINGS).into_iter();
    let mut askings: Vec<Asking> = entries
        .map(|(id, map)| asking(document, id, &map))
        .collect();
    askings.sort_by(|a, b| (a.number, &a.id).cmp(&(b.number, &b.id)));
    Round {
        kind: ROUND,
        version: VERSION,
        question: question(document, &ROOT),
        askings,
    }
}

fn asking(document: &impl ReadDoc, id: String, map: &ObjId) -> Asking {
    let question = question(document, map);
    let is_revealed = text(document, map, "state", ID_CHARS_MAX) == AskingState::Revealed.as_str();
    let outcome = child(document, map, "outcome").filter(|_| is_revealed);
    Asking {
        id,
        number: small(document, map, "number"),
        name: text(document, map, "name", NAME_CHARS_MAX),
        state: if is_revealed {
            AskingState::Revealed
        } else {
            AskingState::Open
        },
        outcome: outcome.map(|map| read_outcome(document, &map, question.states.len())),
        question,
    }
}

fn question(document: &impl ReadDoc, of: &ObjId) -> Question {
    // One that is missing is read as one without answers to choose from.
    let map = child(document, of, QUESTION).unwrap_or_else(|| of.clone());
    Question {
        text: text(document, &map, "text", QUESTION_CHARS_MAX),
        states: states(document, &map),
        anonymous: flag(document, &map, "anonymous"),
        words: flag(document, &map, "words"),
    }
}

fn states(document: &impl ReadDoc, question: &ObjId) -> Vec<State> {
    let pictures = texts(document, question, "pictures", ID_CHARS_MAX).into_iter();
    let labels = texts(document, question, "labels", LABEL_CHARS_MAX);
    let state = |(picture, label): (String, String)| State {
        picture: picture.parse().unwrap_or(Picture::Circle),
        label,
    };
    pictures.zip(labels).take(STATES_MAX).map(state).collect()
}

fn read_outcome(document: &impl ReadDoc, outcome: &ObjId, states: usize) -> Outcome {
    let counts = child(document, outcome, "counts");
    let count = |at: usize| {
        let counts = counts.as_ref()?;
        Some(small(document, counts, &at.to_string()))
    };
    Outcome {
        counts: (0..states).map(|at| count(at).unwrap_or(0)).collect(),
        words: texts(document, outcome, "words", WORD_CHARS_MAX),
    }
}
