// Finds where two pages differ.
import { Fragment, type Mark, type Node } from "prosemirror-model";
import type { Transform } from "prosemirror-transform";
import { RewriteStep } from "../page/rewrite";
import { isTable } from "./positions";
import { turnTableInto } from "./table-differences";
import { exchange, turnTextInto } from "./texts";

/** A mark that one page has on a range and the other has not. Positions are the same in both. */
export type MarkDifference = { from: number; to: number; mark: Mark; isWanted: boolean };

/** Turns the page of a transform into another; blocks that are the same stay untouched. */
export function turnInto(transform: Transform, wanted: Node): void {
  const old = transform.doc.children;
  const same = (number: number, other: number) => old[number]?.eq(wanted.child(other)) === true;
  const fewest = Math.min(old.length, wanted.childCount);
  let [before, after] = [0, 0];
  while (before < fewest && same(before, before)) before++;
  while (after < fewest - before && same(old.length - after - 1, wanted.childCount - after - 1))
    after++;
  const start = old.slice(0, before).reduce((size, block) => size + block.nodeSize, 0);
  const gone = old.slice(before, old.length - after);
  const come = wanted.children.slice(before, wanted.childCount - after);
  turnBlocks(transform, start, gone, come);
}

/** Turns blocks in a row, which begin at a position, into others; as many of them are turned one by one. */
export function turnBlocks(
  transform: Transform,
  start: number,
  gone: readonly Node[],
  come: readonly Node[],
): void {
  if (gone.length === come.length) turnBlocksInto(transform, start, gone, come);
  else exchange(transform, start, Fragment.from(gone).size, Fragment.from(come));
}

function turnBlocksInto(
  transform: Transform,
  start: number,
  gone: readonly Node[],
  come: readonly Node[],
): void {
  let position = start;
  gone.forEach((block, number) => {
    const wanted = come[number] ?? block;
    if (isTable(block) && isTable(wanted)) turnTableInto(transform, position, block, wanted);
    else if (isTable(block) || isTable(wanted))
      exchange(transform, position, block.nodeSize, Fragment.from(wanted));
    else {
      if (!block.sameMarkup(wanted)) transform.step(new RewriteStep(position, wanted));
      turnTextInto(transform, position + 1, block.content, wanted.content);
    }
    position += wanted.nodeSize;
  });
}

/**
 * What has to be marked and unmarked to turn one page into the other; null when more than marks differs.
 */
export function markDifferences(actual: Node, wanted: Node): MarkDifference[] | null {
  if (actual.childCount !== wanted.childCount) return null;
  const differences: MarkDifference[] = [];
  let position = 0;
  for (let number = 0; number < actual.childCount; number++) {
    const [some, other] = [actual.child(number), wanted.child(number)];
    if (some !== other && !some.eq(other)) {
      if (!some.sameMarkup(other) || some.textContent !== other.textContent) return null;
      const found = some.isTextblock
        ? inBlock(some, other, position + 1)
        : markDifferences(some, other)?.map(moved(position + 1));
      if (!found) return null;
      differences.push(...found);
    }
    position += some.nodeSize;
  }
  return differences;
}

function moved(by: number): (difference: MarkDifference) => MarkDifference {
  return ({ from, to, ...rest }) => ({ ...rest, from: from + by, to: to + by });
}

/** What has to be marked and unmarked in a block whose text begins at `start`. */
export function inBlock(actual: Node, wanted: Node, start: number): MarkDifference[] {
  const differences: MarkDifference[] = [];
  // Walks the texts of both in parallel, each time as far as both have the same marks.
  for (let offset = 0; offset < actual.content.size;) {
    const [some, other] = [actual.childAfter(offset), wanted.childAfter(offset)];
    if (!some.node || !other.node) break;
    const end = Math.min(some.offset + some.node.nodeSize, other.offset + other.node.nodeSize);
    const range = { from: start + offset, to: start + end };
    const [has, wants] = [some.node.marks, other.node.marks];
    // Removed first: a link that takes the place of another is put after it is taken off.
    for (const mark of has)
      if (!wants.some(({ type }) => type === mark.type))
        differences.push({ ...range, mark, isWanted: false });
    for (const mark of wants)
      if (!mark.isInSet(has)) differences.push({ ...range, mark, isWanted: true });
    offset = end;
  }
  return differences;
}
