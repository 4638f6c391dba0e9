//! A pad with its notes as blocks, for files that know no notes of their own: numbers in the text, what was said at the end.

use automerge::Automerge;

use super::words::{after_who, quoted, resolved, title, who};
use super::{Note, Noted, noted};
use crate::cover::Cover;
use crate::language::Language;
use crate::pad::block::{Block, BlockKind, Marks, Run};
use crate::pad::read::read;
use crate::root::Unreadable;

/// A pad for a file, with what was said about it when the cover asks for that.
///
/// # Errors
/// When it is no pad that can be read.
pub fn annotated(pad: &Automerge, cover: &Cover) -> Result<Noted, Unreadable> {
    match cover.comments {
        true => noted(pad, cover),
        false => read(pad).map(Noted::plain),
    }
}

/// The blocks of a pad for a file, its notes among them: see [`annotated`].
///
/// # Errors
/// When it is no pad that can be read.
pub fn printed(pad: &Automerge, cover: &Cover) -> Result<Vec<Block>, Unreadable> {
    annotated(pad, cover).map(|pad| with_notes(pad, cover.language))
}

/// The blocks with the numbers of notes as text, then the notes.
pub(in crate::pad) fn with_notes(pad: Noted, language: Language) -> Vec<Block> {
    let mut blocks = pad.blocks;
    for block in &mut blocks {
        number(&mut block.runs);
        if let BlockKind::Table { rows } = &mut block.kind {
            rows.iter_mut()
                .flatten()
                .for_each(|cell| number(&mut cell.runs));
        }
    }
    if !pad.notes.is_empty() {
        let runs = vec![plain(title(language))];
        let kind = BlockKind::Heading { level: 2 };
        blocks.push(Block { kind, runs });
    }
    for note in &pad.notes {
        push_note(&mut blocks, note, language);
    }
    blocks
}

fn number(runs: &mut Vec<Run>) {
    let numbered = runs.drain(..).flat_map(|mut run| {
        let notes = std::mem::take(&mut run.marks.notes);
        let numbers = notes.iter().map(|note| format!("[{note}]"));
        let numbers: String = numbers.collect();
        std::iter::once(run).chain((!numbers.is_empty()).then(|| plain(&numbers)))
    });
    *runs = numbered.collect();
}

fn push_note(blocks: &mut Vec<Block>, note: &Note, language: Language) {
    let quote = Marks {
        em: true,
        strike: !note.is_placed,
        ..Marks::default()
    };
    let mut runs = vec![strong(&format!("[{}] ", note.number))];
    if !note.quote.is_empty() {
        let text = quoted(&note.quote, language);
        runs.push(Run { text, marks: quote });
    }
    if note.is_resolved {
        runs.push(plain(&format!(" ({})", resolved(language))));
    }
    let kind = BlockKind::Paragraph;
    blocks.push(Block { kind, runs });
    for said in &note.said {
        let who = who(said, language) + after_who(language);
        let text = (!said.text.is_empty()).then(|| plain(&said.text));
        let runs = std::iter::once(strong(&who)).chain(text).collect();
        let kind = BlockKind::BulletItem { indent: 0 };
        blocks.push(Block { kind, runs });
    }
}

fn plain(text: &str) -> Run {
    Run {
        text: text.to_owned(),
        marks: Marks::default(),
    }
}

fn strong(text: &str) -> Run {
    let marks = Marks {
        strong: true,
        ..Marks::default()
    };
    Run {
        text: text.to_owned(),
        marks,
    }
}
