//! Days and moments as other tools write them.

use super::clock::Clock;
use crate::day;

/// The time this program writes where other tools want one.
const NOON: &str = "T12:00:00.000Z";
const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// A day, and whether a time of the day was said with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) day: String,
    pub(super) has_time: bool,
}

/// Whether 03/04 is in April or in March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// A day as tools write it: `2026-11-23`, with a time or without. A moment in Greenwich is on the day it is where people
/// are; the noon this program writes for other tools is on the day that is written.
pub(super) fn iso(text: &str, clock: Clock) -> Option<Dated> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let is_time = time.is_empty() || time.starts_with(['T', 't', ' ']);
    if !day::is_day(day) || !is_time {
        return None;
    }
    let is_greenwich = time.ends_with(['Z', 'z']) || time.ends_with("+00:00");
    if is_greenwich && time != NOON {
        let ms = day::number(day)? * DAY_MS + time_ms(time.trim_start_matches(['T', 't', ' ']))?;
        let (day, minute) = clock.shows(ms)?;
        let has_time = minute != 0;
        return Some(Dated { day, has_time });
    }
    Some(Dated {
        day: day.to_owned(),
        has_time: is_told(time),
    })
}

/// A day as people write it in tables: the same, or `23/11/2026`, `23.11.26`.
pub(super) fn told(text: &str, order: Order, clock: Clock) -> Option<Dated> {
    iso(text, clock).or_else(|| {
        let (first, second, year, rest) = parts(text.trim())?;
        let (date, month) = match order {
            Order::DayFirst => (first, second),
            Order::MonthFirst => (second, first),
        };
        let day = format!("{year:04}-{month:02}-{date:02}");
        day::is_day(&day).then(|| Dated {
            day,
            has_time: is_told(rest),
        })
    })
}

/// In which order these days are written: one of them may leave no doubt. In doubt, as in France.
pub(super) fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Order {
    let parts: Vec<_> = texts.filter_map(parts).collect();
    let is_month_first = parts.iter().any(|(_, second, ..)| *second > 12)
        && !parts.iter().any(|(first, ..)| *first > 12);
    if is_month_first {
        Order::MonthFirst
    } else {
        Order::DayFirst
    }
}

/// A moment in milliseconds since 1970; 0 when it cannot be read.
pub(super) fn moment(text: &str) -> u64 {
    let text = text.trim();
    let read = text.split_at_checked(10).and_then(|(day, rest)| {
        let midnight = day::number(day)? * DAY_MS;
        Some(midnight + time_ms(rest.trim_start_matches(['T', 't', ' ']))?)
    });
    read.and_then(|ms| u64::try_from(ms).ok()).unwrap_or(0)
}

/// Three numbers and what follows them.
fn parts(text: &str) -> Option<(u32, u32, u32, &str)> {
    let (date, rest) = text.split_at(text.find([' ', 'T', ',']).unwrap_or(text.len()));
    let numbers = date.split(['/', '.', '-']).map(|part| {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    });
    match numbers.collect::<Option<Vec<u32>>>()?[..] {
        [first, second, year] if year < 100 => Some((first, second, year + 2_000, rest)),
        [first, second, year] if year >= 1_000 => Some((first, second, year, rest)),
        _ => None,
    }
}

/// Whether a time says more than that there is none: midnight, or the noon this program writes for other tools.
fn is_told(time: &str) -> bool {
    let time = time.trim_start_matches(['T', 't', ' ', ',']).trim();
    let is_midnight = time
        .split(['+', 'Z'])
        .next()
        .is_some_and(|clock| clock.chars().all(|c| matches!(c, '0' | ':' | '.' | ' ')));
    !is_midnight && format!("T{time}") != NOON
}

/// `10:30`, `10:30:15.250Z`, `10:30+01:00`: milliseconds of the day in Greenwich.
fn time_ms(time: &str) -> Option<i64> {
    let at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(at);
    let mut units = clock.trim().splitn(3, ':');
    let mut whole = || match units.next() {
        None | Some("") => Some(0.0),
        Some(unit) => unit.parse::<f64>().ok().filter(|unit| unit.is_finite()),
    };
    let (hours, minutes, seconds) = (whole()?, whole()?, whole()?);
    let ms = ((hours * 60.0 + minutes) * 60.0 + seconds) * 1_000.0;
    Some(ms as i64 - zone_ms(zone)?)
}

fn zone_ms(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next() {
        None | Some('Z' | 'z') => return Some(0),
        Some('-') => -1,
        Some(_) => 1,
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
    Some(sign * minutes * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(day: &str, has_time: bool) -> Option<Dated> {
        let day = day.to_owned();
        Some(Dated { day, has_time })
    }

    const PARIS: Clock = Clock::PARIS;

    #[test]
    fn days_of_programs_are_read() {
        for (text, day, has_time) in [
            ("2026-11-23", "2026-11-23", false),
            ("2026-11-23T09:30:00.000Z", "2026-11-23", true),
            ("2026-11-23T23:30:00.000Z", "2026-11-24", true),
            ("2026-11-22T23:00:00+00:00", "2026-11-23", false),
            ("2026-11-23 00:00", "2026-11-23", false),
            ("2026-11-23T00:00:00+01:00", "2026-11-23", false),
            ("2026-11-23T23:30:00+01:00", "2026-11-23", true),
            ("2026-11-23T12:00:00.000Z", "2026-11-23", false),
        ] {
            assert_eq!(iso(text, PARIS), dated(day, has_time), "{text}");
        }
        for wrong in [
            "",
            "2026-02-30",
            "2026-11-231",
            "demain",
            "20261123é",
            "2026-11-23TnoonZ",
        ] {
            assert_eq!(iso(wrong, PARIS), None, "{wrong}");
        }
    }

    #[test]
    fn days_of_people_are_read_in_their_order() {
        for text in ["23/11/2026", "23.11.26", "23-11-2026"] {
            assert_eq!(
                told(text, Order::DayFirst, PARIS),
                dated("2026-11-23", false)
            );
        }
        let american = told("11/23/2026 10:30", Order::MonthFirst, PARIS);
        assert_eq!(american, dated("2026-11-23", true));
        assert_eq!(told("11/23/2026", Order::DayFirst, PARIS), None);
        let months = order(["03/04/2026", "11/23/2026"].into_iter());
        assert_eq!(months, Order::MonthFirst);
        let days = order(["03/04/2026", "2026-11-23"].into_iter());
        assert_eq!(days, Order::DayFirst);
    }

    #[test]
    fn moments_are_read_wherever_they_were_written() {
        assert_eq!(moment("1970-01-02T00:00:01.250Z"), 86_401_250);
        assert_eq!(moment("1970-01-01T10:30+01:00"), 34_200_000);
        assert_eq!(moment("1970-01-01 01:00"), 3_600_000);
        for wrong in ["", "1969-01-01T00:00:00Z", "1970-01-01Tnoon", "yesterday"] {
            assert_eq!(moment(wrong), 0, "{wrong}");
        }
    }
}
