//! How much an agenda takes. Lengths are in characters (Unicode scalar values): readers cut what is longer.
//!
//! Numbers of things are what one may add, not what is read: two people offline may each add the last one.

/// Titles of days and steps.
pub const TITLE_CHARS_MAX: usize = 200;
/// What is noted about a step.
pub const NOTES_CHARS_MAX: usize = 4_000;
/// A rank.
pub const RANK_CHARS_MAX: usize = 64;
/// A day of the calendar, `YYYY-MM-DD`.
pub const DATE_CHARS_MAX: usize = 10;

/// Minutes in a day: no start lies at or beyond it.
pub const DAY_MINUTES: u32 = 24 * 60;
/// How long a step may take, in minutes.
pub const STEP_MINUTES_MAX: u32 = 12 * 60;

/// Days of an agenda.
pub const DAYS_MAX: usize = 14;
/// Steps of an agenda, those that wait for a day included.
pub const STEPS_MAX: usize = 400;
