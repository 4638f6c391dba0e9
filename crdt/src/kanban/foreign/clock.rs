//! The time of day where people are: other tools write moments as they are in Greenwich, and a plan has days.

use crate::day;

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// Minutes that clocks are ahead of Greenwich. Summer is as in the European Union: where it is not, a day is wrong only
/// for what is due in the hour around midnight, in a few weeks of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// From November to March.
    pub winter_minutes: i32,
    /// From April to October.
    pub summer_minutes: i32,
}

impl Clock {
    /// Paris.
    pub const PARIS: Self = Self {
        winter_minutes: 60,
        summer_minutes: 120,
    };

    /// A moment in milliseconds since 1970 as clocks show it: the day, and the minute of the day.
    pub(super) fn shows(self, ms: i64) -> Option<(String, i64)> {
        let minutes = if is_summer(ms) {
            self.summer_minutes
        } else {
            self.winter_minutes
        };
        let local = ms.checked_add(i64::from(minutes) * MINUTE_MS)?;
        let day = day::of_number(local.div_euclid(DAY_MS))?;
        Some((day, local.rem_euclid(DAY_MS) / MINUTE_MS))
    }
}

/// From the last Sunday of March to the last Sunday of October, at one o'clock.
fn is_summer(ms: i64) -> bool {
    let Some(today) = day::of_number(ms.div_euclid(DAY_MS)) else {
        return false;
    };
    let change = |last: &str| {
        let last = day::number(&format!("{}{last}", &today[..4])).unwrap_or(0);
        // 1 January 1970 was a Thursday, four days after a Sunday.
        (last - (last + 4).rem_euclid(7)) * DAY_MS + HOUR_MS
    };
    (change("-03-31")..change("-10-31")).contains(&ms)
}

#[cfg(test)]
mod tests {
    use super::super::when::moment;
    use super::*;

    #[test]
    fn midnight_in_paris_is_the_evening_before_in_greenwich() {
        for (greenwich, day, minute) in [
            ("2026-06-30T22:00:00Z", "2026-07-01", 0),
            ("2026-12-31T23:00:00Z", "2027-01-01", 0),
            ("2026-12-31T22:59:00Z", "2026-12-31", 23 * 60 + 59),
            ("2026-03-29T00:59:00Z", "2026-03-29", 119),
            ("2026-03-29T01:00:00Z", "2026-03-29", 180),
            ("2026-10-25T01:00:00Z", "2026-10-25", 120),
        ] {
            let ms = i64::try_from(moment(greenwich)).expect("after 1970");
            assert_eq!(
                Clock::PARIS.shows(ms),
                Some((day.to_owned(), minute)),
                "{greenwich}"
            );
        }
        assert_eq!(Clock::PARIS.shows(i64::MAX), None);
    }
}
