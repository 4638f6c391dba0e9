//! A round as Markdown: each asking with its counts and its words, and what changed since the first one.

use super::words::Words;
use super::{Asking, Outcome, Round};
use crate::language::Language;
use crate::markdown::escaped;

/// The round under its title. Text never turns into markup.
pub fn markdown(title: &str, round: &Round, language: Language) -> String {
    let words = language.round_words();
    let mut text = format!("# {}\n", line(title));
    let mut first = None;
    for asking in &round.askings {
        if let Some(outcome) = &asking.outcome {
            text += &asking_text(asking, outcome, first, words);
            first = first.or(Some((asking, outcome)));
        }
    }
    text
}

/// An asking with what came of it, after the first one that can be compared with it.
fn asking_text(
    asking: &Asking,
    outcome: &Outcome,
    first: Option<(&Asking, &Outcome)>,
    words: &Words,
) -> String {
    let before = first
        .filter(|(first, _)| first.question.states == asking.question.states)
        .map(|(_, outcome)| outcome.counts.as_slice());
    let mut text = format!("\n## {}\n\n", line(&words.name(asking)));
    if !asking.question.text.is_empty() {
        text += &format!("{}\n\n", line(&asking.question.text));
    }
    text += &format!("{}\n\n", (words.answers)(outcome.answers()));
    text += &format!("| {} | {} |", words.answer, words.people);
    text += &before.map_or(String::new(), |_| format!(" {} |", words.difference));
    text += "\n|---|---:|";
    text += if before.is_some() { "---:|\n" } else { "\n" };
    for (at, (state, count)) in asking
        .question
        .states
        .iter()
        .zip(&outcome.counts)
        .enumerate()
    {
        let change = before.map_or(String::new(), |before| difference(before, at, *count));
        text += &format!("| {} | {count} |{change}\n", line(&state.label));
    }
    text + &said(outcome, words)
}

fn difference(before: &[u32], at: usize, count: u32) -> String {
    let before = before.get(at).copied().unwrap_or(0);
    format!(" {:+} |", i64::from(count) - i64::from(before))
}

fn said(outcome: &Outcome, words: &Words) -> String {
    if outcome.words.is_empty() {
        return String::new();
    }
    let lines = outcome
        .words
        .iter()
        .map(|word| format!("- {}\n", line(word)));
    format!("\n### {}\n\n{}", words.words, lines.collect::<String>())
}

/// One line of text in which Markdown finds nothing to do, in a table as well.
fn line(text: &str) -> String {
    escaped(&text.replace(['\n', '\r'], " ")).replace('|', "\\|")
}
