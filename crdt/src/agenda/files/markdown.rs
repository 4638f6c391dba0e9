//! An agenda as Markdown: a heading for each day, a line for each step.

use super::{clock, heading, timed};
use crate::agenda::{Agenda, Day, Step};
use crate::cover::Cover;
use crate::markdown::escaped;

/// The agenda under its title.
pub(in crate::agenda) fn markdown(agenda: &Agenda, cover: &Cover) -> String {
    let words = cover.language.agenda_words();
    let mut text = format!("# {}\n", escaped(&cover.title));
    for day in &agenda.days {
        text += &format!(
            "\n## {}\n\n{}",
            escaped(&heading(day, cover.language)),
            steps(day, words.nothing)
        );
    }
    if !agenda.waiting.is_empty() {
        let lines: String = agenda.waiting.iter().map(waiting).collect();
        text += &format!("\n## {}\n\n{lines}", words.waiting);
    }
    text
}

fn steps(day: &Day, nothing: &str) -> String {
    if day.steps.is_empty() {
        return format!("{nothing}\n");
    }
    let line = |(step, slot): (&Step, crate::agenda::Slot)| {
        let (from, to) = (clock(slot.start), clock(slot.end));
        format!("- {from}–{to} {}\n", escaped(&step.title))
    };
    timed(day).map(line).collect()
}

fn waiting(step: &Step) -> String {
    format!("- {} ({} min)\n", escaped(&step.title), step.minutes)
}
