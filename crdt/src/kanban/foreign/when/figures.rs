//! Days in figures, as people write them: `23/11/2026`, `23.11.26`, `23/11`, and the number of a spreadsheet.

use super::program::is_told;
use super::{Dated, nearest};
use crate::day;

/// Whether 03/04 is in April or in March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::kanban::foreign) enum Order {
    DayFirst,
    MonthFirst,
    /// Nobody can say: only what has one reading is read.
    Doubtful,
}

/// Spreadsheets count the days from 30 December 1899.
const SERIAL_OF_1970: i64 = 25_569;
/// From 2000 to 2099: a smaller or larger number is something else.
const SERIALS: std::ops::RangeInclusive<i64> = 36_526..=73_050;

struct Figures<'a> {
    first: u32,
    second: u32,
    year: Option<u32>,
    /// Whoever puts dots between them begins with the day.
    is_dotted: bool,
    rest: &'a str,
}

/// In which order these days are written: one of them may leave no doubt.
pub(in crate::kanban::foreign) fn order<'a>(
    texts: impl Iterator<Item = &'a str>,
    in_doubt: Order,
) -> Order {
    let all: Vec<_> = texts.filter_map(Figures::of).collect();
    let is_day_first = all.iter().any(|day| day.first > 12 || day.is_dotted);
    let is_month_first = all.iter().any(|day| day.second > 12);
    match (is_day_first, is_month_first) {
        (true, true) => Order::Doubtful,
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        (false, false) => in_doubt,
    }
}

/// Whether it is one day or another, as one reads it.
pub(in crate::kanban::foreign) fn has_two_readings(text: &str) -> bool {
    Figures::of(text).is_some_and(|day| day.alone().is_none() && day.first.max(day.second) <= 12)
}

pub(super) fn dated(text: &str, order: Order, today: i64) -> Option<Dated> {
    year_first(text).or_else(|| {
        let figures = Figures::of(text)?;
        let order = match order {
            Order::Doubtful => figures.alone()?,
            known => known,
        };
        figures.dated(order, today)
    })
}

/// `46095`, `46095.5`: what a spreadsheet keeps of a day when its cell is not shown as one.
pub(super) fn serial(text: &str) -> Option<Dated> {
    let (days, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = [days, part]
        .iter()
        .all(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let days = days
        .parse()
        .ok()
        .filter(|days| is_number && SERIALS.contains(days))?;
    let has_time = part.bytes().any(|digit| digit != b'0');
    Some(Dated::new(day::of_number(days - SERIAL_OF_1970)?, has_time))
}

impl<'a> Figures<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (numbers, rest) = numbers(text)?;
        let (first, second, year) = match numbers[..] {
            [first, second] if text.contains('/') => (first, second, None),
            [first, second, year] if year < 100 => (first, second, Some(year + 2_000)),
            [first, second, year] if year >= 1_000 => (first, second, Some(year)),
            _ => return None,
        };
        let date = &text.trim()[..text.trim().len() - rest.len()];
        (first < 100 && second < 100).then_some(Self {
            first,
            second,
            year,
            is_dotted: date.contains('.'),
            rest,
        })
    }

    /// The order of a day that leaves no doubt by itself.
    fn alone(&self) -> Option<Order> {
        if self.first > 12 || self.is_dotted || self.first == self.second {
            Some(Order::DayFirst)
        } else {
            (self.second > 12).then_some(Order::MonthFirst)
        }
    }

    fn dated(&self, order: Order, today: i64) -> Option<Dated> {
        let (date, month) = match order {
            Order::MonthFirst => (self.second, self.first),
            _ => (self.first, self.second),
        };
        let Some(year) = self.year else {
            return self.rest.is_empty().then(|| nearest(month, date, today))?;
        };
        let day = format!("{year:04}-{month:02}-{date:02}");
        day::is_day(&day).then(|| Dated::new(day, is_told(self.rest)))
    }
}

/// `2026/11/23`, `2026-3-7`.
fn year_first(text: &str) -> Option<Dated> {
    let (numbers, rest) = numbers(text)?;
    let [year, month, date] = numbers[..] else {
        return None;
    };
    if year < 1_000 {
        return None;
    }
    let day = format!("{year:04}-{month:02}-{date:02}");
    day::is_day(&day).then(|| Dated::new(day, is_told(rest)))
}

/// Numbers with `/`, `.` or `-` between them, and what follows.
fn numbers(text: &str) -> Option<(Vec<u32>, &str)> {
    let text = text.trim();
    let (date, rest) = text.split_at(text.find([' ', 'T', ',']).unwrap_or(text.len()));
    let numbers = date.split(['/', '.', '-']).take(4).map(|part| {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    });
    Some((numbers.collect::<Option<Vec<u32>>>()?, rest))
}
