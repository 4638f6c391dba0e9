// When a structure is erased because nobody came any more.
import { DAY_MS } from "../../day/day-ms";

/** Nobody came for so long: a year, and the month of the warning. */
const UNSEEN_DAYS = 365 + 30;

/** When a structure is erased that somebody looked at a moment ago and nobody will again. */
export function endUnseen(seenMs: number): number {
  return seenMs + UNSEEN_DAYS * DAY_MS;
}
