//! Reads an agenda, whatever stands in the document.

use automerge::{Automerge, ObjId, ROOT, ReadDoc};

use super::limits::{
    DATE_CHARS_MAX, DAY_MINUTES, NOTES_CHARS_MAX, RANK_CHARS_MAX, STEP_MINUTES_MAX, TITLE_CHARS_MAX,
};
use super::{Agenda, DAYS, Day, KIND, STEPS, Step, StepKind, VERSION};
use crate::address::{ADDRESS_CHARS_MAX, followed};
use crate::day::is_day;
use crate::field::{ID_CHARS_MAX, child, entries, flag, integer, number, small, text};
use crate::root::{Unreadable, expect};

/// Whether the document can be read as an agenda.
///
/// # Errors
/// When it is something else, of another version, or without one of its parts.
pub fn check(document: &Automerge) -> Result<(), Unreadable> {
    expect(document, KIND, VERSION)?;
    for part in [DAYS, STEPS] {
        child(document, &ROOT, part).ok_or(Unreadable::Missing(part))?;
    }
    Ok(())
}

/// The agenda in a document, or in one that is being written. Every step that was not thrown away is in one place: those of
/// a day that is not there wait for another.
pub fn read(document: &impl ReadDoc) -> Agenda {
    let mut agenda = Agenda {
        days: days(document),
        waiting: Vec::new(),
    };
    for (id, map) in live(document, STEPS) {
        let step = step(document, id, &map);
        let day = text(document, &map, "day", ID_CHARS_MAX);
        match agenda.days.iter_mut().find(|each| each.id == day) {
            Some(day) => day.steps.push(step),
            None => agenda.waiting.push(step),
        }
    }
    for steps in agenda.days.iter_mut().map(|day| &mut day.steps) {
        in_order(steps);
    }
    in_order(&mut agenda.waiting);
    agenda
}

fn in_order(steps: &mut [Step]) {
    steps.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
}

fn days(document: &impl ReadDoc) -> Vec<Day> {
    let days = live(document, DAYS).into_iter();
    let mut days: Vec<Day> = days.map(|(id, map)| day(document, id, &map)).collect();
    days.sort_by(|a, b| (&a.rank, &a.id).cmp(&(&b.rank, &b.id)));
    days
}

/// The maps at `part` that were not thrown away, with their keys.
fn live(document: &impl ReadDoc, part: &str) -> Vec<(String, ObjId)> {
    let mut all = entries(document, &ROOT, part);
    all.retain(|(_, map)| number(document, map, "deleted") == 0);
    all
}

fn day(document: &impl ReadDoc, id: String, map: &ObjId) -> Day {
    let mut date = text(document, map, "date", DATE_CHARS_MAX);
    if !is_day(&date) {
        date.clear();
    }
    Day {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        date,
        start: small(document, map, "start").min(DAY_MINUTES - 1),
        rank: rank(document, map),
        steps: Vec::new(),
    }
}

fn step(document: &impl ReadDoc, id: String, map: &ObjId) -> Step {
    Step {
        id,
        title: text(document, map, "title", TITLE_CHARS_MAX),
        minutes: small(document, map, "minutes").min(STEP_MINUTES_MAX),
        kind: StepKind::of(&text(document, map, "kind", TITLE_CHARS_MAX)),
        rank: rank(document, map),
        fixed: fixed(document, map),
        free: flag(document, map, "free"),
        document: text(document, map, "document", ID_CHARS_MAX),
        link: followed(text(document, map, "link", ADDRESS_CHARS_MAX + 1)),
        brick: text(document, map, "brick", ID_CHARS_MAX),
        notes: text(document, map, "notes", NOTES_CHARS_MAX),
    }
}

/// A minute of the day; none for what is no number, or another day's.
fn fixed(document: &impl ReadDoc, map: &ObjId) -> Option<u32> {
    let minute = u32::try_from(integer(document, map, "fixed")?).ok()?;
    (minute < DAY_MINUTES).then_some(minute)
}

/// Both sides of the wire order ASCII alike; any other character is left out.
fn rank(document: &impl ReadDoc, map: &ObjId) -> String {
    let mut rank = text(document, map, "rank", RANK_CHARS_MAX);
    rank.retain(|c| c.is_ascii_alphanumeric());
    rank
}
