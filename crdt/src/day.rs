//! Days without a time, such as `2026-11-23`. The empty text is no day.

pub(crate) mod spoken;

const MS_PER_DAY: i64 = 86_400_000;
/// 0001-01-01 and 9999-12-31, counted from 1970-01-01.
const FIRST: i64 = -719_162;
const LAST: i64 = 2_932_896;

/// Whether the text is a day of the calendar, written as `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    number(text).is_some()
}

/// Days since 1970-01-01 (Gregorian calendar); none for what is no day.
pub fn number(day: &str) -> Option<i64> {
    let bytes = day.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let digits = |at: std::ops::Range<usize>| -> Option<i64> {
        let part = &bytes[at];
        let all = part.iter().all(u8::is_ascii_digit);
        all.then(|| {
            part.iter()
                .fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'))
        })
    };
    let (year, month, date) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
    let number = days_from_civil(year, month, date);
    // What is read back otherwise was no day: the 30th of February.
    (of_number(number)? == day).then_some(number)
}

/// The day so many days after 1970-01-01; none before the year 1 and after 9999.
pub fn of_number(number: i64) -> Option<String> {
    if !(FIRST..=LAST).contains(&number) {
        return None;
    }
    let (year, month, date) = civil_from_days(number);
    Some(format!("{year:04}-{month:02}-{date:02}"))
}

/// The day of a moment in milliseconds since 1970, in UTC; empty beyond the year 9999.
pub fn of_ms(ms: u64) -> String {
    let ms = i64::try_from(ms).unwrap_or(i64::MAX);
    of_number(ms / MS_PER_DAY).unwrap_or_default()
}

/// The day so many days later; none when `day` is none, or beyond the year 9999.
pub fn plus(day: &str, days: i64) -> Option<String> {
    of_number(number(day)?.checked_add(days)?)
}

/// Years are counted from March here, so that the leap day is the last: each era of 400 years is alike.
fn days_from_civil(year: i64, month: i64, date: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leaps) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (day, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2026-11-23", 20_780),
            ("0001-01-01", FIRST),
            ("9999-12-31", LAST),
        ] {
            assert_eq!(number(day), Some(days), "{day}");
            assert_eq!(of_number(days).as_deref(), Some(day));
        }
    }

    #[test]
    fn every_day_of_four_centuries_is_followed_by_another() {
        for days in 0..146_097 {
            let day = of_number(days).expect("within the calendar");
            assert_eq!(number(&day), Some(days));
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-1-01",
            "26-01-01",
            "2026-01-01T",
            "0000-01-01",
            "２０２６-01",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }

    #[test]
    fn moments_and_sums_stay_in_the_calendar() {
        assert_eq!(of_ms(86_399_999), "1970-01-01");
        assert_eq!(of_ms(u64::MAX), "");
        assert_eq!(plus("2026-12-28", 7).as_deref(), Some("2027-01-04"));
        assert_eq!(plus("9999-12-31", 1), None);
        assert_eq!(plus("2026-01-01", i64::MAX), None);
    }
}
