// What fits in the day: bricks in vote order, as long as there are minutes left.
import type { Brick } from "../contract";
import type { Ranked } from "./ranking";

/** A brick in the day, and the minutes used with it. */
export type Planned = { brick: Brick; until: number };

export type Day = {
  /** Those that fit: the always-in ones first, then in vote order. */
  planned: Planned[];
  /** Those with dots for which not enough minutes were left, in vote order. */
  skipped: Brick[];
  /** Minutes used by what is planned. */
  used: number;
  /** Minutes missing when the always-in bricks alone are longer than the day. */
  missing: number;
};

/**
 * What fits in `freeMinutes`. A brick that does not fit is skipped, and a shorter one after it may still fit. Nobody
 * asked for a brick without dots: it is not planned. One that was voted on and is always in since is planned as such.
 */
export function fillDay(
  always: readonly Brick[],
  ranked: readonly Ranked[],
  freeMinutes: number,
): Day {
  const day: Day = { planned: [], skipped: [], used: 0, missing: 0 };
  for (const brick of always) put(day, brick);
  day.missing = Math.max(0, day.used - freeMinutes);
  for (const { brick, dots } of ranked) {
    if (dots === 0 || brick.always) continue;
    if (day.used + brick.minutes <= freeMinutes) put(day, brick);
    else day.skipped.push(brick);
  }
  return day;
}

function put(day: Day, brick: Brick): void {
  day.used += brick.minutes;
  day.planned.push({ brick, until: day.used });
}

/** How many of the ranking stand above the cut line: those before the first that does not fit. Null: all of them fit. */
export function cutAfter(ranked: readonly Ranked[], day: Day): number | null {
  const [first] = day.skipped;
  if (!first) return null;
  const at = ranked.findIndex(({ brick }) => brick.id === first.id);
  return at < 0 ? null : at;
}

/** The tied bricks of which some fit and some do not, only because of the order they happen to stand in. */
export function tiedAtCut(ranked: readonly Ranked[], day: Day): Brick[] {
  const isPlanned = new Set(day.planned.map(({ brick }) => brick.id));
  for (const brick of day.skipped) {
    const rank = ranked.find((one) => one.brick.id === brick.id)?.rank;
    const tied = contenders(ranked)
      .filter((one) => one.rank === rank)
      .map((one) => one.brick);
    if (tied.some(({ id }) => isPlanned.has(id))) return tied;
  }
  return [];
}

/** The highest place that several bricks share: what to settle as long as nobody said how long the day is. */
export function firstTie(ranked: readonly Ranked[]): Brick[] {
  for (const { rank, dots } of contenders(ranked)) {
    const tied = contenders(ranked).filter((one) => one.rank === rank);
    if (dots > 0 && tied.length > 1) return tied.map(({ brick }) => brick);
  }
  return [];
}

/** Those whose place decides about the day: what is always in is in it anyway. */
function contenders(ranked: readonly Ranked[]): Ranked[] {
  return ranked.filter(({ brick }) => !brick.always);
}
