// Finds where two pages differ.
import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";
import { RewriteStep } from "../page/rewrite";

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
    if (!block.sameMarkup(wanted)) transform.step(new RewriteStep(position, wanted));
    turnTextInto(transform, position + 1, block.content, wanted.content);
    position += wanted.nodeSize;
  });
}

function turnTextInto(transform: Transform, start: number, gone: Fragment, come: Fragment): void {
  const from = gone.findDiffStart(come);
  const end = gone.findDiffEnd(come);
  if (from === null || end === null) return;
  // Where text repeats, the equal end may reach back over the equal start.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  exchange(transform, start + from, end.a + overlap - from, come.cut(from, end.b + overlap));
}

/** Inserts, then deletes: so that the undo history can tell what came in from what it knows. */
function exchange(transform: Transform, start: number, size: number, come: Fragment): void {
  if (come.size > 0) transform.step(new ReplaceStep(start, start, new Slice(come, 0, 0)));
  const gone = start + come.size;
  if (size > 0) transform.step(new ReplaceStep(gone, gone + size, Slice.empty));
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
      differences.push(...inBlock(some, other, position + 1));
    }
    position += some.nodeSize;
  }
  return differences;
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
