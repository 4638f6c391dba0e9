// Finds what was inserted by others inside a range while positions were mapped.
import type { Mapping, StepMap } from "prosemirror-transform";
import { TrackedPosition } from "./tracked";

export type Range = { from: number; to: number };

/**
 * The ranges inserted strictly inside `range` along a mapping, as they stand at its end, in order. What
 * a mirrored map puts back is no insertion; but it may come back behind what was inserted meanwhile.
 */
export function foreignRanges(range: Range, mapping: Mapping): Range[] {
  const from = new TrackedPosition(range.from, 1, mapping);
  const to = new TrackedPosition(range.to, -1, mapping);
  const found: [TrackedPosition, TrackedPosition][] = [];
  for (let number = mapping.from; number < mapping.to; number++) {
    const map = mapping.maps[number];
    if (!map) break;
    const isInside = ({ at }: Insertion) => from.position < at && at < to.position;
    const inserted: Range[] = isMirror(mapping, number) ? [] : insertionsOf(map).filter(isInside);
    for (const tracked of found.flat()) tracked.follow(map, number);
    inserted.push(
      ...[from.follow(map, number), to.follow(map, number)].filter((gap) => gap !== null),
    );
    for (const { from: start, to: end } of inserted) {
      const after = mapping.slice(number + 1, mapping.to);
      found.push([new TrackedPosition(start, 1, after), new TrackedPosition(end, -1, after)]);
    }
  }
  // What came in may have been left outside when the range shrank.
  const ranges = found.map(([start, end]) => ({
    from: Math.max(from.position, start.position),
    to: Math.min(to.position, end.position),
  }));
  return ranges.filter((found) => found.from < found.to).sort((a, b) => a.from - b.from);
}

function isMirror(mapping: Mapping, number: number): boolean {
  const mirror = mapping.getMirror(number);
  return mirror !== undefined && mirror < number && mirror >= mapping.from;
}

/** A range that came in at a position. */
type Insertion = Range & { at: number };

function insertionsOf(map: StepMap): Insertion[] {
  const insertions: Insertion[] = [];
  map.forEach((start, end, from, to) => {
    if (start === end) insertions.push({ at: start, from, to });
  });
  return insertions;
}
