// Where something is put among others: the ranks it gets, and those of neighbours that have to make room.
import { ranksBetween } from "./rank";

type Ranked = { id: string; rank: string };

/** New ranks by id: for what is put there, and for neighbours that make room. */
export type Ranks = Map<string, string>;

/**
 * Puts `ids` before the item `before`, or at the end. `others` is what stands there, in its order, without what is put.
 * Most often the neighbours keep their ranks; where people put things at the same place at the same time, they may not.
 */
export function placeAmong(
  others: readonly Ranked[],
  ids: readonly string[],
  before: string | null,
): Ranks {
  const found = others.findIndex(({ id }) => id === before);
  const at = found < 0 ? others.length : found;
  for (let reach = 0; ; reach = reach * 2 + 1) {
    const low = Math.max(0, at - reach);
    const high = Math.min(others.length, at + reach);
    const moving = [
      ...others.slice(low, at).map(({ id }) => id),
      ...ids,
      ...others.slice(at, high).map(({ id }) => id),
    ];
    const ranks = ranksBetween(rankAt(others, low - 1), rankAt(others, high), moving.length);
    if (ranks.length > 0 || ids.length === 0)
      return new Map(moving.map((id, place) => [id, ranks[place] ?? ""]));
  }
}

function rankAt(others: readonly Ranked[], at: number): string | null {
  return others[at]?.rank ?? null;
}
