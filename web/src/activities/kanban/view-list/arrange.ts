// The cards of a list: under their columns, or one after the other by day, title or person.
import { language } from "../../../messages/say.svelte";
import type { Card, Column } from "../contract";
import type { Person } from "../view/view";

export const sortings = ["column", "title", "due", "person"] as const;
export type Sorting = (typeof sortings)[number];
export type Order = { by: Sorting; isReversed: boolean };
/** Cards under a column; `column` is null where all columns are mixed. */
export type Group = { column: Column | null; cards: readonly Card[] };

type People = ReadonlyMap<string, Person>;

/** Cards that are alike stay in the order they come in; what has no day or no person comes last either way. */
export function arrange(
  cards: readonly Card[],
  columns: readonly Column[],
  people: People,
  order: Order,
): Group[] {
  if (order.by === "column") return underColumns(cards, columns, order.isReversed);
  const keyOf = keys(people)[order.by];
  const sorted = sort(
    cards.map((card) => ({ card, key: keyOf(card) })),
    order.isReversed,
  );
  return sorted.length > 0 ? [{ column: null, cards: sorted }] : [];
}

/** The first cards of all, so many of them. */
export function firstOf(groups: readonly Group[], count: number): Group[] {
  let left = count;
  return groups.flatMap(({ column, cards }) => {
    const shown = cards.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ column, cards: shown }] : [];
  });
}

function underColumns(
  cards: readonly Card[],
  columns: readonly Column[],
  isReversed: boolean,
): Group[] {
  const all = columns.map((column) => ({
    column,
    cards: cards.filter((card) => card.column === column.id),
  }));
  const groups = all.filter((group) => group.cards.length > 0);
  return isReversed ? groups.reverse() : groups;
}

/** What a card is sorted by; empty: it comes last. */
function keys(people: People): Record<Exclude<Sorting, "column">, (card: Card) => string> {
  return {
    title: ({ title }) => title,
    due: ({ due }) => due,
    person: (card) => namesOf(card, people)[0] ?? "",
  };
}

function sort(all: { card: Card; key: string }[], isReversed: boolean): Card[] {
  const { compare } = collator();
  const [last, first] = [all.filter(({ key }) => key === ""), all.filter(({ key }) => key !== "")];
  first.sort((a, b) => (isReversed ? compare(b.key, a.key) : compare(a.key, b.key)));
  return [...first, ...last].map(({ card }) => card);
}

/** The names of those in charge, in alphabetical order. */
export function namesOf(card: Card, people: People): string[] {
  const names = card.people.map((id) => people.get(id)?.name ?? "");
  return names.filter((name) => name !== "").sort(collator().compare);
}

/** 'Étape 2' comes before 'Étape 10', and an accent makes no difference. */
function collator(): Intl.Collator {
  return new Intl.Collator(language(), { numeric: true, sensitivity: "base" });
}
