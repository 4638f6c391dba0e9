// Moving cards and columns. A move writes the column, then the rank, next to each other and always both.
import type { Card, Column, Kanban } from "../../contract";
import type { Pen } from "../../../../document/pen";
import { placeAmong, type Ranks } from "../../../../document/place-among";
import { touch } from "./touch";

/** The cards that stand in a column, in their order. */
export function standing(kanban: Kanban, column: string): Card[] {
  return kanban.cards.filter(
    (card) => card.column === column && card.archived === 0 && card.deleted === 0,
  );
}

/** Puts cards into a column in the order given, before a card or at the end. */
export function moveCards(
  pen: Pen,
  kanban: Kanban,
  ids: readonly string[],
  column: string,
  before: string | null,
): void {
  const others = standing(kanban, column).filter(({ id }) => !ids.includes(id));
  const ranks = ranksAmong(pen, others, ids, before);
  for (const id of ids) {
    const rank = ranks.get(id);
    const card = kanban.cards.find((known) => known.id === id);
    if (rank === undefined || !card) continue;
    place(pen, id, column, rank);
    if (card.column !== column) arrive(pen, kanban, card, column);
  }
}

/** The column and the rank are one place: of two moves at the same time, the one that wins the column wins the rank. */
function place(pen: Pen, card: string, column: string, rank: string): void {
  pen.setTogether([
    { path: ["cards", card, "column"], value: column },
    { path: ["cards", card, "rank"], value: rank },
  ]);
}

/** A card that comes to the column of what is done is done; one that leaves it is not. */
function arrive(pen: Pen, kanban: Kanban, card: Card, column: string): void {
  const meansDone = (id: string): boolean =>
    kanban.columns.find((known) => known.id === id)?.done === true;
  if (meansDone(column) !== meansDone(card.column)) setDone(pen, card.id, meansDone(column));
  touch(pen, card.id);
}

/** Says that a card is done, or that it is not. */
export function setDone(pen: Pen, card: string, done: boolean): void {
  if (pen.read(["cards", card, "done"]) === done) return;
  pen.set(["cards", card, "done"], done);
  pen.set(["cards", card, "doneAt"], done ? pen.now : 0);
}

/** Puts a column before another, or last. */
export function moveColumn(pen: Pen, kanban: Kanban, id: string, before: string | null): void {
  const others = kanban.columns.filter((column) => column.id !== id && column.deleted === 0);
  for (const [moved, rank] of placeAmong(others, [id], before))
    pen.set(["columns", moved, "rank"], rank);
}

/** Ranks for what is put among cards; neighbours in the way are moved apart. */
export function ranksAmong(
  pen: Pen,
  others: readonly Card[],
  ids: readonly string[],
  before: string | null,
): Ranks {
  const ranks = placeAmong(others, ids, before);
  for (const [id, rank] of ranks) if (!ids.includes(id)) pen.set(["cards", id, "rank"], rank);
  return ranks;
}

/** The columns that are shown, in their order. */
export function shownColumns(kanban: Kanban): Column[] {
  return kanban.columns.filter(({ archived, deleted }) => archived === 0 && deleted === 0);
}
