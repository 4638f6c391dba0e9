// Reads an action plan out of its document, whatever stands there. `docs/documents.md` has the rules; the server has the same.
import type { Card, Column, Kanban, Label } from "../contract";
import { colour } from "./colour";
import { entries, fields, number, rank, text, type Fields } from "../../../document/fields";
import { TITLE_CHARS_MAX } from "./limits";
import { byRank } from "../../../document/order";
import { readCard } from "./read-card";

/**
 * Reads kanban after kanban. What has not changed from one to the next is the same object: a page that shows two thousand cards
 * draws the one that changed.
 */
export function createReader(): (document: unknown) => Kanban {
  const read = new WeakMap<Fields, Card>();
  const shown = new WeakMap<Card, Card>();
  const cardOf = ([id, raw]: [string, Fields]): Card => {
    const known = read.get(raw);
    if (known?.id === id) return known;
    const card = readCard(id, raw);
    read.set(raw, card);
    return card;
  };
  const once = (card: Card, seen: Card): Card => {
    const before = shown.get(card);
    if (before && isSame(before, seen)) return before;
    shown.set(card, seen);
    return seen;
  };
  let last: { document: unknown; kanban: Kanban } | undefined;
  const readAll = (document: unknown): Kanban => {
    const root = fields(document);
    const columns = entries(root["columns"]).map(readColumn).sort(byRank);
    const labels = entries(root["labels"]).flatMap(readLabel).sort(byRank);
    const refuge = refugeOf(columns);
    const places = new Map(columns.map((column, place) => [column.id, { column, place }]));
    const isThere = (id: string): boolean => places.get(id)?.column.deleted === 0;
    const cards = entries(root["cards"]).map((entry) => {
      const card = cardOf(entry);
      const column = card.deleted > 0 || isThere(card.column) ? card.column : refuge;
      return once(card, seen(card, column, labels));
    });
    const place = (card: Card): number => places.get(card.column)?.place ?? columns.length;
    cards.sort((a, b) => place(a) - place(b) || byRank(a, b));
    return { columns, cards, labels };
  };
  return (document) => {
    // One's own change is told twice: where it was made, and as a change of the document.
    if (last && last.document === document) return last.kanban;
    last = { document, kanban: readAll(document) };
    return last.kanban;
  };
}

/** The card as people see it: in a column that is there, with the labels that are there. */
function seen(card: Card, column: string, labels: readonly Label[]): Card {
  const borne =
    card.labels.length === 0
      ? card.labels
      : labels.filter(({ id }) => card.labels.includes(id)).map(({ id }) => id);
  const isAsWritten = column === card.column && borne.join() === card.labels.join();
  return isAsWritten ? card : { ...card, column, labels: borne };
}

/** Both come from the same card: only what `seen` changes can differ. */
function isSame(a: Card, b: Card): boolean {
  return a === b || (a.column === b.column && a.labels.join() === b.labels.join());
}

/** The column of cards that lost theirs: the first that is shown, or else the first that is not deleted. */
function refugeOf(columns: readonly Column[]): string {
  const shown = columns.find(({ archived, deleted }) => archived === 0 && deleted === 0);
  return (shown ?? columns.find(({ deleted }) => deleted === 0))?.id ?? "";
}

function readColumn([id, column]: [string, Fields]): Column {
  return {
    id,
    title: text(column["title"], TITLE_CHARS_MAX),
    rank: rank(column["rank"]),
    colour: colour(column["colour"]),
    limit: number(column["limit"]),
    done: column["done"] === true,
    archived: number(column["archived"]),
    deleted: number(column["deleted"]),
  };
}

function readLabel([id, label]: [string, Fields]): Label[] {
  if (number(label["deleted"]) > 0) return [];
  const title = text(label["title"], TITLE_CHARS_MAX);
  return [{ id, title, colour: colour(label["colour"]), rank: rank(label["rank"]) }];
}

/** A map of what is in a list, by its id. */
export function keyedById<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
