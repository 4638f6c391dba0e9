// Writes a table into the document: cells that came, texts that changed, rows and columns that went.
import * as Automerge from "@automerge/automerge/slim";
import type { Node } from "prosemirror-model";
import { schema } from "../page/schema";
import {
  captionOf,
  keyOf,
  linesIn,
  placedBlocks,
  type Gone,
  type PlacedBlock,
  type PlacedLine,
} from "../page/table";
import { BODY, written, type PadDoc } from "./body";
import { insertMarked, rewriteText } from "./write-text";

/** Writes a table that is not in the document. Returns how many units it is. */
export function insertTable(draft: PadDoc, index: number, table: Node): number {
  Automerge.splitBlock(draft, BODY, index, written({ type: "table", attrs: {} }));
  const start = index + 1 + insertMarked(draft, index + 1, captionOf(table));
  const lines = [...linesIn(table).values()].flat();
  return insertCells(draft, start, lines) - index;
}

/** Makes the table at an index another. From its end to its start: what is written moves nothing that is to come. */
export function rewriteTable(draft: PadDoc, index: number, old: Node, wanted: Node): void {
  const change = new TableChange(old, wanted);
  for (const block of [...placedBlocks(old)].reverse()) change.write(draft, index, block);
  const cells = index + 1 + captionOf(old).content.size;
  // Right behind the caption, where no text of a cell ends: nobody types there.
  insertCells(draft, cells, change.left());
  rewriteText(draft, index + 1, captionOf(old), captionOf(wanted));
}

/** Returns the index behind them. */
function insertCells(draft: PadDoc, start: number, lines: readonly PlacedLine[]): number {
  let index = start;
  for (const { row, column, node } of lines) {
    Automerge.splitBlock(draft, BODY, index, written({ type: "cell", attrs: { row, column } }));
    index += 1 + insertMarked(draft, index + 1, node);
  }
  return index;
}

const NOTHING = schema.node("line");

class TableChange {
  /** What the cells are to hold, by their keys; what is written is taken out. */
  readonly #wanted: Map<string, PlacedLine[]>;
  readonly #rows: Set<string>;
  readonly #columns: Set<string>;
  /** Cells that are put back where they came back already, by their keys. */
  readonly #twice: Set<string>;
  /** Rows and columns that are there because somebody wrote in them or put them back. */
  readonly #kept = new Set<string>();
  /** Blocks by their cell that a line of it can be written in, in order. */
  readonly #taken = new Map<PlacedBlock, PlacedLine | null>();

  constructor(old: Node, wanted: Node) {
    this.#wanted = linesIn(wanted);
    this.#rows = rowsOf(wanted);
    this.#columns = columnsOf(wanted);
    this.#twice = twiceIn(wanted);
    this.#give(placedBlocks(old));
    this.#keep(old);
  }

  /** Lines for which there was no block, but for those that hold nothing and were there before. */
  left(): PlacedLine[] {
    const isNew = (line: PlacedLine): boolean =>
      line.node.content.size > 0 ||
      (line.node.attrs["isGhost"] !== true && !this.#twice.has(keyOf(line)));
    return [...this.#wanted.values()].flat().filter(isNew);
  }

  write(draft: PadDoc, table: number, block: PlacedBlock): void {
    const index = table + block.index;
    const line = this.#taken.get(block) ?? null;
    rewriteText(draft, index + 1, block.line?.node ?? NOTHING, line?.node ?? NOTHING);
    const gone = this.#goneNow(block);
    if (gone === block.gone) return;
    const backend = Automerge.getBackend(draft);
    backend.put(`_root/body/${String(index)}/attrs`, "gone", gone, "str");
  }

  /** Each line to a block of its cell: to the one that shows the same first, then to those that show one. */
  #give(blocks: readonly PlacedBlock[]): void {
    const isShown = ({ line }: PlacedBlock): number => Number(line !== null);
    const shownFirst = [...blocks].sort((a, b) => isShown(b) - isShown(a));
    for (const block of shownFirst) this.#taken.set(block, this.#same(block));
    for (const block of shownFirst)
      if (!this.#taken.get(block))
        this.#taken.set(block, this.#wanted.get(keyOf(block))?.shift() ?? null);
  }

  /** Takes out the line that a block shows as it is. */
  #same(block: PlacedBlock): PlacedLine | null {
    const lines = this.#wanted.get(keyOf(block)) ?? [];
    const text = block.line?.node.textContent;
    const at = lines.findIndex(({ node }) => node.textContent === text);
    return at < 0 ? null : (lines.splice(at, 1)[0] ?? null);
  }

  #keep(old: Node): void {
    const [oldRows, oldColumns] = [rowsOf(old), columnsOf(old)];
    for (const id of this.#rows) if (!oldRows.has(id)) this.#kept.add(`row ${id}`);
    for (const id of this.#columns) if (!oldColumns.has(id)) this.#kept.add(`column ${id}`);
    for (const [block, line] of this.#taken) {
      if (!line || line.node.textContent === (block.line?.node.textContent ?? "")) continue;
      this.#kept.add(`row ${block.row}`).add(`column ${block.column}`);
    }
  }

  #goneNow({ row, column, gone }: PlacedBlock): Gone {
    if (!this.#rows.has(row)) return "row";
    if (!this.#columns.has(column)) return "column";
    const isBack = gone !== "" && this.#kept.has(`${gone} ${gone === "row" ? row : column}`);
    return isBack ? "" : gone;
  }
}

function rowsOf(table: Node): Set<string> {
  return new Set(table.children.slice(1).map(({ attrs }) => String(attrs["id"])));
}

/** The keys that more than one cell of a table has. */
function twiceIn(table: Node): Set<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const row of table.children.slice(1))
    for (const cell of row.children) {
      const key = keyOf({ row: String(row.attrs["id"]), column: String(cell.attrs["column"]) });
      (once.has(key) ? twice : once).add(key);
    }
  return twice;
}

function columnsOf(table: Node): Set<string> {
  return new Set(table.children[1]?.children.map(({ attrs }) => String(attrs["column"])));
}
