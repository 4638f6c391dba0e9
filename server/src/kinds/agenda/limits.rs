//! How much the conduct of a workshop takes.

/// How long a step lasts at most, with what was given it besides, in milliseconds.
pub(super) const STEP_MS_MAX: u64 = 24 * 60 * 60 * 1_000;
/// Minutes given or taken at once.
pub(super) const ADDED_MINUTES_MAX: i32 = 120;
/// A step that ran for less was a slip, in milliseconds: it is not remembered.
pub(super) const SLIP_MS: u64 = 15_000;
/// A step that was left within so many milliseconds goes on where it was when one comes back to it.
pub(super) const GOES_ON_MS: u64 = 12 * 60 * 60 * 1_000;
/// Steps of a day that are shown to everybody.
pub(super) const STEPS_SHOWN_MAX: usize = 60;
/// How far a clock of a place is from UTC at most, in minutes.
pub(super) const OFFSET_MINUTES_MAX: i32 = 14 * 60;
