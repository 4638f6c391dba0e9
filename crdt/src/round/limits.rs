//! How much a round takes. Lengths are in characters (Unicode scalar values): readers cut what is longer.

/// What is asked.
pub const QUESTION_CHARS_MAX: usize = 200;
/// What a state is called.
pub const LABEL_CHARS_MAX: usize = 40;
/// What an asking is called, such as the moment of the day.
pub const NAME_CHARS_MAX: usize = 40;
/// What somebody says beside their state: a word or a sentence.
pub const WORD_CHARS_MAX: usize = 140;

/// States one chooses from, at least.
pub const STATES_MIN: usize = 3;
/// States one chooses from, at most.
pub const STATES_MAX: usize = 5;
