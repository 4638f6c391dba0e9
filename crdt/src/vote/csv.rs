//! A vote as a table for spreadsheets.

use super::ranking::root_of;
use super::words::Words;
use super::{Brick, Round, Vote, ranking};
use crate::csv::table;
use crate::language::Language;

/// One row per brick, in the order of the latest vote and its run-offs; then two columns per revealed round.
pub fn csv(vote: &Vote, language: Language) -> String {
    let words = language.words();
    let revealed: Vec<&Round> = vote
        .rounds
        .iter()
        .filter(|round| round.results.is_some())
        .collect();
    let mut rows = vec![head(words, &revealed)];
    let order = order(vote, revealed.last().copied());
    rows.extend(
        order
            .into_iter()
            .map(|brick| row(vote, words, &revealed, brick)),
    );
    table(rows, words.separator)
}

fn head(words: &Words, rounds: &[&Round]) -> Vec<String> {
    let fixed = [
        words.brick,
        words.about,
        words.category,
        words.minutes,
        words.always,
        words.grouped,
    ];
    let mut head: Vec<String> = fixed.map(str::to_owned).to_vec();
    for round in rounds {
        let name = words.round(round);
        let entered = format!("{name} ({})", words.entered);
        head.extend([name, entered]);
    }
    head
}

fn row(vote: &Vote, words: &Words, rounds: &[&Round], brick: &Brick) -> Vec<String> {
    let grouped = vote
        .brick(&brick.into)
        .map_or("", |into| into.title.as_str());
    let mut row = vec![
        brick.title.clone(),
        brick.about.clone(),
        words.category(brick.category).to_owned(),
        brick.minutes.to_string(),
        if brick.always { words.yes } else { "" }.to_owned(),
        grouped.to_owned(),
    ];
    for round in rounds {
        row.extend(figures(round, &brick.id));
    }
    row
}

/// Empty where the brick was not to be chosen: that is not the same as no dots.
fn figures(round: &Round, brick: &str) -> [String; 2] {
    match &round.results {
        Some(results) if round.choices.iter().any(|choice| choice == brick) => {
            let entered = results.entered.get(brick).copied().unwrap_or(0);
            [results.total(brick).to_string(), entered.to_string()]
        }
        _ => [String::new(), String::new()],
    }
}

/// What was not voted on comes last, as it stood.
fn order<'a>(vote: &'a Vote, by: Option<&Round>) -> Vec<&'a Brick> {
    let ranked = by.map_or_else(Vec::new, |round| ranking(vote, root_of(vote, round)));
    let place = |brick: &Brick| ranked.iter().position(|one| one.brick.id == brick.id);
    let mut order: Vec<&Brick> = vote.bricks.iter().collect();
    order.sort_by_key(|brick| place(brick).unwrap_or(usize::MAX));
    order
}
