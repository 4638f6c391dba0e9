//! How much a wall takes. Lengths are in characters (Unicode scalar values): readers cut what is longer.
//!
//! Numbers of columns and groups are what one may add, not what is read: two people offline may each add the last one.

/// What somebody writes on a note.
pub const NOTE_CHARS_MAX: usize = 280;
/// What a column or a group is called.
pub const TITLE_CHARS_MAX: usize = 120;
/// A rank.
pub const RANK_CHARS_MAX: usize = 64;

/// Columns of a wall.
pub const COLUMNS_MAX: usize = 12;
/// Groups of a wall.
pub const GROUPS_MAX: usize = 200;
