//! How much is read of what is said about a pad: what is beyond is passed over. Lengths are in characters (Unicode scalar
//! values).

/// Comments of a pad, the oldest ones.
pub const COMMENTS_MAX: usize = 500;
/// Replies to a comment, the oldest ones.
pub const REPLIES_MAX: usize = 100;
/// The text of a comment or a reply.
pub const COMMENT_CHARS_MAX: usize = 4_000;
/// The words a comment is about.
pub const QUOTE_CHARS_MAX: usize = 300;
