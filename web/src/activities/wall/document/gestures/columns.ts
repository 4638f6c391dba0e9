// Columns: added, renamed, moved, removed. Notes of one that is removed stand in the first one.
import { cut } from "../../../../document/fields";
import { newId } from "../../../../document/new-id";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import { COLUMNS_MAX, TITLE_CHARS_MAX, type Wall } from "../../contract";
import { refuseOver } from "./refusal";

const titled = (title: string): string => cut(title.trim(), TITLE_CHARS_MAX);

/** Adds a column after all others. */
export function addColumn(pen: Pen, wall: Wall, title: string): string {
  refuseOver("columns", wall.columns.length + 1, COLUMNS_MAX);
  const id = newId();
  const rank = placeAmong(wall.columns, [id], null).get(id) ?? "";
  pen.set(["columns", id], { title: titled(title), rank, deleted: 0 });
  return id;
}

export function renameColumn(pen: Pen, column: string, title: string): void {
  pen.set(["columns", column, "title"], titled(title));
}

/** One place further to the front, or to the end. */
export function moveColumn(pen: Pen, wall: Wall, column: string, by: -1 | 1): void {
  const at = wall.columns.findIndex(({ id }) => id === column);
  const others = wall.columns.filter(({ id }) => id !== column);
  const before = others[at + by]?.id ?? null;
  if (at < 0 || at + by < 0 || at + by > others.length) return;
  for (const [moved, rank] of placeAmong(others, [column], before))
    pen.set(["columns", moved, "rank"], rank);
}

/** The last one stays: notes stand somewhere. */
export function removeColumn(pen: Pen, wall: Wall, column: string): void {
  if (wall.columns.length > 1) pen.set(["columns", column, "deleted"], pen.now);
}
