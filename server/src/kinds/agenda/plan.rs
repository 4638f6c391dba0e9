//! The plan that is followed: the steps of the days of an agenda, in their order, with their times.

use crdt::agenda::{Agenda, Day, Step, StepKind, slots};
use serde::{Deserialize, Serialize};

/// A step as it is planned. One that was taken out of the agenda meanwhile is remembered as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PlannedStep {
    pub(super) id: String,
    pub(super) day: String,
    pub(super) rank: String,
    pub(super) title: String,
    pub(super) kind: StepKind,
    pub(super) minutes: u32,
    /// When it begins, in minutes since midnight of its day.
    pub(super) start: u32,
    /// The document it opens; empty for none.
    pub(super) document: String,
    /// The address it opens; empty for none.
    pub(super) link: String,
}

/// The steps of all days.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// The ids and dates of the days, in their order.
    days: Vec<(String, String)>,
    steps: Vec<PlannedStep>,
}

impl Plan {
    pub(super) fn of(agenda: &Agenda) -> Self {
        let days = agenda.days.iter();
        Self {
            days: days
                .clone()
                .map(|day| (day.id.clone(), day.date.clone()))
                .collect(),
            steps: days.flat_map(planned).collect(),
        }
    }

    pub(super) fn step(&self, id: &str) -> Option<&PlannedStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The steps of a day, in their order.
    pub(super) fn of_day<'a>(&'a self, day: &'a str) -> impl Iterator<Item = &'a PlannedStep> {
        self.steps.iter().filter(move |step| step.day == day)
    }

    /// The next step of the same day; `step` may have been moved or taken out meanwhile.
    pub(super) fn after(&self, step: &PlannedStep) -> Option<&PlannedStep> {
        let here = self.step(&step.id).unwrap_or(step);
        let place = (&here.rank, &here.id);
        let mut others = self.steps.iter().filter(|each| each.day == here.day);
        others.find(|each| (&each.rank, &each.id) > place)
    }

    /// The step before it in the same day.
    pub(super) fn before(&self, step: &PlannedStep) -> Option<&PlannedStep> {
        let here = self.step(&step.id).unwrap_or(step);
        let place = (&here.rank, &here.id);
        let mut others = self.steps.iter().filter(|each| each.day == here.day);
        others.rfind(|each| (&each.rank, &each.id) < place)
    }

    /// The first step of the days after the one of `step`.
    pub(super) fn beyond(&self, step: &PlannedStep) -> Option<&PlannedStep> {
        let here = self.step(&step.id).unwrap_or(step);
        let at = self.days.iter().position(|(day, _)| *day == here.day)?;
        let mut later = self.days.iter().skip(at + 1);
        later.find_map(|(day, _)| self.of_day(day).next())
    }

    /// The first step of a day of the calendar, `YYYY-MM-DD`, if there is such a day; else of the first one.
    pub(super) fn first(&self, date: &str) -> Option<&PlannedStep> {
        let mut today = self.days.iter().filter(|(_, of)| of == date);
        let today = today.find_map(|(day, _)| self.of_day(day).next());
        today.or_else(|| self.steps.first())
    }
}

fn planned(day: &Day) -> Vec<PlannedStep> {
    let steps = day.steps.iter().zip(slots(day));
    steps
        .map(|(step, slot)| one(day, step, slot.start))
        .collect()
}

fn one(day: &Day, step: &Step, start: u32) -> PlannedStep {
    PlannedStep {
        id: step.id.clone(),
        day: day.id.clone(),
        rank: step.rank.clone(),
        title: step.title.clone(),
        kind: step.kind,
        minutes: step.minutes,
        start,
        document: step.document.clone(),
        link: step.link.clone(),
    }
}
