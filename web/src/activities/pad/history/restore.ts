// Makes the text of an earlier version the text of the pad again: as an edit like any other, which can be undone.
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { turnBlocks } from "../binding/differences";

/** The command; what the page and the version have in common stays as it is, and with it who wrote it. */
export function restore(version: Node): Command {
  return (state, dispatch) => {
    if (state.doc.eq(version)) return false;
    const transaction = state.tr;
    // From the end: what changes behind moves nothing before.
    for (const { from, gone, come } of gaps(state.doc, version).reverse())
      turnBlocks(transaction, from, gone, come);
    dispatch?.(transaction);
    return true;
  };
}

/** Blocks that differ, between those that both pages have. */
type Gap = { from: number; gone: Node[]; come: Node[] };

function gaps(page: Node, version: Node): Gap[] {
  const found: Gap[] = [];
  let [position, old, next] = [0, 0, 0];
  for (const [mine, theirs] of [
    ...shared(page, version),
    [page.childCount, version.childCount] as const,
  ]) {
    const gone = page.children.slice(old, mine);
    const come = version.children.slice(next, theirs);
    if (gone.length + come.length > 0) found.push({ from: position, gone, come });
    for (let number = old; number <= mine && number < page.childCount; number++)
      position += page.child(number).nodeSize;
    [old, next] = [mine + 1, theirs + 1];
  }
  return found;
}

/**
 * Pairs of blocks that stand in both, in order: those that are there once in each, as far as their order is the same, which
 * is what people recognise.
 */
function shared(page: Node, version: Node): (readonly [number, number])[] {
  const [mine, theirs] = [once(page), once(version)];
  const pairs: (readonly [number, number])[] = [];
  for (const [text, at] of mine) {
    const other = theirs.get(text);
    if (other !== undefined && page.child(at).eq(version.child(other))) pairs.push([at, other]);
  }
  return increasing(pairs);
}

/** Where the blocks are whose text no other block has. */
function once(page: Node): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  page.children.forEach(({ textContent }, number) => {
    if (places.has(textContent)) twice.add(textContent);
    places.set(textContent, number);
  });
  for (const text of twice) places.delete(text);
  return places;
}

/** The longest row of pairs in which both numbers grow. The first numbers grow already. */
function increasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, other], number) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    before[number] = ends[low - 1] ?? -1;
    ends[low] = number;
  });
  const row: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) row.unshift(pair);
  }
  return row;
}
