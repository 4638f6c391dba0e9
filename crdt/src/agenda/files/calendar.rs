//! The days of an agenda for other calendars (RFC 5545): one appointment for each day that has a date.

use super::{clock, timed};
use crate::agenda::{Agenda, Day};
use crate::cover::Cover;
use crate::day;
use crate::ical::{Lines, escaped};

/// The same agenda always makes the same bytes. Times are those of the clock on the wall, wherever that is: people go there.
pub(in crate::agenda) fn calendar(agenda: &Agenda, cover: &Cover) -> String {
    let mut lines = Lines::calendar("Agenda", &cover.title);
    for day in agenda.days.iter().filter(|day| !day.date.is_empty()) {
        event(&mut lines, day, cover);
    }
    lines.end_calendar()
}

fn event(lines: &mut Lines, day: &Day, cover: &Cover) {
    let agenda = cover.path.rsplit('/').next().unwrap_or_default();
    let host = cover.origin.rsplit('/').next().unwrap_or_default();
    let end = timed(day).map(|(_, slot)| slot.end).max();
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &escaped(&format!("{}-{agenda}@{host}", day.id)));
    // The document knows no moment of its own; the same day always has the same stamp.
    lines.put("DTSTAMP", &format!("{}T000000Z", day.date.replace('-', "")));
    lines.put("DTSTART", &wall_clock(&day.date, day.start));
    lines.put(
        "DTEND",
        &wall_clock(&day.date, end.unwrap_or(day.start).max(day.start)),
    );
    lines.text("SUMMARY", &summary(day, cover));
    lines.text("DESCRIPTION", &steps(day));
    lines.put("URL", &format!("{}{}", cover.origin, cover.path));
    lines.put("END", "VEVENT");
}

fn summary(day: &Day, cover: &Cover) -> String {
    match day.title.as_str() {
        "" => cover.title.clone(),
        title => format!("{} — {title}", cover.title),
    }
}

fn steps(day: &Day) -> String {
    let lines = timed(day).map(|(step, slot)| format!("{} {}", clock(slot.start), step.title));
    lines.collect::<Vec<_>>().join("\n")
}

/// `20261123T090000`, without a zone; minutes beyond midnight are the next day's.
fn wall_clock(date: &str, minutes: u32) -> String {
    let date = day::plus(date, i64::from(minutes / (24 * 60))).unwrap_or_default();
    let minutes = minutes % (24 * 60);
    format!(
        "{}T{:02}{:02}00",
        date.replace('-', ""),
        minutes / 60,
        minutes % 60
    )
}
