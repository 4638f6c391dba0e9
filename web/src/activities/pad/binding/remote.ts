// Plays what happened to the document on the page, touching only what changed.
import type { InsertPatch, Patch } from "@automerge/automerge/slim";
import { Fragment, Slice, type Node } from "prosemirror-model";
import { ReplaceStep, type Transform } from "prosemirror-transform";
import { beginsTable, blockOf, cellSaid } from "../page/block";
import { RewriteStep } from "../page/rewrite";
import { schema } from "../page/schema";
import { markOf, marksOf } from "./document";
import { blockAt, isTable, placeOf, unitsOf } from "./positions";

/** More patches than this are not played one by one: reading the whole document is faster. */
const PATCHES_MAX = 400;

/** A page that follows a document. */
export type Follower = {
  /** Collects the steps; its `doc` is the page. */
  transform: Transform;
  /** As in a reading; kept up to date while patches are played. */
  headless: boolean;
  /** The block marker at an index, in the version the patches lead to. */
  markerAt: (index: number) => unknown;
  /** Positions of text that came in, and how many steps the transform had then. */
  inserted: { position: number; steps: number }[];
};

/**
 * Plays patches on the page. Returns false when one of them is not understood; the page is then of no
 * use and has to be read from the document.
 */
export function play(follower: Follower, patches: readonly Patch[]): boolean {
  if (patches.length > PATCHES_MAX) return false;
  // Patches inside a marker come after those of the text, with indices of the final text.
  const rewritten = new Set<number>();
  for (const patch of patches) {
    if (patch.path[0] !== "body") continue;
    const [, index, ...inside] = patch.path;
    if (inside.length > 0) rewritten.add(Number(index));
    // What a table becomes is read from the document, unless it is only text that changes.
    else if (touchesTable(follower, patch, index)) return false;
    else if (!playOnText(follower, patch, index)) return false;
  }
  return [...rewritten].every((index) => rewriteBlock(follower, index));
}

/** Whether a patch changes more of a table than the text of a line. */
function touchesTable({ transform, headless }: Follower, patch: Patch, index: unknown): boolean {
  if (!transform.doc.children.some(isTable)) return false;
  const place = (unit: number) => placeOf(transform.doc, unit, headless);
  const isInTable = (unit: number) => isTable(transform.doc.child(place(unit).block));
  if (patch.action === "mark" || patch.action === "unmark") {
    const ranges = patch.action === "mark" ? patch.marks : [patch];
    return ranges.some(({ start, end }) => {
      const blocks = transform.doc.children.slice(place(start).block, place(end).block + 1);
      return blocks.some(isTable);
    });
  }
  if (typeof index !== "number") return false;
  if (patch.action === "splice") return isInTable(index) && place(index).text === null;
  if (patch.action !== "del") return isInTable(index);
  const [start, end] = [place(index), place(index + (patch.length ?? 1))];
  const touched = transform.doc.children.slice(start.block, end.block + 1);
  // In front of a text is its marker.
  const isFirstMarker = index === 0 && !headless;
  const isOneText = start.text !== null && start.text === end.text && !isFirstMarker;
  return touched.some(isTable) && !isOneText;
}

function playOnText(follower: Follower, patch: Patch, index: unknown): boolean {
  switch (patch.action) {
    case "conflict":
      return true;
    case "mark":
      patch.marks.forEach(({ name, value, start, end }) => {
        mark(follower, name, value, start, end);
      });
      return true;
    case "unmark":
      mark(follower, patch.name, null, patch.start, patch.end);
      return true;
    default:
      return typeof index === "number" && changeUnits(follower, patch, index);
  }
}

function changeUnits(follower: Follower, patch: Patch, index: number): boolean {
  switch (patch.action) {
    case "splice":
      insertText(follower, index, schema.text(patch.value, marksOf(patch.marks)));
      return true;
    case "del":
      remove(follower, index, patch.length ?? 1);
      return true;
    case "insert":
      return insertMarkers(follower, index, patch);
    default:
      return false;
  }
}

function insertText(follower: Follower, index: number, text: Node): void {
  const { transform, headless } = follower;
  if (index === 0 && !headless) {
    transform.insert(0, schema.node("paragraph", null, text));
    follower.headless = true;
    return;
  }
  const { position } = placeOf(transform.doc, index, headless);
  transform.step(new ReplaceStep(position, position, new Slice(Fragment.from(text), 0, 0)));
  follower.inserted.push({ position, steps: transform.steps.length });
}

function insertMarkers(follower: Follower, index: number, { values }: InsertPatch): boolean {
  values.forEach((_value, offset) => {
    insertMarker(follower, index + offset);
  });
  return values.every(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  );
}

/** A marker is inserted as a paragraph; what it says comes in later patches. */
function insertMarker(follower: Follower, index: number): void {
  const { transform } = follower;
  const paragraph = schema.node("paragraph");
  if (index === 0 && follower.headless) {
    follower.headless = false;
  } else if (index === 0) {
    transform.insert(0, paragraph);
  } else {
    const { block, position } = placeOf(transform.doc, index, follower.headless);
    const halves = [transform.doc.child(block).copy(Fragment.empty), paragraph];
    transform.step(new ReplaceStep(position, position, new Slice(Fragment.from(halves), 1, 1)));
  }
}

function remove(follower: Follower, index: number, length: number): void {
  if (index === 0 && !follower.headless) removeFirstMarker(follower, length);
  else removeInside(follower, index, length);
  dropEmptyHead(follower);
}

function removeInside({ transform, headless }: Follower, index: number, length: number): void {
  const from = placeOf(transform.doc, index, headless).position;
  const to = placeOf(transform.doc, index + length, headless).position;
  if (from < to) transform.step(new ReplaceStep(from, to, Slice.empty));
}

/** Without its marker, what is left of the first block is a paragraph. */
function removeFirstMarker(follower: Follower, length: number): void {
  const { transform } = follower;
  removeInside(follower, 1, length - 1);
  transform.step(new RewriteStep(0, { type: schema.nodes.paragraph, attrs: {} }));
  follower.headless = true;
}

/** In front of the first marker there is a block only when there is text, or no marker at all. */
function dropEmptyHead(follower: Follower): void {
  const { transform, headless } = follower;
  const head = transform.doc.child(0);
  if (!headless || head.content.size > 0 || transform.doc.childCount === 1) return;
  transform.delete(0, head.nodeSize);
  follower.headless = false;
}

function mark(
  { transform, headless }: Follower,
  name: string,
  value: unknown,
  start: number,
  end: number,
): void {
  const type = Object.hasOwn(schema.marks, name)
    ? schema.marks[name as keyof typeof schema.marks]
    : null;
  const units = unitsOf(transform.doc, headless);
  if (!type || start >= end) return;
  const from = placeOf(transform.doc, start, headless).position;
  const to = placeOf(transform.doc, Math.min(end, units), headless).position;
  const found = markOf(name, value);
  if (found === null) transform.removeMark(from, to, type);
  else transform.addMark(from, to, found);
}

function rewriteBlock({ transform, headless, markerAt }: Follower, index: number): boolean {
  const place = blockAt(transform.doc, index, headless);
  if (place === null) return false;
  const node = transform.doc.child(place.block);
  const marker = markerAt(index);
  if (isTable(node) || beginsTable(marker) || cellSaid(marker) !== null) return false;
  const block = blockOf(marker);
  if (!node.hasMarkup(block.type, block.attrs)) transform.step(new RewriteStep(place.start, block));
  return true;
}
