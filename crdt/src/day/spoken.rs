//! Days as people say them.

use crate::language::Language;

pub(crate) const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "January"],
    ["février", "February"],
    ["mars", "March"],
    ["avril", "April"],
    ["mai", "May"],
    ["juin", "June"],
    ["juillet", "July"],
    ["août", "August"],
    ["septembre", "September"],
    ["octobre", "October"],
    ["novembre", "November"],
    ["décembre", "December"],
];

/// `23 novembre 2026`; what is no day stays as it is.
pub(crate) fn spoken(day: &str, language: Language) -> String {
    let mut parts = day.splitn(3, '-').map(str::parse::<usize>);
    let mut next = || parts.next().and_then(Result::ok);
    let (Some(year), Some(month @ 1..=12), Some(date)) = (next(), next(), next()) else {
        return day.to_owned();
    };
    let [french, english] = MONTHS[month - 1];
    match language {
        Language::French if date == 1 => format!("1er {french} {year}"),
        Language::French => format!("{date} {french} {year}"),
        Language::English => format!("{date} {english} {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_in_both_languages() {
        assert_eq!(spoken("2026-11-01", Language::French), "1er novembre 2026");
        assert_eq!(spoken("2026-08-23", Language::French), "23 août 2026");
        assert_eq!(spoken("2026-11-01", Language::English), "1 November 2026");
        assert_eq!(spoken("", Language::French), "");
    }
}
