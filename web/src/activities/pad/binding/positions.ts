// Where a position of the page is in the body, and back.
//
// The body is a row of units: one for each block marker, then one for each UTF-16 unit of the block's
// text. The page spends two positions on a block, the body one: a position is its block's number more.
import type { Node } from "prosemirror-model";

/** A place in the page. */
export type Place = {
  /** The number of the block, from 0. */
  block: number;
  /** The position before the block. */
  start: number;
  /** The position itself, always inside a block. */
  position: number;
};

/**
 * The index of the unit that follows a position. `headless` as in a reading: the first block of a
 * headless page has no marker, so that all units stand one earlier.
 */
export function unitAt(page: Node, position: number, headless: boolean): number {
  return position - page.resolve(position).index(0) - (headless ? 1 : 0);
}

/** How many units a page has. */
export function unitsOf(page: Node, headless: boolean): number {
  return page.content.size - page.childCount - (headless ? 1 : 0);
}

/**
 * The place in front of a unit: the end of the block before it when it is a marker. Index 0 of a page
 * that begins with a marker has no such place; the first block's start is taken.
 */
export function placeOf(page: Node, index: number, headless: boolean): Place {
  let start = 0;
  // Index of the first unit after the block's marker.
  let first = headless ? 0 : 1;
  for (let block = 0; block < page.childCount; block++) {
    const { size } = page.child(block).content;
    if (index <= first + size || block === page.childCount - 1) {
      const offset = Math.min(size, Math.max(0, index - first));
      return { block, start, position: start + 1 + offset };
    }
    start += size + 2;
    first += size + 1;
  }
  throw new RangeError("a page has at least one block");
}

/** The block whose marker is at an index; null when no marker is there. */
export function blockAt(page: Node, index: number, headless: boolean): Place | null {
  const place = placeOf(page, index + 1, headless);
  const isMarker = unitAt(page, place.start, headless) === index;
  return isMarker && index >= 0 ? { ...place, position: place.start + 1 } : null;
}
