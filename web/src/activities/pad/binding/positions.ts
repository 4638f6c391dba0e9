// Where a position of the page is in the body, and back.
//
// The body is a row of units: one for each block marker, then one for each UTF-16 unit of the block's
// text. The page spends two positions on a block, the body one. The cells of a table stand in the body in their own order.
import type { Node, ResolvedPos } from "prosemirror-model";
import { schema } from "../page/schema";
import { captionOf, isPlainCell, linesIn, placedBlocks, unitsOfTable } from "../page/table";

/** A place in the page. */
export type Place = {
  /** The number of the block, from 0. */
  block: number;
  /** The position before the block. */
  start: number;
  /** The position itself, always inside a block. */
  position: number;
  /** The position before the text it is in; null where it is in a table and no mere text. */
  text: number | null;
};

/** Whether a block of the page is a table. */
export function isTable(block: Node | null | undefined): boolean {
  return block?.type === schema.nodes.table;
}

/** How many units a block is, its marker included. */
export function unitsOfBlock(block: Node): number {
  return isTable(block) ? unitsOfTable(block) : block.content.size + 1;
}

/**
 * The index of the unit that follows a position. `headless` as in a reading: the first block of a
 * headless page has no marker, so that all units stand one earlier.
 */
export function unitAt(page: Node, position: number, headless: boolean): number {
  const at = page.resolve(position);
  const start = at.depth === 0 ? position : at.before(1);
  const before = unitsBefore(page, start, at.index(0)) - (headless ? 1 : 0);
  if (at.depth === 0) return before;
  return before + (isTable(at.node(1)) ? unitInTable(at) : 1 + at.parentOffset);
}

/** How many units stand before a block, by its number and the position before it: one less than positions for each block. */
function unitsBefore(page: Node, start: number, block: number): number {
  return tablesIn(page).reduce(
    (units, table) => (table.block < block ? units - table.less : units),
    start - block,
  );
}

/** A table of a page: how many units less it is than it would be as text of as many positions. */
type TableAt = { block: number; less: number };
const tables = new WeakMap<Node, readonly TableAt[]>();

/** The tables of a page, which is looked through once. */
function tablesIn(page: Node): readonly TableAt[] {
  const known = tables.get(page);
  if (known) return known;
  const found: TableAt[] = [];
  page.children.forEach((node, block) => {
    if (isTable(node)) found.push({ block, less: node.nodeSize - 1 - unitsOfTable(node) });
  });
  tables.set(page, found);
  return found;
}

/** How many units a page has. */
export function unitsOf(page: Node, headless: boolean): number {
  const units = page.children.reduce((sum, block) => sum + unitsOfBlock(block), 0);
  return units - (headless ? 1 : 0);
}

function unitInTable(at: ResolvedPos): number {
  const table = at.node(1);
  if (at.parent.type === schema.nodes.caption) return 1 + at.parentOffset;
  const end = 1 + captionOf(table).content.size;
  if (at.parent.type !== schema.nodes.line) return end;
  const offset = at.before() - at.start(1);
  const block = placedBlocks(table).find(({ line }) => line?.offset === offset);
  // What is typed into a cell that is not in the document yet has no place there.
  return block ? block.index + 1 + at.parentOffset : end;
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
    const node = page.child(block);
    const units = unitsOfBlock(node) - 1;
    if (index <= first + units || block === page.childCount - 1) {
      const offset = Math.min(units, Math.max(0, index - first));
      if (isTable(node)) return { block, start, ...placeInTable(node, start, offset) };
      return { block, start, position: start + 1 + offset, text: start };
    }
    start += node.nodeSize;
    first += units + 1;
  }
  throw new RangeError("a page has at least one block");
}

function placeInTable(
  table: Node,
  start: number,
  offset: number,
): Pick<Place, "position" | "text"> {
  const caption = captionOf(table).content.size;
  if (offset <= caption) return { position: start + 2 + offset, text: start + 1 };
  const block = placedBlocks(table).findLast(({ index }) => index <= offset);
  if (!block?.line) return { position: start + 2 + caption, text: null };
  const text = start + 1 + block.line.offset;
  const position = text + 1 + Math.min(block.line.node.content.size, offset - block.index);
  return { position, text: isPlainCell(table, block) ? text : null };
}

/** The block whose marker is at an index; null when no marker is there. */
export function blockAt(page: Node, index: number, headless: boolean): Place | null {
  const place = placeOf(page, index + 1, headless);
  const isMarker = unitAt(page, place.start, headless) === index;
  return isMarker && index >= 0 ? { ...place, position: place.start + 1 } : null;
}

/** The texts of a page, each with the position before it. */
export function textsOf(page: Node): { node: Node; position: number }[] {
  const texts: { node: Node; position: number }[] = [];
  page.forEach((block, start) => {
    if (block.isTextblock) texts.push({ node: block, position: start });
    else {
      texts.push({ node: captionOf(block), position: start + 1 });
      for (const lines of linesIn(block).values())
        for (const { node, offset } of lines) texts.push({ node, position: start + 1 + offset });
    }
  });
  return texts;
}
