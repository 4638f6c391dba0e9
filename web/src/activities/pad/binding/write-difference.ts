// Writes into the document what became of a page whose tables changed: by comparing, not step by step.
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from "prosemirror-transform";
import { markerOf } from "../page/block";
import { BODY, rewriteMarker, written, type PadDoc } from "./body";
import { isTable, unitsOfBlock } from "./positions";
import { insertMarked, rewriteText } from "./write-text";
import { insertTable, rewriteTable } from "./write-table";

/** Whether a step makes more of a table than other text in a line of it. */
export function changesTable(step: Step, before: Node, after: Node): boolean {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return false;
  if (isText(step, before)) return false;
  // What is cut open may be put together again as it was.
  if (step instanceof ReplaceStep && !isAroundTables(step, before)) return true;
  const { gone, come } = between(before.children, after.children);
  return gone.some(isTable) || come.some(isTable);
}

/** Whether a step leaves every table whole: it may bring some, and take some away. */
export function isAroundTables(step: Step, before: Node): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { content, openStart, openEnd } = step.slice;
  const isOpen =
    (openStart > 0 && isTable(content.firstChild)) || (openEnd > 0 && isTable(content.lastChild));
  const isOutside = (position: number): boolean => {
    const at = before.resolve(position);
    return at.depth === 0 || !isTable(at.node(1));
  };
  return !isOpen && isOutside(step.from) && isOutside(step.to);
}

/** Whether a step is about the text of one line, which the document has. */
function isText(step: Step, page: Node): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const [$from, $to] = [page.resolve(step.from), page.resolve(step.to)];
  const { parent } = $from;
  const isFlat = step.slice.content.content.every(({ isText }) => isText);
  return $from.sameParent($to) && parent.isTextblock && isFlat && parent.attrs["isGhost"] !== true;
}

/** Writes all of what became of a page; `before` begins with a marker. */
export function writeDifference(draft: PadDoc, before: Node, after: Node): void {
  writeBlocks(draft, 0, before.children, after.children);
}

function between(before: readonly Node[], after: readonly Node[]) {
  const same = (one: Node | undefined, other: Node | undefined): boolean =>
    one === other || (one !== undefined && other !== undefined && one.eq(other));
  const fewest = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < fewest && same(before[first], after[first])) first++;
  while (last < fewest - first && same(before.at(-last - 1), after.at(-last - 1))) last++;
  return {
    first,
    gone: before.slice(first, before.length - last),
    come: after.slice(first, after.length - last),
  };
}

/** From the end to the start: what is written does not move what is still to come. */
function writeBlocks(
  draft: PadDoc,
  start: number,
  before: readonly Node[],
  after: readonly Node[],
): void {
  const { first, gone, come } = between(before, after);
  const index = start + unitsIn(before.slice(0, first));
  const [old, wanted] = sameTable(gone, come);
  const [oldTable, wantedTable] = [gone[old], come[wanted]];
  if (oldTable && wantedTable) {
    const at = index + unitsIn(gone.slice(0, old));
    writePlain(draft, at + unitsOfBlock(oldTable), gone.slice(old + 1), come.slice(wanted + 1));
    rewriteTable(draft, at, oldTable, wantedTable);
    writeBlocks(draft, index, gone.slice(0, old), come.slice(0, wanted));
  } else writePlain(draft, index, gone, come);
}

/** The last table that is in both, by its place in each: one that has a row in common with what it was. */
function sameTable(gone: readonly Node[], come: readonly Node[]): [number, number] {
  const rows = (table: Node): string[] =>
    table.children.slice(1).map(({ attrs }) => String(attrs["id"]));
  for (let old = gone.length - 1; old >= 0; old--) {
    const table = gone[old];
    if (!table || !isTable(table)) continue;
    const known = rows(table);
    const wanted = come.findLastIndex(
      (other) => isTable(other) && rows(other).some((id) => known.includes(id)),
    );
    if (wanted >= 0) return [old, wanted];
  }
  return [-1, -1];
}

/** Blocks that have no table in common. */
function writePlain(
  draft: PadDoc,
  start: number,
  gone: readonly Node[],
  come: readonly Node[],
): void {
  const isPaired = gone.length === come.length && ![...gone, ...come].some(isTable);
  if (!isPaired) {
    const units = unitsIn(gone);
    if (units > 0) Automerge.splice(draft, BODY, start, units, "");
    let index = start;
    for (const block of come) index += insertBlock(draft, index, block);
    return;
  }
  let index = start + unitsIn(gone);
  for (let number = gone.length - 1; number >= 0; number--) {
    const [old, wanted] = [gone[number], come[number]];
    if (!old || !wanted) continue;
    index -= unitsOfBlock(old);
    rewriteText(draft, index + 1, old, wanted);
    rewriteMarker(draft, index, markerOf(old), markerOf(wanted));
  }
}

/** Returns how many units the block is. */
function insertBlock(draft: PadDoc, index: number, block: Node): number {
  if (isTable(block)) return insertTable(draft, index, block);
  Automerge.splitBlock(draft, BODY, index, written(markerOf(block)));
  return 1 + insertMarked(draft, index + 1, block);
}

function unitsIn(blocks: readonly Node[]): number {
  return blocks.reduce((sum, block) => sum + unitsOfBlock(block), 0);
}
