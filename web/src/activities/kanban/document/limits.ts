// How much an action plan takes, as the server has it (`crdt/src/kanban/limits.rs`). Lengths are in characters (code points).
import { DAY_MS } from "../../../day/day-ms";

export const TITLE_CHARS_MAX = 200;
export const DESCRIPTION_CHARS_MAX = 20_000;
export const COMMENT_CHARS_MAX = 4_000;

export const COLUMNS_MAX = 100;
export const CARDS_MAX = 5_000;
export const LABELS_MAX = 100;
export const CHECKS_MAX = 100;
export const COMMENTS_MAX = 200;
export const ATTACHMENTS_MAX = 20;
/** Largest number of cards a column may announce as its limit. */
export const LIMIT_MAX = 999;
/** How long what was thrown away can be brought back, in milliseconds. */
export const TRASH_MS = 30 * DAY_MS;
