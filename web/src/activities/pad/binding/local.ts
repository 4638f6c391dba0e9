// Writes what somebody did to the page into the document, step by step.
import * as Automerge from "@automerge/automerge/slim";
import { Slice, type Mark, type Node } from "prosemirror-model";
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  StepMap,
  type Step,
} from "prosemirror-transform";
import { markerOf } from "../page/block";
import { RewriteStep } from "../page/rewrite";
import { BODY, rewriteMarker, written, type PadDoc } from "./body";
import { isTable, unitAt } from "./positions";
import { insertTable } from "./write-table";
import { expandOf } from "./write-text";

/**
 * Writes a step into the document. `page` is the page before the step; it begins with a marker. Steps
 * that only set marks may be left out: marks are compared when the whole change is written.
 */
export function writeStep(draft: PadDoc, step: Step, page: Node): void {
  const isMark = step instanceof AddMarkStep || step instanceof RemoveMarkStep;
  // The cells of a table stand in the document in another order.
  if (isMark && page.children.some(isTable)) return;
  if (step instanceof ReplaceStep) replace(draft, page, step.from, step.to, step.slice);
  else if (step instanceof AddMarkStep) mark(draft, page, step, step.mark);
  else if (step instanceof RemoveMarkStep) unmark(draft, page, step, step.mark);
  else if (step instanceof ReplaceAroundStep) replaceAround(draft, page, step);
  else if (step instanceof AttrStep) rewrite(draft, page, step.pos, step);
  else if (step instanceof RewriteStep) rewrite(draft, page, step.position, step);
  else if (step.getMap() !== StepMap.empty)
    throw new TypeError(`no way to write a ${step.constructor.name}`);
}

/** In a flat page any replacement takes out a row of units and puts in another. */
function replace(draft: PadDoc, page: Node, from: number, to: number, slice: Slice): void {
  const start = unitAt(page, from, false);
  const removed = unitAt(page, to, false) - start;
  if (removed > 0) Automerge.splice(draft, BODY, start, removed, "");
  insert(draft, start, slice);
}

function insert(draft: PadDoc, start: number, slice: Slice): void {
  let index = start;
  slice.content.forEach((node, _offset, number) => {
    if (isTable(node)) {
      index += insertTable(draft, index, node);
      return;
    }
    const isContinued = node.isText || (number === 0 && slice.openStart > 0);
    if (!isContinued) Automerge.splitBlock(draft, BODY, index++, written(markerOf(node)));
    const text = node.isText ? (node.text ?? "") : node.textContent;
    if (text !== "") Automerge.splice(draft, BODY, index, 0, text);
    index += text.length;
  });
}

/** A range of the page. */
type Range = { from: number; to: number };

/** Puts a mark on the text of a range. */
export function mark(draft: PadDoc, page: Node, { from, to }: Range, { type, attrs }: Mark): void {
  const range = {
    start: unitAt(page, from, false),
    end: unitAt(page, to, false),
    expand: expandOf(type.name),
  } as const;
  const value = type.name === "link" ? String(attrs["href"]) : true;
  if (range.start < range.end) Automerge.mark(draft, BODY, range, type.name, value);
}

/** Takes a mark off the text of a range. */
export function unmark(draft: PadDoc, page: Node, { from, to }: Range, { type }: Mark): void {
  const range = {
    start: unitAt(page, from, false),
    end: unitAt(page, to, false),
    expand: expandOf(type.name),
  } as const;
  if (range.start < range.end) Automerge.unmark(draft, BODY, range, type.name);
}

/** What is around the gap is replaced; what is in it stays, and with it what others write there. */
function replaceAround(draft: PadDoc, page: Node, step: ReplaceAroundStep): void {
  const { from, to, gapFrom, gapTo, slice } = step;
  const gap = slice.openStart + step.insert;
  const [before, after] = [slice.content.cut(0, gap), slice.content.cut(gap)];
  const isGapInBlock = before.size + after.size > slice.content.size;
  // The later part first: it does not move the place of the other.
  replace(draft, page, gapTo, to, new Slice(after, isGapInBlock ? 1 : 0, slice.openEnd));
  replace(draft, page, from, gapFrom, new Slice(before, slice.openStart, isGapInBlock ? 1 : 0));
}

/** Writes what a step made of the block that begins at a position. */
function rewrite(draft: PadDoc, page: Node, position: number, step: Step): void {
  const { doc, failed } = step.apply(page);
  const [before, after] = [page.nodeAt(position), doc?.nodeAt(position)];
  if (!before || !after)
    throw new RangeError(`a block is not rewritten: ${failed ?? "none there"}`);
  rewriteMarker(draft, unitAt(page, position, false), markerOf(before), markerOf(after));
}

/** The marker a headless page lacks, so that what follows finds one in front of every block. */
export function giveMarker(draft: PadDoc, page: Node): void {
  const block = page.firstChild;
  if (block) Automerge.splitBlock(draft, BODY, 0, written(markerOf(block)));
}
