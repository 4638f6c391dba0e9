// How much is read of what is said about a pad, as the server has it (`crdt/src/pad/comments/limits.rs`). Lengths are in
// characters (code points).

export const COMMENTS_MAX = 500;
export const REPLIES_MAX = 100;
export const COMMENT_CHARS_MAX = 4_000;
export const QUOTE_CHARS_MAX = 300;
