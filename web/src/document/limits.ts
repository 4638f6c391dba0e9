// How much a field of any document takes, as the server has it (`crdt/src/field.rs`). Lengths are in characters (code points).

/** A key of a map, or the id of a participant. */
export const ID_CHARS_MAX = 64;
export const RANK_CHARS_MAX = 64;
export const ADDRESS_CHARS_MAX = 2_048;
