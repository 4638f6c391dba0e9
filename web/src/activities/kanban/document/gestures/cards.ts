// Adding cards: by their titles, as a copy, from a model.
import type { Card, Kanban } from "../../contract";
import { newId } from "../../../../document/new-id";
import { newCard, type NewCard } from "../draft";
import { CARDS_MAX } from "../limits";
import type { Pen } from "../../../../document/pen";
import { ranksAmong, standing } from "./move";
import { refuseOver } from "./refusal";

/** What else is known of cards that are added. */
export type Origin = { from: string; fromTitle: string };

/** Adds cards to a column, before a card or at its end. Returns their ids. */
export function addCards(
  pen: Pen,
  kanban: Kanban,
  column: string,
  titles: readonly string[],
  before: string | null = null,
  origin?: Origin,
): string[] {
  const cards = titles.map((title) => ({ title, ...origin }));
  return putCards(pen, kanban, column, cards, before);
}

/** Puts a copy of a card after it, or what a model says at the end of a column. Comments and files stay with the first. */
export function copyCard(
  pen: Pen,
  kanban: Kanban,
  card: Card,
  title: string,
  column = card.column,
): string {
  const others = standing(kanban, card.column);
  const after = others[others.findIndex(({ id }) => id === card.id) + 1]?.id ?? null;
  const checks = new Map(
    card.checks.map(({ text, rank, due }) => [newId(), { text, rank, done: false, due }]),
  );
  const { description, people, labels, start, due, cover } = card;
  const copy = { title, description, people, labels, start, due, cover };
  const before = card.template || column !== card.column ? null : after;
  const put = putCards(
    pen,
    kanban,
    column,
    [{ ...copy, checks: Object.fromEntries(checks) }],
    before,
  );
  return put[0] ?? "";
}

type Content = Omit<NewCard, "column" | "rank" | "created" | "createdBy">;

function putCards(
  pen: Pen,
  kanban: Kanban,
  column: string,
  contents: readonly Content[],
  before: string | null,
): string[] {
  const alive = kanban.cards.filter(({ deleted }) => deleted === 0);
  refuseOver("cards", alive.length + contents.length, CARDS_MAX);
  const ids = contents.map(() => newId());
  const ranks = ranksAmong(pen, standing(kanban, column), ids, before);
  const isDone = kanban.columns.find(({ id }) => id === column)?.done === true;
  for (const [at, content] of contents.entries()) {
    const id = ids[at] ?? "";
    const made = { column, rank: ranks.get(id) ?? "", created: pen.now, createdBy: pen.by };
    const done = isDone ? { done: true, doneAt: pen.now } : {};
    pen.set(["cards", id], newCard({ ...content, ...made, ...done }));
  }
  return ids;
}
