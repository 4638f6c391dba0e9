//! An agenda as a file for people and for other tools. What facilitators note for themselves is in none of them.

mod calendar;
mod csv;
mod markdown;
mod page;
mod words;

pub(super) use calendar::calendar;
pub(super) use csv::csv;
pub(super) use markdown::markdown;
pub(super) use page::html_page;

use super::{Day, Slot, Step, slots};
use crate::day::spoken::spoken;
use crate::language::Language;

/// The steps of a day, each with when it is.
fn timed(day: &Day) -> impl Iterator<Item = (&Step, Slot)> {
    day.steps.iter().zip(slots(day))
}

/// What a day is called, and when it is.
fn heading(day: &Day, language: Language) -> String {
    let said = [day.title.clone(), spoken(&day.date, language)];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// `9:05`, or `0:30` for half past midnight of the next day.
fn clock(minutes: u32) -> String {
    let minutes = minutes % (24 * 60);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
