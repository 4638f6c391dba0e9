//! How much an action plan takes. Lengths are in characters (Unicode scalar values): readers cut what is longer.
//!
//! Numbers of things are what one may add, not what is read: two people offline may each add the last one.

/// Titles of columns, cards, labels and attachments, and the text of a line to check.
pub const TITLE_CHARS_MAX: usize = 200;
/// The description of a card.
pub const DESCRIPTION_CHARS_MAX: usize = 20_000;
/// The text of a comment.
pub const COMMENT_CHARS_MAX: usize = 4_000;
/// A rank.
pub const RANK_CHARS_MAX: usize = 64;

/// What somebody is called in a file of another tool.
pub const NAME_CHARS_MAX: usize = 80;

/// Values in a file of another tool, lists and maps included: more than one for each twenty bytes of the longest file, which
/// no tool writes. Each takes memory, however little is in it.
pub const FILE_NODES_MAX: usize = 400_000;
/// Cells of a table, but for empty ones at the end of their row.
pub const FILE_CELLS_MAX: usize = 400_000;
/// People a file of another tool may name.
pub const FILE_PEOPLE_MAX: usize = 500;
/// People in charge of one card of such a file.
pub const PEOPLE_PER_CARD_MAX: usize = 50;
/// Lines of addresses that are looked at on one card of such a file.
pub const LINKS_READ_MAX: usize = 200;

/// How long what was thrown away can be fetched back, in milliseconds: thirty days.
pub const TRASH_MS: u64 = 30 * 24 * 60 * 60 * 1_000;

/// Columns of a plan.
pub const COLUMNS_MAX: usize = 100;
/// Cards of a plan.
pub const CARDS_MAX: usize = 5_000;
/// Labels of a plan.
pub const LABELS_MAX: usize = 100;
/// Lines to check on a card.
pub const CHECKS_MAX: usize = 100;
/// Comments on a card.
pub const COMMENTS_MAX: usize = 200;
/// Attachments of a card.
pub const ATTACHMENTS_MAX: usize = 20;
