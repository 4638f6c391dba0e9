//! An agenda as a table for spreadsheets.

use super::{clock, timed};
use crate::agenda::{Agenda, Day, Slot, Step};
use crate::cover::Cover;
use crate::csv::table;

/// One row per step, those that wait for a day last.
pub(in crate::agenda) fn csv(agenda: &Agenda, cover: &Cover) -> String {
    let words = cover.language.agenda_words();
    let head = [
        words.day,
        words.date,
        words.from,
        words.to,
        words.minutes,
        words.step,
        words.kind,
    ];
    let head = head.map(str::to_owned).to_vec();
    let days = agenda.days.iter();
    let planned =
        days.flat_map(|day| timed(day).map(move |(step, slot)| (Some((day, slot)), step)));
    let waiting = agenda.waiting.iter().map(|step| (None, step));
    let rows = planned
        .chain(waiting)
        .map(|(place, step)| row(place, step, cover));
    table(std::iter::once(head).chain(rows), words.separator)
}

fn row(place: Option<(&Day, Slot)>, step: &Step, cover: &Cover) -> Vec<String> {
    let waiting = cover.language.agenda_words().waiting;
    let [day, date, from, to] = match place {
        Some((day, slot)) => [
            day.title.clone(),
            day.date.clone(),
            clock(slot.start),
            clock(slot.end),
        ],
        None => [
            waiting.to_owned(),
            String::new(),
            String::new(),
            String::new(),
        ],
    };
    vec![
        day,
        date,
        from,
        to,
        step.minutes.to_string(),
        step.title.clone(),
        cover.language.step_kind(step.kind).to_owned(),
    ]
}
