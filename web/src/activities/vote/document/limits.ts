// How much a vote takes, as the server has it (`crdt/src/vote/limits.rs`). Lengths are in characters (code points).

/** What readers keep of a text of a brick. */
export const TEXT_CHARS_MAX = 1_000;
