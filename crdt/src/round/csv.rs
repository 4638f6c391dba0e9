//! A round as a table for spreadsheets.

use super::words::Words;
use super::{Asking, Outcome, Round};
use crate::csv::table;
use crate::language::Language;

/// A row for each state of each asking that is revealed, then a row for each word.
pub fn csv(round: &Round, language: Language) -> String {
    let words = language.round_words();
    let head = [words.asked, words.answer, words.people, words.word];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for asking in &round.askings {
        if let Some(outcome) = &asking.outcome {
            rows.extend(asking_rows(asking, outcome, words));
        }
    }
    table(rows, words.separator)
}

fn asking_rows(asking: &Asking, outcome: &Outcome, words: &Words) -> Vec<Vec<String>> {
    let name = words.name(asking);
    let states = asking.question.states.iter().zip(&outcome.counts);
    let counted = states.map(|(state, count)| {
        vec![
            name.clone(),
            state.label.clone(),
            count.to_string(),
            String::new(),
        ]
    });
    let said = outcome
        .words
        .iter()
        .map(|word| vec![name.clone(), String::new(), String::new(), word.clone()]);
    counted.chain(said).collect()
}
