// Tables that are pasted: those that hold data are tables of the pad, unless they are too large for one.
import { schema } from "../../page/schema";
import { COLUMNS_MAX, ROWS_MAX } from "../../page/table";
import type { Line, Run } from "./lines";

const BETWEEN_CELLS = " | ";

/** Whether a table holds data; others only put a page in order, and are read as if they were not there. */
export function isTableOfData(table: Element): boolean {
  return (
    table.querySelector("table") === null &&
    Array.from(table.querySelectorAll("tr")).some((row) => cellsOf(row).length > 1)
  );
}

/** A table as one line; or, when it is too large, a line for each row, in the block that is around it. */
export function tableLines(
  table: Element,
  linesIn: (cell: Element) => Line[],
  block: Line["block"],
): Line[] {
  const rows = Array.from(table.querySelectorAll("tr"), (row) =>
    cellsOf(row).map((cell) => onOneLine(linesIn(cell))),
  ).filter((cells) => cells.some((runs) => runs.length > 0));
  if (rows.length === 0) return [];
  const isSmall = rows.length <= ROWS_MAX && rows.every(({ length }) => length <= COLUMNS_MAX);
  return isSmall
    ? [{ block: { type: schema.nodes.table, attrs: { rows } }, runs: [] }]
    : rows.map(joined).map((runs) => ({ block, runs }));
}

function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter(({ tagName }) => tagName === "TD" || tagName === "TH");
}

function onOneLine(lines: readonly Line[]): Run[] {
  return lines.map(signed).filter(isFull).flatMap(apart);
}

function signed({ block, runs }: Line): Run[] {
  const words = runs.map(({ text, marks }) => ({ text: text.replaceAll("\n", " "), marks }));
  if (block.attrs["kind"] !== "check") return words;
  const box = block.attrs["checked"] === true ? "☑" : "☐";
  return [{ text: isFull(words) ? `${box} ` : box, marks: [] }, ...words];
}

function isFull(runs: readonly Run[]): boolean {
  return runs.some(({ text }) => text.trim() !== "");
}

function apart(runs: readonly Run[], number: number): readonly Run[] {
  return number === 0 ? runs : [{ text: " ", marks: [] }, ...runs];
}

/** Empty cells keep their places, but for those at the end. */
function joined(cells: readonly Run[][]): Run[] {
  const end = cells.findLastIndex((cell) => cell.length > 0) + 1;
  return cells.slice(0, end).flatMap((cell, number) => {
    const before = cells[number - 1];
    return before ? [{ text: isBox(before) ? " " : BETWEEN_CELLS, marks: [] }, ...cell] : cell;
  });
}

/** A box in front of a row is the row's. */
function isBox(cell: readonly Run[]): boolean {
  return cell.length === 1 && /^[☐☑]$/.test(cell[0]?.text ?? "");
}
