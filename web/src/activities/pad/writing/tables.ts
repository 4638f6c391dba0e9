// Commands in tables: rows and columns come and go, and keys lead from cell to cell.
import { Fragment, Slice, type Node } from "prosemirror-model";
import { TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import { ranksBetween } from "../../../document/rank";
import { headingsIn } from "../page/bars";
import { schema } from "../page/schema";
import { cellOf, COLUMNS_MAX, ROWS_MAX } from "../page/table";
import { cellAt, isInTable, type InTable } from "./cells";

/** A new table after the block of the caret, or instead of it when it is empty; the caret goes into its first cell. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if ($to.depth !== 1) return false;
    const block = $to.parent;
    const isEmpty = block.type === schema.nodes.paragraph && block.content.size === 0;
    const position = isEmpty ? $to.before(1) : $to.after(1);
    const table = newTable(
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => [])),
    );
    const after = state.doc.resolve($to.after(1)).nodeAfter;
    const end = after?.isTextblock === true ? [] : [schema.nodes.paragraph.create()];
    const content = Fragment.from([table, ...end]);
    const transaction = state.tr.step(
      new ReplaceStep(position, isEmpty ? $to.after(1) : position, new Slice(content, 0, 0)),
    );
    dispatch?.(into(transaction, position, 0, 0).scrollIntoView());
    return true;
  };
}

/** A table of texts, row by row. Rows may be of different lengths. */
export function newTable(
  texts: readonly (readonly (readonly Node[])[])[],
  caption: readonly Node[] = [],
): Node {
  const width = Math.max(1, ...texts.map((row) => row.length));
  const [rows, columns] = [ids(null, null, texts.length), ids(null, null, width)];
  return schema.node("table", null, [
    schema.node("caption", null, caption),
    ...rows.map((id, number) =>
      schema.node(
        "row",
        { id },
        columns.map((column, place) => filled(column, number === 0, texts[number]?.[place])),
      ),
    ),
  ]);
}

function filled(column: string, heads: boolean, text: readonly Node[] = []): Node {
  return cellOf(column, heads, [schema.node("line", null, text)]);
}

/** Enter after `| a | b |`: the line becomes a table with these headings. */
export const tableFromLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const texts = headingsIn($from.parent.textContent);
  if (texts === null || $from.depth !== 1) return false;
  const table = newTable([texts.map(textNodes), []]);
  const [start, end] = [$from.before(1), $from.after(1)];
  const after =
    state.doc.nodeAt(end)?.isTextblock === true ? [] : [schema.nodes.paragraph.create()];
  const transaction = state.tr.replaceWith(start, end, [table, ...after]);
  dispatch?.(into(transaction, start, 1, 0).scrollIntoView());
  return true;
};

/** Text as the content of a line. */
function textNodes(text: string): Node[] {
  return text === "" ? [] : [schema.text(text)];
}

/** Adds a row below the caret's (1) or above it (-1), but none above the headings. */
export function addRow(side: 1 | -1): Command {
  return (state, dispatch) => {
    const at = cellAt(state.selection.$from);
    if (!at || at.table.childCount > ROWS_MAX || (side < 0 && at.row === 0)) return false;
    const number = at.row + (side > 0 ? 1 : 0);
    const [id] = ids(rowId(at.table, number - 1), rowId(at.table, number), 1);
    if (id === undefined) return false;
    const cells = columnsOf(at.table).map((column) => filled(column, false));
    const transaction = state.tr.insert(rowStart(at, number), schema.node("row", { id }, cells));
    dispatch?.(into(transaction, at.start, number, at.column).scrollIntoView());
    return true;
  };
}

/** Adds a column after the caret's (1) or before it (-1). */
export function addColumn(side: 1 | -1): Command {
  return (state, dispatch) => {
    const at = cellAt(state.selection.$from);
    const columns = at ? columnsOf(at.table) : [];
    if (!at || columns.length >= COLUMNS_MAX) return false;
    const number = at.column + (side > 0 ? 1 : 0);
    const [column] = ids(columns[number - 1] ?? null, columns[number] ?? null, 1);
    if (column === undefined) return false;
    const transaction = state.tr;
    eachRow(at, (row, start, place) => {
      transaction.insert(cellStart(row, start, number), filled(column, place === 0));
    });
    dispatch?.(into(transaction, at.start, at.row, number).scrollIntoView());
    return true;
  };
}

/** Removes the caret's row; of the last one, the table. */
export const removeRow: Command = (state, dispatch) => {
  const at = cellAt(state.selection.$from);
  if (!at) return false;
  if (at.table.childCount === 2) return removeTable(state, dispatch);
  const start = rowStart(at, at.row);
  const transaction = state.tr.delete(start, start + at.table.child(at.row + 1).nodeSize);
  dispatch?.(into(transaction, at.start, Math.max(0, at.row - 1), at.column).scrollIntoView());
  return true;
};

