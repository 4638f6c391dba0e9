//! Days and moments as programs write them: ISO 8601, and what is near it.

use super::Dated;
use crate::day;
use crate::kanban::foreign::clock::Clock;

/// The time this program writes where other tools want one.
const NOON: &str = "T12:00:00.000Z";
const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// No clock on earth is further from Greenwich.
const ZONE_HOURS_MAX: i64 = 15;

/// A day as tools write it: `2026-11-23`, with a time or without. A moment is on the day it is where people are,
/// wherever it was written; the noon this program writes for other tools is on the day that is written.
pub(in crate::kanban::foreign) fn iso(text: &str, clock: Clock) -> Option<Dated> {
    let text = text.trim();
    let (day, time) = text.split_at_checked(10)?;
    let is_time = time.is_empty() || time.starts_with(['T', 't', ' ']);
    if !day::is_day(day) || !is_time {
        return None;
    }
    let is_moment = time != NOON && (zoned(time).is_some() || time.ends_with(['Z', 'z']));
    if !is_moment {
        return Some(Dated::new(day.to_owned(), is_told(time)));
    }
    let (day, minute) = clock.shows(day::number(day)? * DAY_MS + time_ms(time)?)?;
    Some(Dated::new(day, minute != 0))
}

/// A moment in milliseconds since 1970; 0 when it cannot be read.
pub(in crate::kanban::foreign) fn moment(text: &str) -> u64 {
    let read = text.trim().split_at_checked(10).and_then(|(day, time)| {
        let midnight = day::number(day)? * DAY_MS;
        Some(midnight + time_ms(time)?)
    });
    read.and_then(|ms| u64::try_from(ms).ok()).unwrap_or(0)
}

/// Whether a time says more than that there is none: midnight, or the noon this program writes for other tools.
pub(super) fn is_told(time: &str) -> bool {
    let time = time.trim_start_matches(['T', 't', ' ', ',']).trim();
    let is_midnight = time
        .split(['+', 'Z'])
        .next()
        .is_some_and(|clock| clock.chars().all(|c| matches!(c, '0' | ':' | '.' | ' ')));
    !is_midnight && format!("T{time}") != NOON
}

/// `10:30`, `10:30:15.250Z`, `10:30+01:00`: milliseconds of the day in Greenwich.
fn time_ms(time: &str) -> Option<i64> {
    let (clock, zone_ms) = zoned(time).unwrap_or((time, 0));
    let clock = clock.trim_start_matches(['T', 't', ' ']).trim();
    let mut units = clock.splitn(3, ':');
    let mut next = |most: f64| match units.next() {
        None | Some("") => Some(0.0),
        Some(unit) => figure(unit).filter(|unit| *unit <= most),
    };
    let (hours, minutes, seconds) = (next(24.0)?, next(59.0)?, next(61.0)?);
    let ms = ((hours * 60.0 + minutes) * 60.0 + seconds) * 1_000.0;
    Some(ms as i64 - zone_ms)
}

fn figure(unit: &str) -> Option<f64> {
    let is_plain = unit
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain.then(|| unit.parse().ok()).flatten()
}

/// A time with its zone, as the time alone and how far the zone is ahead of Greenwich, in milliseconds.
fn zoned(time: &str) -> Option<(&str, i64)> {
    for name in ["Z", "z", "UTC", "GMT"] {
        if let Some(clock) = time.strip_suffix(name) {
            return clock.contains(':').then_some((clock, 0));
        }
    }
    let (clock, zone) = time.split_at(time.rfind(['+', '-'])?);
    let (hours, minutes) = zone[1..].split_at_checked(2)?;
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    let number = |two: &str| {
        let is_two = two.len() == 2 && two.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| two.parse::<i64>().ok()).flatten()
    };
    let hours = number(hours).filter(|hours| *hours <= ZONE_HOURS_MAX)?;
    let minutes = number(minutes).filter(|minutes| *minutes < 60)?;
    let ahead_ms = (hours * 60 + minutes) * MINUTE_MS;
    let is_clock = clock.contains(':');
    is_clock.then_some((
        clock,
        if zone.starts_with('-') {
            -ahead_ms
        } else {
            ahead_ms
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARIS: Clock = Clock::PARIS;

    fn dated(day: &str, has_time: bool) -> Option<Dated> {
        Some(Dated::new(day.to_owned(), has_time))
    }

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
    fn a_moment_is_on_the_day_it_is_here_whatever_its_zone() {
        for (text, day) in [
            ("2027-03-13T23:30:00+0000", "2027-03-14"),
            ("2027-03-13T23:30:00-00:00", "2027-03-14"),
            ("2027-03-13T23:30:00+00", "2027-03-14"),
            ("2027-03-13T18:30:00-05:00", "2027-03-14"),
            ("2027-03-13 18:30:00 -0500", "2027-03-14"),
            ("2027-03-13 23:30:00 UTC", "2027-03-14"),
            ("2027-03-14T02:00:00+05:30", "2027-03-13"),
            ("2027-03-14T08:00:00.000+0900", "2027-03-14"),
            ("2027-03-14T23:59:59", "2027-03-14"),
            ("2027-03-14 10:00 - 11:00", "2027-03-14"),
        ] {
            let read = iso(text, PARIS).map(|dated| dated.day);
            assert_eq!(read.as_deref(), Some(day), "{text}");
        }
        let new_york = Clock {
            winter_minutes: -300,
            summer_minutes: -240,
        };
        let read = iso("2027-03-14T03:00:00+0000", new_york);
        assert_eq!(read, dated("2027-03-13", true));
    }

    #[test]
    fn moments_are_read_wherever_they_were_written() {
        assert_eq!(moment("1970-01-02T00:00:01.250Z"), 86_401_250);
        assert_eq!(moment("1970-01-01T10:30+01:00"), 34_200_000);
        assert_eq!(moment("1970-01-01 01:00"), 3_600_000);
        for wrong in [
            "",
            "1969-01-01T00:00:00Z",
            "1970-01-01Tnoon",
            "yesterday",
            "1970-01-01T1e300:00-05:00",
            "1970-01-01T00:00+00999999999999999999",
        ] {
            assert_eq!(moment(wrong), 0, "{wrong}");
        }
    }
}
