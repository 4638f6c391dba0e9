// Moving cards and columns. A move writes the column, then the rank, next to each other and always both.
import type { Card, Column, Kanban } from "../../contract";
import type { Pen } from "../pen";
import { placeAmong, type Ranks } from "../place";
import { touch } from "./touch";

/** The cards that stand in a column, in their order. */
export function standing(plan: Kanban, column: string): Card[] {
  return plan.cards.filter(
    (card) => card.column === column && card.archived === 0 && card.deleted === 0,
  );
}

/** Puts cards into a column in the order given, before a card or at the end. */
export function moveCards(
  pen: Pen,
  plan: Kanban,
  ids: readonly string[],
  column: string,
  before: string | null,
): void {
  const others = standing(plan, column).filter(({ id }) => !ids.includes(id));
  const ranks = makeRoom(pen, others, ids, before);
  for (const id of ids) {
    const rank = ranks.get(id);
    const card = plan.cards.find((known) => known.id === id);
    if (rank === undefined || !card) continue;
    pen.place(id, column, rank);
    if (card.column !== column) arrive(pen, plan, card, column);
  }
}

/** A card that comes to the column of what is done is done; one that leaves it is not. */
function arrive(pen: Pen, plan: Kanban, card: Card, column: string): void {
  const meansDone = (id: string): boolean =>
    plan.columns.find((known) => known.id === id)?.done === true;
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
export function moveColumn(pen: Pen, plan: Kanban, id: string, before: string | null): void {
  const others = plan.columns.filter((column) => column.id !== id && column.deleted === 0);
  for (const [moved, rank] of placeAmong(others, [id], before))
    pen.set(["columns", moved, "rank"], rank);
}

/** Ranks for what is put among cards; neighbours in the way are moved apart. */
export function makeRoom(
  pen: Pen,
  others: readonly Card[],
  ids: readonly string[],
  before: string | null,
): Ranks {
  const ranks = placeAmong(others, ids, before);
  for (const [id, rank] of ranks) if (!ids.includes(id)) pen.set(["cards", id, "rank"], rank);
  return ranks;
}

/** The columns of the board, in their order. */
export function shownColumns(plan: Kanban): Column[] {
  return plan.columns.filter(({ archived, deleted }) => archived === 0 && deleted === 0);
}
