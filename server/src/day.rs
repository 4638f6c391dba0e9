//! Days of the calendar, without time or place.

use std::fmt;
use std::str::FromStr;

use store::Language;

/// Milliseconds in a day.
pub(crate) const DAY_MS: u64 = 24 * 60 * 60 * 1_000;
/// Days from 1 March of the year 0 to 1 January 1970.
const BEFORE_1970: i64 = 719_468;
/// Days in 400 years.
const CYCLE: i64 = 146_097;

/// A day, counted from 1 January 1970 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// A text that is no day of the years 1 to 9999 such as `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2026-11-23")]
pub struct NotADay;

impl Day {
    /// The day in Greenwich at a moment, in milliseconds since 1970.
    pub fn at(ms: u64) -> Self {
        Self(i64::try_from(ms / DAY_MS).unwrap_or(i64::MAX))
    }

    /// The hour in Greenwich at a moment, 0 to 23.
    pub fn hour_at(ms: u64) -> u64 {
        ms % DAY_MS / (60 * 60 * 1_000)
    }

    /// So many days later.
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        let from_monday = (self.0 + 3).rem_euclid(7); // 1 January 1970 was a Thursday
        u8::try_from(from_monday + 1).unwrap_or(1)
    }

    /// Year, month from 1, day of the month from 1.
    pub fn parts(self) -> (i64, i64, i64) {
        let days = self.0 + BEFORE_1970;
        let (cycle, of_cycle) = (days.div_euclid(CYCLE), days.rem_euclid(CYCLE));
        let year_of_cycle =
            (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
        let of_year = of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_cycle + 400 * cycle + i64::from(month <= 2);
        (year, month, day)
    }

    /// As people say it, with its weekday: `lundi 23 novembre 2026`, `Monday 23 November 2026`.
    pub fn spoken(self, language: Language) -> String {
        let (year, month, day) = self.parts();
        let weekday = weekday_name(self.weekday(), language);
        let month = MONTHS[usize::try_from(month - 1).unwrap_or(0)];
        match language {
            Language::French if day == 1 => format!("{weekday} 1er {} {year}", month.0),
            Language::French => format!("{weekday} {day} {} {year}", month.0),
            Language::English => format!("{weekday} {day} {} {year}", month.1),
        }
    }

    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = year - i64::from(month <= 2);
        let (cycle, year_of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + of_year;
        Self(cycle * CYCLE + of_cycle - BEFORE_1970)
    }
}

/// The name of a day of the week: 1 is Monday.
pub fn weekday_name(weekday: u8, language: Language) -> &'static str {
    let names = WEEKDAYS[usize::from(weekday.clamp(1, 7)) - 1];
    match language {
        Language::French => names.0,
        Language::English => names.1,
    }
}

const WEEKDAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let is_shaped = text.len() == 10 && text.is_ascii();
        let text = is_shaped.then_some(text).ok_or(NotADay)?;
        let number = |part: &str| {
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<i64>().ok()).flatten()
        };
        let mut parts = text.split('-').map(number);
        let mut next = || parts.next().flatten().ok_or(NotADay);
        let (year, month, day) = (next()?, next()?, next()?);
        let found = Self::of(year, month, day);
        // A day that does not exist becomes another one: 30 February is in March.
        (found.parts() == (year, month, day) && found.to_string() == text)
            .then_some(found)
            .ok_or(NotADay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(to, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn every_day_of_four_centuries_is_read_as_it_is_written() {
        for number in -106_000..=40_000 {
            let written = Day(number).to_string();
            assert_eq!(written.parse(), Ok(Day(number)), "{written}");
        }
        assert_eq!(day("1970-01-01"), Day(0));
        assert_eq!(day("2026-11-23"), Day(20_780));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for wrong in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "20261123",
            "2026-11-23T10",
            "+026-11-23",
            "２０２６-11-23",
        ] {
            assert_eq!(wrong.parse::<Day>(), Err(NotADay), "{wrong}");
        }
    }

    #[test]
    fn days_are_spoken_as_people_do() {
        let monday = day("2026-11-23");
        assert_eq!(monday.weekday(), 1);
        assert_eq!(monday.spoken(Language::French), "lundi 23 novembre 2026");
        assert_eq!(monday.spoken(Language::English), "Monday 23 November 2026");
        let first = day("2027-08-01");
        assert_eq!(first.spoken(Language::French), "dimanche 1er août 2027");
        assert_eq!(first.plus(31).to_string(), "2027-09-01");
    }

    #[test]
    fn a_moment_has_a_day_and_an_hour() {
        assert_eq!(Day::at(20_780 * DAY_MS + DAY_MS - 1), day("2026-11-23"));
        assert_eq!(Day::hour_at(20_780 * DAY_MS + DAY_MS - 1), 23);
    }
}
