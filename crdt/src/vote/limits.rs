//! How much a vote takes. Lengths are in characters (Unicode scalar values).

/// Bricks in one vote.
pub const BRICKS_MAX: usize = 200;
/// Characters of what a brick is about; readers cut every text that is longer.
pub const ABOUT_CHARS_MAX: usize = 1_000;
/// Minutes a brick may take: a day.
pub const MINUTES_MAX: u32 = 1_440;
