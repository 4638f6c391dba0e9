// Ranks: fractions written in base 62, compared as text. Between two of them there is room for another, but not always a short one.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;
/** Digits that are counted in when something is put at an end. */
const WIDTH = 6;
/** How far apart neighbours at an end are: three digits of room between them. */
const STEP = BASE ** 3;
/** A rank that would get longer has its neighbours spread again. */
export const RANK_LENGTH_MAX = 24;

/**
 * So many ranks in their order after `low` and before `high`; null is the end of all. None when there is no room: `low` is not
 * below `high`, or a rank would get too long.
 */
export function ranksBetween(low: string | null, high: string | null, count: number): string[] {
  if (low !== null && high !== null && low >= high) return [];
  const ranks = ranksIn(low, high, count);
  return ranks.every((rank) => rank.length <= RANK_LENGTH_MAX) ? ranks : [];
}

function ranksIn(low: string | null, high: string | null, count: number): string[] {
  if (high === null) return ascending(low ?? "", count);
  return low === null ? descending(high, count) : spread(low, high, count);
}

function ascending(low: string, count: number): string[] {
  const first = low === "" ? BASE ** WIDTH / 2 : counted(low) + STEP;
  // At the very end there is nothing to count on to.
  if (first + count * STEP >= BASE ** WIDTH) return spread(low, null, count);
  return Array.from({ length: count }, (_, place) => written(first + place * STEP));
}

function descending(high: string, count: number): string[] {
  const first = counted(high) - count * STEP;
  // At the very beginning there is nothing to count down to.
  if (first <= 0) return spread("", high, count);
  return Array.from({ length: count }, (_, place) => written(first + place * STEP));
}

/** Halves the room again and again, so that all are about as long. */
function spread(low: string, high: string | null, count: number): string[] {
  if (count === 0) return [];
  const middle = between(low, high);
  const before = Math.floor((count - 1) / 2);
  return [...spread(low, middle, before), middle, ...spread(middle, high, count - 1 - before)];
}

/**
 * A fraction between two, as short as can be; it never ends with 0, before which there is no room. Where there is none at all
 * it is too long a rank: between what only zeros tell apart, which documents may say.
 */
function between(low: string, high: string | null): string {
  let prefix = "";
  let bound = high;
  for (let at = 0; at <= RANK_LENGTH_MAX; at += 1) {
    const from = digit(low, at);
    const to = bound === null ? BASE : digit(bound, at);
    if (to - from > 1) return prefix + DIGITS.charAt(Math.floor((from + to) / 2));
    prefix += DIGITS.charAt(from);
    // Below the digit of `high`, everything that follows is free.
    if (to - from === 1) bound = null;
  }
  return prefix;
}

/** What is no digit counts as 0. */
function digit(rank: string, at: number): number {
  return at < rank.length ? Math.max(0, DIGITS.indexOf(rank.charAt(at))) : 0;
}

function counted(rank: string): number {
  let number = 0;
  for (let at = 0; at < WIDTH; at += 1) number = number * BASE + digit(rank, at);
  return number;
}

function written(number: number): string {
  let rank = "";
  for (let rest = number, at = 0; at < WIDTH; at += 1, rest = Math.floor(rest / BASE))
    rank = DIGITS.charAt(rest % BASE) + rank;
  return rank.replace(/0+$/, "");
}