/** Removes the caret's column; of the last one, the table. */
export const removeColumn: Command = (state, dispatch) => {
  const at = cellAt(state.selection.$from);
  if (!at) return false;
  if (columnsOf(at.table).length === 1) return removeTable(state, dispatch);
  const transaction = state.tr;
  eachRow(at, (row, start) => {
    const from = cellStart(row, start, at.column);
    transaction.delete(from, from + row.child(at.column).nodeSize);
  });
  dispatch?.(into(transaction, at.start, at.row, Math.max(0, at.column - 1)).scrollIntoView());
  return true;
};

/** Removes the table; an empty line stays in its place. */
export const removeTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 2 || $from.node(1).type !== schema.nodes.table) return false;
  const [start, end] = [$from.before(1), $from.after(1)];
  const transaction = state.tr.replaceWith(start, end, schema.nodes.paragraph.create());
  transaction.setSelection(TextSelection.create(transaction.doc, start + 1));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Puts the caret into the title of the table. */
export const editCaption: Command = ({ selection: { $from }, tr }, dispatch) => {
  if ($from.depth < 2 || $from.node(1).type !== schema.nodes.table) return false;
  const end = $from.start(1) + 1 + $from.node(1).child(0).content.size;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
  return true;
};

/** Tab: the next cell (1) or the one before (-1); after the last one, a new row. */
export function toCell(by: 1 | -1): Command {
  return (state, dispatch) => {
    const at = cellAt(state.selection.$head);
    if (!at) return isInTable(state);
    const columns = columnsOf(at.table).length;
    const place = at.row * columns + at.column + by;
    if (place < 0) return true;
    if (place >= columns * (at.table.childCount - 1)) {
      const last = atColumn(state, at, 0);
      return addRow(1)(last, dispatch) || true;
    }
    dispatch?.(
      into(state.tr, at.start, Math.floor(place / columns), place % columns).scrollIntoView(),
    );
    return true;
  };
}

/** The same with the caret in another column of its row. */
function atColumn(state: EditorState, at: InTable, column: number): EditorState {
  return state.apply(into(state.tr, at.start, at.row, column));
}

/** The caret at the end of a cell. */
function into(transaction: Transaction, start: number, row: number, column: number): Transaction {
  const table = transaction.doc.nodeAt(start);
  if (table?.type !== schema.nodes.table) return transaction;
  const at: InTable = { table, start, row, column };
  const position = cellStart(table.child(row + 1), rowStart(at, row), column);
  const end = position + (transaction.doc.nodeAt(position)?.nodeSize ?? 0) - 2;
  return transaction.setSelection(TextSelection.create(transaction.doc, end));
}

/** From the last row to the first, so that what is done to one does not move the next. */
function eachRow(at: InTable, act: (row: Node, start: number, number: number) => void): void {
  for (let number = at.table.childCount - 2; number >= 0; number--)
    act(at.table.child(number + 1), rowStart(at, number), number);
}

/** The position before a row; behind the last one for the number after it. */
function rowStart({ table, start }: InTable, row: number): number {
  return table.children.slice(0, row + 1).reduce((sum, { nodeSize }) => sum + nodeSize, start + 1);
}

/** The position before a cell of a row that begins at a position. */
function cellStart(row: Node, start: number, column: number): number {
  return row.children.slice(0, column).reduce((sum, { nodeSize }) => sum + nodeSize, start + 1);
}

function columnsOf(table: Node): string[] {
  return table.child(1).children.map(({ attrs }) => String(attrs["column"]));
}

function rowId(table: Node, row: number): string | null {
  const found = row < 0 ? null : table.children[row + 1];
  return found ? String(found.attrs["id"]) : null;
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Digits that make it unlikely that two people make the same id at once. */
const CHANCE_DIGITS = 5;
/** Ranks drop the zeros at their end; with them, no rank begins like the next one, and chance changes no order. */
const RANK_DIGITS_MIN = 6;

/** Ids in their order between two others. Two people who add at one place at once get different ones. */
export function ids(low: string | null, high: string | null, count: number): string[] {
  return ranksBetween(low, high, count).map((rank) => {
    const chance = crypto.getRandomValues(new Uint8Array(CHANCE_DIGITS));
    const digits = Array.from(chance, (byte) => DIGITS.charAt(1 + (byte % 61)));
    return rank.padEnd(RANK_DIGITS_MIN, "0") + digits.join("");
  });
}
