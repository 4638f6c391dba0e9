// How much an agenda takes. `crdt/src/agenda/limits.rs` says the same; lengths are in characters (code points).

export const TITLE_CHARS_MAX = 200;
export const NOTES_CHARS_MAX = 4_000;
export const DAY_MINUTES = 24 * 60;
export const STEP_MINUTES_MAX = 12 * 60;
/** What one may add. */
export const DAYS_MAX = 14;
export const STEPS_MAX = 400;
