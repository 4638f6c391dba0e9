// Columns: adding, changing, putting away with their cards, throwing away with their cards.
import type { Colour, Kanban } from "../../contract";
import { newId } from "../../../../document/new-id";
import { newColumn } from "../draft";
import { cut } from "../../../../document/fields";
import { COLUMNS_MAX, LIMIT_MAX, TITLE_CHARS_MAX } from "../limits";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import { refuseOver } from "./refusal";
import { touch } from "./touch";

/** Adds a column after all others. */
export function addColumn(pen: Pen, kanban: Kanban, title: string): string {
  const others = kanban.columns.filter(({ deleted }) => deleted === 0);
  refuseOver("columns", others.length + 1, COLUMNS_MAX);
  const id = newId();
  const rank = placeAmong(others, [id], null).get(id) ?? "";
  pen.set(["columns", id], newColumn({ title: cut(title.trim(), TITLE_CHARS_MAX), rank }));
  return id;
}

/** What may be changed of a column. */
export type ColumnChange = { title?: string; colour?: Colour; limit?: number; done?: boolean };

export function changeColumn(pen: Pen, column: string, change: ColumnChange): void {
  const title =
    change.title === undefined ? {} : { title: cut(change.title.trim(), TITLE_CHARS_MAX) };
  const limit = change.limit === undefined ? {} : { limit: Math.min(change.limit, LIMIT_MAX) };
  for (const [field, value] of Object.entries({ ...change, ...title, ...limit }))
    pen.set(["columns", column, field], value);
}

/** Puts a column away, or back; its cards go and come with it. */
export function archiveColumn(pen: Pen, column: string, archived: boolean): void {
  pen.set(["columns", column, "archived"], archived ? pen.now : 0);
}

/** Throws a column away with all of its cards, at the same moment: bringing it back brings exactly those. */
export function removeColumn(pen: Pen, kanban: Kanban, column: string): void {
  pen.set(["columns", column, "deleted"], pen.now);
  const its = kanban.cards.filter((card) => card.column === column && card.deleted === 0);
  for (const card of its) {
    pen.set(["cards", card.id, "deleted"], pen.now);
    touch(pen, card.id);
  }
}

/** Fetches a column back, with the cards that were thrown away with it. */
export function restoreColumn(pen: Pen, kanban: Kanban, column: string): void {
  const deleted = kanban.columns.find(({ id }) => id === column)?.deleted ?? 0;
  pen.set(["columns", column, "deleted"], 0);
  const its = kanban.cards.filter((card) => card.column === column && card.deleted === deleted);
  if (deleted > 0) for (const card of its) pen.set(["cards", card.id, "deleted"], 0);
}
