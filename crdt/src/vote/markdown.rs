//! A vote as Markdown: the rounds with their rankings, then the bricks.

use super::words::Words;
use super::{Brick, Category, Ranked, Round, Vote, ranking};
use crate::language::Language;

/// The vote under its title. Text never turns into markup.
pub fn markdown(title: &str, vote: &Vote, language: Language) -> String {
    let words = language.words();
    let mut text = format!("# {}\n", plain(title));
    for round in &vote.rounds {
        if round.results.is_some() {
            text += &round_text(vote, round, words);
        }
    }
    text += &format!("\n## {}\n", words.bricks);
    for category in Category::ALL {
        text += &category_text(vote, category, words);
    }
    text
}

fn round_text(vote: &Vote, round: &Round, words: &Words) -> String {
    let mut text = format!("\n## {}\n\n", words.round(round));
    if let Some(results) = &round.results {
        let voters = results.voters.saturating_add(results.entered_voters);
        text += &format!("{}\n\n", (words.voters)(voters));
    }
    text += &format!(
        "| {} | {} | {} | {} |\n|---:|---|---:|---:|\n",
        words.rank, words.brick, words.dots, words.minutes
    );
    let rows = ranking(vote, round);
    text + &rows
        .iter()
        .map(|ranked| row(ranked, words))
        .collect::<String>()
}

fn row(ranked: &Ranked<'_>, words: &Words) -> String {
    // That nobody chose several of them is no tie worth a word.
    let tied = if ranked.tied && ranked.dots > 0 {
        format!(" ({})", words.tied)
    } else {
        String::new()
    };
    let entered = match ranked.entered {
        0 => String::new(),
        count => format!(" ({count} {})", words.entered),
    };
    let (title, minutes) = (plain(&ranked.brick.title), ranked.brick.minutes);
    format!(
        "| {}{tied} | {title} | {}{entered} | {minutes} |\n",
        ranked.rank, ranked.dots
    )
}

fn category_text(vote: &Vote, category: Category, words: &Words) -> String {
    let of_category = |brick: &&Brick| brick.category == category && brick.into.is_empty();
    let lines: String = vote
        .bricks
        .iter()
        .filter(of_category)
        .map(|brick| item(brick, words))
        .collect();
    if lines.is_empty() {
        return lines;
    }
    format!("\n### {}\n\n{lines}", words.category(category))
}

fn item(brick: &Brick, words: &Words) -> String {
    let always = if brick.always {
        format!(", {}", words.always.to_lowercase())
    } else {
        String::new()
    };
    let about = if brick.about.is_empty() {
        String::new()
    } else {
        format!(": {}", plain(&brick.about))
    };
    format!(
        "- **{}** ({} min{always}){about}\n",
        plain(&brick.title),
        brick.minutes
    )
}

/// One line of text in which Markdown finds nothing to do.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            c if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '\'' | '%' | '?' | ';') => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}
