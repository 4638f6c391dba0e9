//! A pad with what was said about it, for files: each comment is a note with a number, in the order of the passages.

use std::collections::BTreeMap;

use automerge::Automerge;

use super::read::comments;
use super::{Comment, Words};
use crate::cover::Cover;
use crate::day::of_ms;
use crate::pad::block::Block;
use crate::pad::read::{characters, read_with_notes};
use crate::root::Unreadable;

/// A pad and the notes on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The pad. Where a passage ends, the marks of its last letters have the number of the note in `notes`.
    pub blocks: Vec<Block>,
    /// What is said about it, in the order of the numbers.
    pub comments: Vec<Comment>,
    /// The comments as notes: those on passages in the order of the passages, then those whose passage is gone.
    pub notes: Vec<Note>,
}

impl Noted {
    /// A pad about which nothing is said.
    pub fn plain(blocks: Vec<Block>) -> Self {
        Self {
            blocks,
            comments: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// A comment as a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// From 1.
    pub number: u32,
    /// Whether its number stands in the text. What it is about is gone when not.
    pub is_placed: bool,
    /// The passage as it was when the comment was made.
    pub quote: String,
    /// Whether it was settled.
    pub is_resolved: bool,
    /// The comment, then its replies; without what was taken back.
    pub said: Vec<Said>,
}

/// What one person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What the person is called; empty for somebody who is not known any more.
    pub name: String,
    /// The day, `YYYY-MM-DD`; empty when it is not known.
    pub day: String,
    /// Plain text, line feeds as typed.
    pub text: String,
}

/// A pad with its comments as notes.
///
/// # Errors
/// When it is no pad that can be read.
pub fn noted(pad: &Automerge, cover: &Cover) -> Result<Noted, Unreadable> {
    let mut comments = comments(pad);
    let letters = characters(pad)?;
    let end = |comment: &Comment| {
        let passage = comment.passage.clone()?;
        let before = letters.partition_point(|at| *at < passage.end);
        let last = *letters.get(before.checked_sub(1)?)?;
        (passage.start <= last).then_some(last)
    };
    comments.sort_by_key(|comment| end(comment).unwrap_or(usize::MAX));
    let mut ends: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut notes = Vec::new();
    for (number, comment) in (1..).zip(&comments) {
        let end = end(comment);
        if let Some(end) = end {
            ends.entry(end).or_default().push(number);
        }
        notes.push(note(number, end.is_some(), comment, cover));
    }
    let blocks = read_with_notes(pad, ends)?;
    Ok(Noted {
        blocks,
        comments,
        notes,
    })
}

fn note(number: u32, is_placed: bool, comment: &Comment, cover: &Cover) -> Note {
    let words = std::iter::once(&comment.words).chain(&comment.replies);
    let standing = words.filter(|words| words.deleted == 0);
    Note {
        number,
        is_placed,
        quote: comment.quote.clone(),
        is_resolved: comment.resolved > 0,
        said: standing.map(|words| said(words, cover)).collect(),
    }
}

fn said(words: &Words, cover: &Cover) -> Said {
    let known = [&words.actor, &words.by].map(|whose| cover.name(whose));
    let name = known.into_iter().find(|name| !name.is_empty());
    Said {
        name: name.unwrap_or_default().to_owned(),
        day: if words.at == 0 {
            String::new()
        } else {
            of_ms(words.at)
        },
        text: words.text.clone(),
    }
}
