//! Days and moments as other tools and people write them.

mod figures;
mod program;
mod spoken;

use super::here::Here;
use super::notes::Note;
use crate::day;

pub(super) use figures::{Order, has_two_readings, order};
pub(super) use program::{iso, moment};

/// A day without a year is taken from so many days before today on, within a year.
const DAYS_BEHIND: i64 = 90;
const DAYS_AHEAD: i64 = 275;

/// A day, and what is to be known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) day: String,
    /// Whether a time of the day was said with it.
    pub(super) has_time: bool,
    pub(super) note: Option<Note>,
}

impl Dated {
    fn new(day: String, has_time: bool) -> Self {
        Self {
            day,
            has_time,
            note: None,
        }
    }
}

/// A day as people write it in tables: as programs do, in figures, in words, or as the number a spreadsheet keeps.
pub(super) fn told(text: &str, order: Order, here: Here) -> Option<Dated> {
    let text = text.trim();
    iso(text, here.clock)
        .or_else(|| figures::dated(text, order, here.today()))
        .or_else(|| figures::serial(text))
        .or_else(|| spoken::dated(text, here.today()))
}

/// The day of this name that is nearest, and rather to come than past.
fn nearest(month: u32, date: u32, today: i64) -> Option<Dated> {
    let now = day::of_number(today)?;
    let year: i64 = now[..4].parse().ok()?;
    let days = (year - 1..=year + 1).map(|year| format!("{year:04}-{month:02}-{date:02}"));
    let near = today - DAYS_BEHIND..=today + DAYS_AHEAD;
    let mut days = days.filter(|day| day::number(day).is_some_and(|day| near.contains(&day)));
    let note = Some(Note::MissingYears);
    let day = days.next()?;
    Some(Dated {
        day,
        has_time: false,
        note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kanban::foreign::clock::Clock;
    use crate::language::Language;

    /// 28 November 2026.
    const HERE: Here = Here {
        clock: Clock::PARIS,
        language: Language::French,
        now_ms: 1_795_867_200_000,
    };

    fn dated(day: &str, has_time: bool) -> Option<Dated> {
        Some(Dated::new(day.to_owned(), has_time))
    }

    #[test]
    fn days_of_people_are_read_in_their_order() {
        for text in ["23/11/2026", "23.11.26", "23-11-2026"] {
            assert_eq!(
                told(text, Order::DayFirst, HERE),
                dated("2026-11-23", false)
            );
        }
        let american = told("11/23/2026 10:30", Order::MonthFirst, HERE);
        assert_eq!(american, dated("2026-11-23", true));
        assert_eq!(told("11/23/2026", Order::DayFirst, HERE), None);
        let months = order(["03/04/2026", "11/23/2026"].into_iter(), Order::DayFirst);
        assert_eq!(months, Order::MonthFirst);
        let days = order(["03/04/2026", "2026-11-23"].into_iter(), Order::DayFirst);
        assert_eq!(days, Order::DayFirst);
    }

    #[test]
    fn what_may_be_one_day_or_another_is_not_guessed() {
        let mixed = order(["13/02/2027", "02/13/2027"].into_iter(), Order::DayFirst);
        assert_eq!(mixed, Order::Doubtful);
        for (text, day) in [
            ("03/04/2027", None),
            ("14/03/2027", Some("2027-03-14")),
            ("03/14/2027", Some("2027-03-14")),
            ("04/04/2027", Some("2027-04-04")),
            ("03.04.2027", Some("2027-04-03")),
        ] {
            let read = told(text, Order::Doubtful, HERE).map(|dated| dated.day);
            assert_eq!(read.as_deref(), day, "{text}");
            assert_eq!(has_two_readings(text), day.is_none(), "{text}");
        }
    }

    #[test]
    fn days_are_read_as_they_are_said() {
        for (text, day, has_time) in [
            ("14 mars 2027", "2027-03-14", false),
            ("dimanche 14 mars 2027", "2027-03-14", false),
            ("dim. 14 mars 2027", "2027-03-14", false),
            ("mar. 16 mars 2027", "2027-03-16", false),
            ("le 1er août 2027", "2027-08-01", false),
            ("14 févr. 2027", "2027-02-14", false),
            ("14-Mar-27", "2027-03-14", false),
            ("March 14, 2027", "2027-03-14", false),
            ("Sunday, March 14th, 2027", "2027-03-14", false),
            ("the 14th of March 2027", "2027-03-14", false),
            ("14 mars 2027 à 18h30", "2027-03-14", true),
            ("14/03/27", "2027-03-14", false),
            ("14.03.2027", "2027-03-14", false),
            ("2027/3/14", "2027-03-14", false),
            ("46095", "2026-03-14", false),
            ("46095,75", "2026-03-14", true),
        ] {
            assert_eq!(
                told(text, Order::DayFirst, HERE),
                dated(day, has_time),
                "{text}"
            );
        }
        for wrong in [
            "mars 2027",
            "14-15 mars 2027",
            "31 février 2027",
            "14 jui 2027",
            "fin mars",
            "14 mars ou avril",
            "12",
            "99999",
            "14 mars 2027 peut-être",
            "1/2/3/4",
        ] {
            assert_eq!(told(wrong, Order::DayFirst, HERE), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_and_a_wrong_weekday_is_noted() {
        for (text, day, note) in [
            ("14 mars", "2027-03-14", Note::MissingYears),
            ("14-mars", "2027-03-14", Note::MissingYears),
            ("1er septembre", "2026-09-01", Note::MissingYears),
            ("20 août", "2027-08-20", Note::MissingYears),
            ("March 14", "2027-03-14", Note::MissingYears),
            ("14/03", "2027-03-14", Note::MissingYears),
            ("lundi 14 mars 2027", "2027-03-14", Note::OtherWeekdays),
        ] {
            let read = told(text, Order::DayFirst, HERE).expect(text);
            assert_eq!((read.day.as_str(), read.note), (day, Some(note)), "{text}");
        }
    }
}
