// How blocks that say their row and column make a table, and where each of them is in it.
//
// In the document a table is a marker and the cells behind it, in any order; a cell is a block like any other. Who adds a row or
// a column puts cells in, who removes one says of its cells that they are gone: so whatever people do at once, the merged result
// is again a rectangle, and a text stays in its cell. A row that was removed while somebody wrote in it stays, with that text.
import type { Node } from "prosemirror-model";
import { compare } from "../../../document/order";
import { schema } from "./schema";

/** Who adds one more is refused; two people may each have added the last. */
export const ROWS_MAX = 100;
export const COLUMNS_MAX = 12;
/** More cells than this, shown or not, are no table any more, but paragraphs. */
const CELLS_MAX = 2000;

/** Why a cell is not there any more. */
export type Gone = "" | "row" | "column";

/** A cell of the document, in its order there; those that are not shown have no text. */
export type CellBlock = { row: string; column: string; gone: Gone; isShown: boolean };

/** A cell of the document with its text. */
export type WrittenCell = { row: string; column: string; gone: Gone; texts: readonly Node[] };

type Side = "row" | "column";

/** The table that cells make; null when they would make too large a one. */
export function tableOf(caption: readonly Node[], cells: readonly WrittenCell[]): Node | null {
  const [rows, columns] = [lasting(cells, "row"), lasting(cells, "column")];
  if (cells.length === 0 || rows.length * columns.length > CELLS_MAX) return null;
  const groups = grouped(cells);
  const shown = new Set([...groups.values()].flatMap(linesOf));
  const lines = (row: string, column: string): Node[] =>
    (groups.get(keyOf({ row, column })) ?? [])
      .filter((cell) => shown.has(cell))
      .map(({ texts }) => schema.node("line", null, texts));
  const blocks = cells.map((cell): CellBlock => {
    const { row, column, gone } = cell;
    return {
      row,
      column,
      gone,
      isShown: shown.has(cell) && rows.includes(row) && columns.includes(column),
    };
  });
  return schema.node("table", { blocks }, [
    schema.node("caption", null, caption),
    ...rows.map((id, number) =>
      schema.node(
        "row",
        { id },
        columns.map((column) => cellOf(column, number === 0, lines(id, column))),
      ),
    ),
  ]);
}

/** A cell of the page; without a line it gets one that is not in the document. */
export function cellOf(column: string, heads: boolean, lines: readonly Node[] = []): Node {
  const filled = lines.length > 0 ? lines : [schema.node("line", { isGhost: true })];
  return schema.node("cell", { column, heads }, filled);
}

function grouped(cells: readonly WrittenCell[]): Map<string, WrittenCell[]> {
  const groups = new Map<string, WrittenCell[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return groups;
}

/** The rows or columns there are, in their order: a text keeps what was removed. One always stays. */
function lasting(cells: readonly WrittenCell[], side: Side): string[] {
  const kept = new Set<string>();
  const gone = new Set<string>();
  for (const cell of cells) {
    if (cell.texts.length > 0) kept.add(cell[side]);
    if (cell.gone === side) gone.add(cell[side]);
  }
  const all = [...new Set(cells.map((cell) => cell[side]))].sort(compare);
  const there = all.filter((id) => kept.has(id) || !gone.has(id));
  return there.length > 0 ? there : all.slice(0, 1);
}

/** The blocks of one cell that are shown: those with text, or else the first. */
function linesOf(blocks: readonly WrittenCell[]): readonly WrittenCell[] {
  const full = blocks.filter(({ texts }) => texts.length > 0);
  return full.length > 0 ? full : blocks.slice(0, 1);
}

export function keyOf({ row, column }: { row: string; column: string }): string {
  return `${row} ${column}`;
}

/** The blocks of a table, in the order of the document. */
function blocksIn(table: Node): readonly CellBlock[] {
  return table.attrs["blocks"] as readonly CellBlock[];
}

/** A line of a cell, and how far from the first position in its table it begins. */
export type PlacedLine = { node: Node; offset: number; row: string; column: string };

/** All lines of a table by their cells, in the order of the page. */
export function linesIn(table: Node): Map<string, PlacedLine[]> {
  const found = new Map<string, PlacedLine[]>();
  table.forEach((row, rowOffset) => {
    row.forEach((cell, cellOffset) => {
      cell.forEach((node, lineOffset) => {
        if (node.type !== schema.nodes.line) return;
        const place = { row: String(row.attrs["id"]), column: String(cell.attrs["column"]) };
        const offset = rowOffset + cellOffset + lineOffset + 2;
        const key = keyOf(place);
        found.set(key, [...(found.get(key) ?? []), { node, offset, ...place }]);
      });
    });
  });
  return found;
}

/** A block of a table where it stands: its marker's index from that of the table on, and its line if it has one. */
export type PlacedBlock = CellBlock & { index: number; line: PlacedLine | null };

const placed = new WeakMap<Node, readonly PlacedBlock[]>();

/** The blocks of a table, in the order of the document, each with its line of the page. */
export function placedBlocks(table: Node): readonly PlacedBlock[] {
  const known = placed.get(table) ?? place(table);
  placed.set(table, known);
  return known;
}

function place(table: Node): PlacedBlock[] {
  const lines = linesIn(table);
  let index = 1 + captionOf(table).content.size;
  return blocksIn(table).map((block) => {
    const line = (block.isShown ? lines.get(keyOf(block))?.shift() : null) ?? null;
    const found = { ...block, index, line };
    index += 1 + (line?.node.content.size ?? 0);
    return found;
  });
}

export function captionOf(table: Node): Node {
  return table.child(0);
}

/** How many units of the document a table is: its marker, its caption, its cells. */
export function unitsOfTable(table: Node): number {
  const last = placedBlocks(table).at(-1);
  return last
    ? last.index + 1 + (last.line?.node.content.size ?? 0)
    : 1 + captionOf(table).content.size;
}

/** Whether what is written in a block changes nothing but the text of its line. */
export function isPlainCell(table: Node, { row, column }: CellBlock): boolean {
  const blocks = blocksIn(table);
  return (
    blocks.filter((block) => block.row === row && block.column === column).length === 1 &&
    !blocks.some(
      (block) =>
        (block.gone === "row" && block.row === row) ||
        (block.gone === "column" && block.column === column),
    )
  );
}
