//! Days in words, French or English: `lundi 14 mars 2027`, `14-Mar-27`, `March 14th, 2027`, `1er mars`.

use super::{Dated, nearest};
use crate::day;
use crate::day::spoken::MONTHS;
use crate::kanban::foreign::accents::bare;
use crate::kanban::foreign::notes::Note;

/// Whatever is longer is a sentence.
const BYTES_MAX: usize = 60;

const WEEKDAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];
const BEFORE: [&str; 4] = ["le", "the", "on", "pour"];
const BEHIND: [&str; 8] = ["er", "st", "nd", "rd", "th", "of", "de", "e"];
const OF_TIME: [&str; 7] = ["h", "a", "at", "am", "pm", "heures", "min"];

pub(super) fn dated(text: &str, today: i64) -> Option<Dated> {
    if text.len() > BYTES_MAX {
        return None;
    }
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    read(&words, today).or_else(|| {
        let (first, rest) = words.split_first()?;
        let weekday = one_of(&WEEKDAYS, first)?;
        Some(read(rest, today)?.said_to_be(weekday))
    })
}

/// Letters in small ones without accents, and figures, each run apart.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for character in text.to_lowercase().chars().map(bare) {
        let kind = character
            .is_alphanumeric()
            .then(|| character.is_ascii_digit());
        match words.last_mut() {
            Some(word) if kind.is_some() && kind == last => word.push(character),
            _ if kind.is_some() => words.push(character.into()),
            _ => {}
        }
        last = kind;
    }
    words
}

fn read(words: &[&str], today: i64) -> Option<Dated> {
    let words = after(words, &BEFORE);
    let (date, month, rest) = match *words {
        [first, ref rest @ ..] if short(first).is_some() => {
            let (month, rest) = after(rest, &BEHIND).split_first()?;
            (short(first)?, one_of(&MONTHS, month)?, rest)
        }
        [month, second, ref rest @ ..] => (
            short(second)?,
            one_of(&MONTHS, month)?,
            after(rest, &BEHIND),
        ),
        _ => return None,
    };
    let (month, (year, time)) = (month as u32 + 1, year(rest));
    if !time
        .iter()
        .all(|word| short(word).is_some() || OF_TIME.contains(word))
    {
        return None;
    }
    let has_time = time
        .iter()
        .any(|word| short(word).is_some_and(|figure| figure > 0));
    let Some(year) = year else {
        return nearest(month, date, today).map(|dated| Dated { has_time, ..dated });
    };
    let day = format!("{year:04}-{month:02}-{date:02}");
    day::is_day(&day).then(|| Dated::new(day, has_time))
}

/// Without the words of this list that come first.
fn after<'w, 'a>(words: &'w [&'a str], skipped: &[&str]) -> &'w [&'a str] {
    let is_skipped = |word: &&&str| skipped.contains(*word);
    &words[words.iter().take_while(is_skipped).count()..]
}

fn short(word: &str) -> Option<u32> {
    let is_short = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| word.parse().ok()).flatten()
}

/// Four figures, or two with nothing behind them; and what follows.
fn year<'w, 'a>(words: &'w [&'a str]) -> (Option<u32>, &'w [&'a str]) {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    match words {
        [year, rest @ ..] if is_year(year) => (year.parse().ok(), rest),
        [two] if two.len() == 2 && short(two).is_some() => {
            (short(two).map(|year| 2_000 + year), &[])
        }
        _ => (None, words),
    }
}

/// The place of the only one that begins so: three letters are enough when they leave no doubt.
fn one_of<const MANY: usize>(all: &[[&str; 2]; MANY], word: &str) -> Option<usize> {
    let begins = |name: &str| {
        let plain: String = name.to_lowercase().chars().map(bare).collect();
        plain.starts_with(word)
    };
    let fits = |names: &[&str; 2]| word.len() >= 3 && names.iter().any(|name| begins(name));
    let mut found = all.iter().enumerate().filter(|(_, names)| fits(names));
    let first = found.next().map(|(place, _)| place);
    first.filter(|_| found.next().is_none())
}

impl Dated {
    /// The date counts, and not the weekday that was written before it.
    fn said_to_be(self, weekday: usize) -> Self {
        // 1 January 1970 was a Thursday, three days after a Monday.
        let is_on = day::number(&self.day).map(|number| (number + 3).rem_euclid(7));
        let is_other = is_on.and_then(|day| usize::try_from(day).ok()) != Some(weekday);
        let other = is_other.then_some(Note::OtherWeekdays);
        let note = self.note.or(other);
        Self { note, ..self }
    }
}
